import { toCodingAnswer } from '../../contract/coding-answer.ts';
import { listCodingsQuery, type CodingItem } from '../../contract/coding.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { referenceOf } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
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
	const after = fromCursor<QuoteKey>(cursor, ['text', 'number', 'text']);
	if (!after.ok) return after;
	if (after.value && !isKey(after.value)) return fail('cursor-invalid', undefined, 'cursor');
	const { project, access } = permitted.value;
	const quotes = await listQuotes(context.db, project.id, access, filter, after.value, limit + 1);
	const page = toPage(quotes, limit, ({ sourceId, range, id }): QuoteKey => [sourceId, range.start, id]);
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
	return quote ? ok(toItem(quote)) : fail('coding-unknown');
};

const isKey = ([sourceId, start, codingId]: QuoteKey) =>
	isUuid(sourceId) && isUuid(codingId) && Number.isInteger(start) && start >= 0 && start < 2 ** 31;

const toItem = (quote: Quote): CodingItem => ({
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
