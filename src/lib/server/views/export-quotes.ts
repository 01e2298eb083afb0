import { exportQuotesInput, exportQuotesQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { valenceList } from '../../domain/coding/valence.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { narrowedTo, type Access } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { smallCells } from '../../privacy/disclosure.ts';
import { quoteTable, type QuoteRow, type SmallCells } from '../../report/quote-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { listFunctionGroups } from '../store/case-functions.ts';
import { letOthersIn } from '../store/let-others-in.ts';
import { listQueried } from '../store/queries.ts';
import { listQuotes, type Quote, type QuoteKey } from '../store/quotes.ts';
import { listStudies } from '../store/studies.ts';
import { sayPassedCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { keyOfQuote } from './list-codings.ts';
import { knowsAll } from './run-query.ts';

const rowsAtOnce = 500; // so that the embedded database is never busy for long

/** Takes quotes away as a table. Without consent to quote an interview its words are left out, but it is counted. */
export const exportQuotes = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'export.quotes');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportQuotesQuery, query);
	if (!parsed.ok) return parsed;
	const { format, confirmation, ...filter } = parsed.value;
	const confirmed = { confirmationId: confirmation, isRequired: false };
	const check = await sayPassedCheck(context, projectId, { kind: 'quotes', ...filter }, confirmed, locale);
	if (!check.ok) return check;
	const file = { format, check: check.value };
	return quotesFile(context, permitted.value, file, locale, (access, after) =>
		listQuotes(context.db, permitted.value.project.id, access, filter, after, rowsAtOnce)
	);
};

/** The same for a question as data: it is sent in the body, so that the words one looks for stand in no address. */
export const exportQueriedQuotes = async (
	context: Context,
	projectId: string,
	input: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'export.quotes');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportQuotesInput, input);
	if (!parsed.ok) return parsed;
	const { format, where, confirmation } = parsed.value;
	const known = await knowsAll(context, permitted.value, where);
	if (!known.ok) return known;
	const confirmed = { confirmationId: confirmation, isRequired: false };
	const check = await sayPassedCheck(context, projectId, { kind: 'queried-quotes', where }, confirmed, locale);
	if (!check.ok) return check;
	return quotesFile(context, permitted.value, { format, check: check.value }, locale, (access, after) =>
		listQueried(context.db, permitted.value.project.id, access, where, after, rowsAtOnce)
	);
};

const quotesFile = async (
	context: Context,
	{ project, access }: Permit,
	{ format, check }: { readonly format: 'csv' | 'xlsx'; readonly check: string | null },
	locale: Locale,
	pageAfter: (access: Access, after: QuoteKey | null) => Promise<readonly Quote[]>
): Promise<Result<ExportedFile>> => {
	const exporting = narrowedTo(access, 'export.quotes');
	const studies = new Map((await listStudies(context.db, project.id)).map(({ id, name }) => [id, name]));
	const rows: QuoteRow[] = [];
	for (let after: QuoteKey | null = null; ;) {
		const quotes: readonly Quote[] = await pageAfter(exporting, after);
		rows.push(...quotes.map((quote) => rowOf(quote, (quote.studyId && studies.get(quote.studyId)) || null)));
		const last = quotes.at(-1);
		if (!last || quotes.length < rowsAtOnce) break;
		after = keyOfQuote(last);
		await letOthersIn();
	}

	const now = context.now();
	const about = aboutOf(project, now, check);
	const small = await countSmallCells(context, project, rows);
	const table = quoteTable(byTitle(rows), about, locale, small);
	const bytes = format === 'csv' ? toCsv(table, locale) : await toXlsx([table], locale);
	await audit(context, context.db, project.id, 'export.quotes', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes });
};

/** How many cells of area, group and function group in these quotes are too small to be named (R12). */
const countSmallCells = async (
	{ db }: Context,
	{ smallCell }: Project,
	rows: readonly QuoteRow[]
): Promise<SmallCells> => {
	const interviews = [...new Map(rows.map((row) => [row.sourceId, row])).values()];
	const functions = await listFunctionGroups(
		db,
		interviews.map(({ sourceId }) => sourceId)
	);
	const cells = smallCells(
		interviews.flatMap(({ sourceId, areaName, group }) =>
			group === null ? [] : [{ areaId: areaName, areaName, group, functionGroups: functions.get(sourceId) ?? [] }]
		),
		smallCell
	);
	return { count: cells.length, smallest: smallCell };
};

/** Interviews by title, each in reading order, in which the rows came: sorting 100,000 references takes half a second. */
const byTitle = (rows: readonly QuoteRow[]): readonly QuoteRow[] => {
	const { compare } = new Intl.Collator('nl', { numeric: true });
	const ofSources = [...Map.groupBy(rows, ({ sourceId }) => sourceId).values()];
	const titleOf = (ofSource: readonly QuoteRow[]) => ofSource[0]?.reference ?? '';
	return ofSources.sort((a, b) => compare(titleOf(a), titleOf(b))).flat();
};

const rowOf = (quote: Quote, studyName: string | null): QuoteRow => ({
	reference: referenceOf(quote.title, quote.waveYear, quote.turn ?? 1),
	sourceId: quote.sourceId,
	areaName: quote.areaName,
	waveYear: quote.waveYear,
	group: quote.group,
	studyName,
	codePath: quote.codePath,
	valences: valenceList(quote.valences),
	text: quote.quote,
	memo: quote.memo,
	isImportant: quote.isImportant,
	coderName: quote.coderName,
	codedAt: quote.codedAt,
	quotesAllowed: quote.quotesAllowed
});
