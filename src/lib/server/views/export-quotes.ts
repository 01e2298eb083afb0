import { exportQuotesInput, exportQuotesQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { pathName } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { narrowedTo } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { smallCells } from '../../privacy/disclosure.ts';
import { quoteFrame, quoteSheet, quotesTitle, quoteWords, type SmallCells } from '../../report/quote-table.ts';
import { sheetWords } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import type { AskedExport } from '../access/export-material.ts';
import { quotesMaterial } from '../access/quote-material.ts';
import { permit } from '../access/permit.ts';
import { listVersionNames } from '../store/codebook-versions.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { loadCodebook } from '../store/codes.ts';
import { letOthersIn } from '../store/let-others-in.ts';
import { listQuotedSources, readPacked, type QuotedSource } from '../store/packed-quotes.ts';
import { quotesQueried } from '../store/queries.ts';
import { quotesFound, type AskedQuotes } from '../store/quotes.ts';
import { listStudies } from '../store/studies.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { writerFor } from './quotes-writer.ts';
import { knowsAll } from './run-query.ts';

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
	const file = { format, confirmation, asked: { kind: 'quotes', ...filter } } as const;
	const { project, access } = permitted.value;
	return quotesFile(
		context,
		project,
		quotesFound(project.id, narrowedTo(access, 'export.quotes'), filter),
		file,
		locale
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
	const file = { format, confirmation, asked: { kind: 'queried-quotes', where } } as const;
	const { project, access } = permitted.value;
	const found = quotesQueried(project.id, narrowedTo(access, 'export.quotes'), where);
	return quotesFile(context, project, found, file, locale);
};

type AskedFile = {
	readonly format: 'csv' | 'xlsx';
	readonly confirmation: string | undefined;
	readonly asked: Extract<AskedExport, { kind: 'quotes' | 'queried-quotes' }>;
};

const quotesFile = async (
	context: Context,
	project: Project,
	found: AskedQuotes,
	{ format, confirmation, asked }: AskedFile,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const { db } = context;
	const sources = byTitle(await listQuotedSources(db, found));
	const legend = await legendOf(db, project.id, sources);
	const frame = quoteFrame(project, locale);
	const words = quoteWords(locale, legend.versions);
	const writing = { format, locale, frame, legend, words, sheetWords: sheetWords(locale) };
	const writer = writerFor(writing, readPacked(db, found, sources), context.signal);
	try {
		const { counts, tally } = await writer.read();
		await letOthersIn();
		const material = await quotesMaterial(context, project, sources, tally);
		if (!material.ok) return material;
		await letOthersIn();
		const confirmed = { confirmationId: confirmation };
		const check = await sayPassedCheckOf(context, asked, material.value, confirmed, locale);
		if (!check.ok) return check;
		await letOthersIn();
		const now = context.now();
		const quoted = sources.filter((_, at) => tally.has(at));
		const small = countSmallCells(project, quoted, material.value.functions);
		const changedAt = await dataChangedAt(db, project.id, { areaIds: null, reportId: null });
		const bytes = await writer.finish(quoteSheet(counts, aboutOf(project, changedAt, check.value), locale, small));
		await audit(context, db, project.id, 'export.quotes', { kind: 'project', id: project.id });
		const name = exportName([quotesTitle(locale), project.name], now, format);
		return ok({ name, type: mediaTypes[format], bytes });
	} finally {
		await writer.close();
	}
};

/** Interviews by title as people count; each stands in the file as one reads. */
const byTitle = (sources: readonly QuotedSource[]): readonly QuotedSource[] => {
	const { compare } = new Intl.Collator('nl', { numeric: true });
	const referenceTo = ({ title, waveYear }: QuotedSource) => referenceOf(title, waveYear, 1);
	return [...sources].sort((a, b) => compare(referenceTo(a), referenceTo(b)));
};

/** What the quotes of these sources refer to. */
const legendOf = async (db: Context['db'], projectId: string, sources: readonly QuotedSource[]) => {
	const studies = new Map((await listStudies(db, projectId)).map(({ id, name }) => [id, name]));
	const book = await loadCodebook(db, projectId);
	return {
		sources: sources.map(({ id, studyId, ...source }) => ({
			...source,
			sourceId: id,
			studyName: (studyId && studies.get(studyId)) || null
		})),
		paths: new Map(book.codes.map(({ id }) => [id, pathName(book, id)])),
		versions: await listVersionNames(db, projectId)
	};
};

/** How many cells of area, group and function group in these quotes are too small to be named (R12). */
const countSmallCells = (
	{ smallCell }: Project,
	sources: readonly QuotedSource[],
	functions: ReadonlyMap<string, readonly string[]>
): SmallCells => {
	const cells = smallCells(
		sources.flatMap(({ id, areaName, group }) =>
			group === null ? [] : [{ areaId: areaName, areaName, group, functionGroups: functions.get(id) ?? [] }]
		),
		smallCell
	);
	return { count: cells.length, smallest: smallCell };
};
