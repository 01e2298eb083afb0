import { toPage, fromCursor } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { runQueryInput } from '../../contract/query.ts';
import type { CodingItem } from '../../contract/coding.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Count } from '../../query/count.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { countQueried, listQueried } from '../store/queries.ts';
import type { QuoteKey } from '../store/quotes.ts';
import { keyOfQuote, toCodingItem, isQuoteKey } from './list-codings.ts';

/** The quotes that a question finds, with how many codings there are and in how many interviews. */
export type Answered = Count & { readonly items: readonly CodingItem[]; readonly nextCursor: string | null };

/** Asks a question of all codings that this person may read; blind second codings do not count. */
export const runQuery = async (context: Context, projectId: string, input: unknown): Promise<Result<Answered>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(runQueryInput, input);
	if (!parsed.ok) return parsed;
	const { where, cursor, limit } = parsed.value;
	const after = isQuoteKey(fromCursor<QuoteKey>(cursor, ['text', 'number', 'text']));
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const counts = await countQueried(context.db, project.id, access, where);
	const quotes = await listQueried(context.db, project.id, access, where, after.value, limit + 1);
	const page = toPage(quotes, limit, keyOfQuote);
	return ok({ ...counts, ...page, items: page.items.map(toCodingItem) });
};
