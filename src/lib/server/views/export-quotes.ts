import { exportQuotesInput, exportQuotesQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { pathName } from '../../domain/codebook/codebook.ts';
import { versionAt } from '../../domain/codebook/version.ts';
import { valenceList } from '../../domain/coding/valence.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { narrowedTo, type Access } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { smallCells } from '../../privacy/disclosure.ts';
import type { About } from '../../report/about.ts';
import {
	newQuoteCounts,
	quoteCells,
	quoteSheet,
	quotesTitle,
	quoteTable,
	type QuoteRow,
	type SmallCells
} from '../../report/quote-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { sheetWords, toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { listedQuote, withPeople, type AskedExport, type ListedQuote } from '../access/export-material.ts';
import { permit, type Permit } from '../access/permit.ts';
import { startTable } from '../printing/write-table.ts';
import { listVersionNames, type NamedVersion } from '../store/codebook-versions.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { loadCodebook } from '../store/codes.ts';
import { letOthersIn } from '../store/let-others-in.ts';
import { listQueried } from '../store/queries.ts';
import { listQuotes, type CodePaths, type Quote, type QuoteKey } from '../store/quotes.ts';
import { listStudies } from '../store/studies.ts';
import { sayPassedCheckOf } from './export-check.ts';
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
	const file = { format, confirmation, asked: { kind: 'quotes', ...filter } } as const;
	return quotesFile(context, permitted.value, file, locale, (access, after, paths) =>
		listQuotes(context.db, permitted.value.project.id, access, filter, after, rowsAtOnce, paths)
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
	return quotesFile(context, permitted.value, file, locale, (access, after, paths) =>
		listQueried(context.db, permitted.value.project.id, access, where, after, rowsAtOnce, paths)
	);
};

type AskedFile = {
	readonly format: 'csv' | 'xlsx';
	readonly confirmation: string | undefined;
	readonly asked: Extract<AskedExport, { kind: 'quotes' | 'queried-quotes' }>;
};

const quotesFile = async (
	context: Context,
	{ project, access }: Permit,
	{ format, confirmation, asked }: AskedFile,
	locale: Locale,
	pageAfter: (access: Access, after: QuoteKey | null, paths: CodePaths) => Promise<readonly Quote[]>
): Promise<Result<ExportedFile>> => {
	const { db, signal } = context;
	const exporting = narrowedTo(access, 'export.quotes');
	const studies = new Map((await listStudies(db, project.id)).map(({ id, name }) => [id, name]));
	const book = await loadCodebook(db, project.id);
	const paths = new Map(book.codes.map(({ id }) => [id, pathName(book, id)]));
	const versions = await listVersionNames(db, project.id);
	const ofSources = new Map<string, QuoteRow[]>();
	const listed: ListedQuote[] = [];
	// While rows are made of one page, a database server already reads the next.
	let coming: Promise<readonly Quote[]> | null = pageAfter(exporting, null, paths);
	while (coming) {
		const quotes: readonly Quote[] = await coming;
		const last = quotes.at(-1);
		coming = last && quotes.length === rowsAtOnce ? pageAfter(exporting, keyOfQuote(last), paths) : null;
		coming?.catch(() => {}); // told to who waits for it: nobody does when the file is given up
		for (const quote of quotes) {
			const row = rowOf(quote, (quote.studyId && studies.get(quote.studyId)) || null, versions);
			const ofSource = ofSources.get(quote.sourceId);
			listed.push(listedQuote(quote));
			if (ofSource) ofSource.push(row);
			else ofSources.set(quote.sourceId, [row]);
		}
		await letOthersIn();
		signal?.throwIfAborted();
	}

	const material = await withPeople(context, project, { kind: 'quotes', quotes: listed }, [...ofSources.keys()]);
	if (!material.ok) return material;
	const confirmed = { confirmationId: confirmation, isRequired: false };
	const check = await sayPassedCheckOf(context, asked, material.value, confirmed, locale);
	if (!check.ok) return check;

	const now = context.now();
	const sources = byTitle([...ofSources.values()]);
	const small = countSmallCells(project, sources, material.value.functions);
	const about = aboutOf(project, await dataChangedAt(db, project.id, { areaIds: null, reportId: null }), check.value);
	const bytes = await tableBytes({ sources, about, small, format, locale, signal });
	await audit(context, db, project.id, 'export.quotes', { kind: 'project', id: project.id });
	const name = exportName([quotesTitle(locale), project.name], now, format);
	return ok({ name, type: mediaTypes[format], bytes });
};

/** The quotes of one interview, in the order of reading. */
type OfSource = readonly QuoteRow[];

type Asked = {
	readonly sources: readonly OfSource[];
	readonly about: About;
	readonly small: SmallCells;
	readonly format: 'csv' | 'xlsx';
	readonly locale: Locale;
	readonly signal: AbortSignal | undefined;
};

/** The table as a file; a long one is put together an interview at a time, and written in a thread. */
const tableBytes = async ({ sources, about, small, format, locale, signal }: Asked): Promise<Uint8Array> => {
	const rows = sources.reduce((sum, ofSource) => sum + ofSource.length, 0);
	if (rows <= rowsAtOnce) {
		const table = quoteTable(sources.flat(), about, locale, small);
		return format === 'csv' ? toCsv(table, locale) : toXlsx([table], locale);
	}
	const writer = startTable({ format, locale, words: sheetWords(locale) });
	const giveUp = () => void writer.close();
	signal?.addEventListener('abort', giveUp, { once: true });
	try {
		const counts = newQuoteCounts();
		for (const ofSource of sources) {
			counts.add(ofSource);
			writer.add(ofSource.map((quote) => quoteCells(quote, locale)));
			await letOthersIn();
			signal?.throwIfAborted();
		}
		return await writer.finish(quoteSheet(counts.all(), about, locale, small));
	} catch (error) {
		throw signal?.aborted ? signal.reason : error;
	} finally {
		signal?.removeEventListener('abort', giveUp);
		await writer.close();
	}
};

/** How many cells of area, group and function group in these quotes are too small to be named (R12). */
const countSmallCells = (
	{ smallCell }: Project,
	sources: readonly OfSource[],
	functions: ReadonlyMap<string, readonly string[]>
): SmallCells => {
	const interviews = sources.flatMap(([first]) => (first ? [first] : []));
	const cells = smallCells(
		interviews.flatMap(({ sourceId, areaName, group }) =>
			group === null ? [] : [{ areaId: areaName, areaName, group, functionGroups: functions.get(sourceId) ?? [] }]
		),
		smallCell
	);
	return { count: cells.length, smallest: smallCell };
};

/** Interviews by title: sorting 100,000 references takes half a second. */
const byTitle = (sources: readonly OfSource[]): readonly OfSource[] => {
	const { compare } = new Intl.Collator('nl', { numeric: true });
	const titleOf = (ofSource: OfSource) => ofSource[0]?.reference ?? '';
	return [...sources].sort((a, b) => compare(titleOf(a), titleOf(b)));
};

const rowOf = (quote: Quote, studyName: string | null, versions: readonly NamedVersion[]): QuoteRow => ({
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
	quotesAllowed: quote.quotesAllowed,
	codebookVersion: versionNameAt(versions, quote.codedAt)
});

const versionNameAt = (versions: readonly NamedVersion[], codedAt: string): QuoteRow['codebookVersion'] => {
	const version = versionAt(versions, new Date(codedAt));
	return version && { number: version.number, name: version.name };
};
