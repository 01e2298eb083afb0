import { toCodingAnswer } from '../../contract/coding-answer.ts';
import { listCodingsQuery, type CodingItem } from '../../contract/coding.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { versionAt } from '../../domain/codebook/version.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { listVersionNames, type NamedVersion } from '../store/codebook-versions.ts';
import { findQuote, listQuotes, type Quote, type QuoteKey } from '../store/quotes.ts';

/** The quotes of a project that this person may read, filtered, in reading order, a page at a time. */
export const listCodings = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CodingItem>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodingsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = quoteKeyOf(cursor);
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const quotes = await listQuotes(context.db, project.id, access, filter, after.value, limit + 1);
	const page = toPage(quotes, limit, keyOfQuote);
	const toItem = toCodingItem(await listVersionNames(context.db, project.id));
	return ok({ ...page, items: page.items.map(toItem) });
};

/** One quote with its place in codebook and frame. */
export const readCoding = async (
	context: Context,
	projectId: string,
	codingId: string
): Promise<Result<CodingItem>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const quote = isUuid(codingId) ? await findQuote(context.db, project.id, access, codingId) : null;
	if (!quote) return fail('coding-unknown');
	return ok(toCodingItem(await listVersionNames(context.db, project.id))(quote));
};

/** The place of a quote in lists of quotes. */
export const keyOfQuote = ({ sourceId, range, id }: Quote): QuoteKey => [sourceId, range.start, id];

/** Reads the cursor of a list of quotes back. */
export const quoteKeyOf = (cursor: string | undefined): Result<QuoteKey | null> =>
	fromCursor<QuoteKey>(cursor, ['id', 'place', 'id']);

/** A quote as it crosses the edge, with the version of the codebook under which its code was chosen. */
export const toCodingItem = (versions: readonly NamedVersion[]) => {
	return (quote: Quote): CodingItem => ({ ...placed(quote), codebookVersion: versionOf(versions, quote.codeSetAt) });
};

const versionOf = (versions: readonly NamedVersion[], codeSetAt: string): CodingItem['codebookVersion'] => {
	const version = versionAt(versions, new Date(codeSetAt));
	return version && { id: version.id, number: version.number, name: version.name };
};

const placed = (quote: Quote): Omit<CodingItem, 'codebookVersion'> => ({
	...toCodingAnswer(quote),
	codePath: quote.codePath,
	coderName: quote.coderName,
	reference: referenceOf(quote.title, quote.waveYear, quote.turn ?? 1),
	turn: quote.turn,
	source: {
		id: quote.sourceId,
		title: quote.title,
		areaId: quote.areaId,
		areaName: quote.areaName,
		waveId: quote.waveId,
		waveYear: quote.waveYear,
		studyId: quote.studyId,
		group: quote.group,
		conductedOn: quote.conductedOn,
		quotesAllowed: quote.quotesAllowed
	}
});
