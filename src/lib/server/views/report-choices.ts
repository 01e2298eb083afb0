import { parse } from '../../contract/parse.ts';
import {
	reportPlaceQuery,
	searchReportQuotesInput,
	type FoundReportQuotesAnswer,
	type QuoteToPlace,
	type ReportChoicesAnswer
} from '../../contract/report.ts';
import { pathName, pillarsOf } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { countedGroups, countedSayings } from '../../domain/report/live-block.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import type { DisplayRow, JointDisplay } from '../../merge/joint-display.ts';
import { interviewsInScope } from '../../merge/scope.ts';
import { heldBackOf } from '../../merge/small-cells.ts';
import { figureLines } from '../../report/live-said.ts';
import { countedWords } from '../../words/writing.ts';
import type { Locale } from '../../words/locale.ts';
import type { Context } from '../access/context.ts';
import { loadDisplayOf } from '../access/live-data.ts';
import { checkPlace, permitReport } from '../access/report-permit.ts';
import { listInterviews } from '../store/display-data.ts';
import { searchPassages } from '../store/report-quotes.ts';

const mostFound = 50; // more is not read through; another word narrows it

/** What can be placed in a text about a pillar in an area: the quotes chosen for it, its figures and its counts. */
export const viewReportChoices = async (
	context: Context,
	projectId: string,
	reportId: string,
	query: unknown
): Promise<Result<ReportChoicesAnswer>> => {
	const parsed = parse(reportPlaceQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const known = checkPlace(permitted.value, parsed.value);
	if (!known.ok) return known;
	const data = await loadDisplayOf(context.db, permitted.value, parsed.value);
	if (!data) return fail('report-place-unknown');
	const built = buildJointDisplay({ ...data, comparisonAreas: [] });
	if (!built.ok) return built;
	const locale = permitted.value.report.language;
	const { rows, indicators } = built.value;
	const mentioned = rows.filter(({ voices }) => voices.together.mentions > 0);
	return ok({
		quotes: rows.flatMap((row) => quotesOf(row)),
		figures: indicators
			.filter(({ values }) => values.some(({ value }) => value !== null))
			.map((figures) => ({
				indicatorId: figures.indicatorId,
				label: figures.label,
				says: figureLines(figures, locale)[0] ?? ''
			})),
		themes: mentioned.map((row) => ({ codeId: row.codeId, name: row.name, counts: countsOf(built.value, row, locale) }))
	});
};

/** Passages of the pillar in the area with some words, of the interviews that are counted there. */
export const searchReportQuotes = async (
	context: Context,
	projectId: string,
	reportId: string,
	input: unknown
): Promise<Result<FoundReportQuotesAnswer>> => {
	const parsed = parse(searchReportQuotesInput, input);
	if (!parsed.ok) return parsed;
	const { words, ...place } = parsed.value;
	const permitted = await permitReport(context, context.db, projectId, reportId, 'report.read');
	if (!permitted.ok) return permitted;
	const known = checkPlace(permitted.value, place);
	if (!known.ok) return known;
	const { project, frame, report } = permitted.value;
	const interviews = interviewsInScope(await listInterviews(context.db, project.id, [place.areaId]), {
		areaId: place.areaId,
		waves: frame.waves,
		toWaveId: report.toWaveId,
		includeEarlierWaves: project.includeEarlierWaves
	});
	const codes = frame.codebook.codes.filter(({ id }) => pillarsOf(frame.codebook, id).includes(place.pillarId));
	const found = await searchPassages(context.db, project.id, {
		sourceIds: interviews.map(({ id }) => id),
		codeIds: codes.map(({ id }) => id),
		words,
		limit: mostFound
	});
	return ok({
		items: found.map(({ codingId, text, reference, group, codeId }) => ({
			codingId,
			text,
			shortened: null,
			reference,
			group,
			theme: pathName(frame.codebook, codeId),
			isChosen: false
		}))
	});
};

const quotesOf = ({ name, quotes }: DisplayRow): readonly QuoteToPlace[] =>
	quotes.flatMap(({ codingId, text, shortened, reference, group }) =>
		text === null ? [] : [{ codingId, text, shortened, reference, group, theme: name, isChosen: true }]
	);

/** What can be counted in words; a group that is too small, or would tell of it, is not offered. */
const countsOf = (display: JointDisplay, { name, voices }: DisplayRow, locale: Locale) =>
	countedGroups
		.filter((group) => heldBackOf(display.method, display.smallCell, group) === null)
		.flatMap((group) =>
			countedSayings.flatMap((saying) => {
				const { total, [saying]: n } = voices[group];
				if (total === 0 || (n === 0 && saying !== 'mentions')) return [];
				return [{ group, saying, says: countedWords({ group, saying, n, total, theme: name }, locale) }];
			})
		);
