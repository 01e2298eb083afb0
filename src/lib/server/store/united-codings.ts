import type { Coding } from '../../domain/coding/coding.ts';
import type { CodingId, MemoId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { followQuotes, unfollowQuotes, type FollowedQuote } from './followed-quotes.ts';
import { followCodings, unfollowCodings, type FollowedMemos } from './save-memo.ts';

/** What a coding gave to the one it went into: memos, and quotes that were chosen; ids only. */
export type GivenAway = {
	readonly memos: FollowedMemos['ofCodings'];
	readonly quotes: readonly FollowedQuote[];
};

/**
 * Lets the memos of one person about a coding, and the quotes chosen with it, go to the coding it goes into, and keeps
 * which did. A chosen quote stays where the other coding is chosen already.
 */
export const giveAway = async (
	trx: Db,
	coding: Pick<Coding, 'id' | 'codeId'>,
	into: CodingId,
	by: UserId
): Promise<GivenAway> => {
	const memos = await followCodings(trx, [{ from: coding.id, to: into }], by);
	const kept = new Map([[coding.id, into]]);
	const quotes = await followQuotes(trx, { from: coding.codeId, into: coding.codeId, pillarIds: [], kept });
	const given = { memos, quotes };
	await trx
		.updateTable('codings')
		.set({ gave_away: JSON.stringify(given) })
		.where('id', '=', coding.id)
		.execute();
	return given;
};

/** Gives a coding back what it gave away, where that still is; what came back. */
export const takeBackGiven = async (trx: Db, codingId: CodingId): Promise<GivenAway> => {
	const row = await trx.selectFrom('codings').select('gave_away').where('id', '=', codingId).executeTakeFirst();
	// Written by `giveAway` above, and by nothing else.
	const given = row?.gave_away as GivenAway | null | undefined;
	if (!given) return { memos: [], quotes: [] };
	await unfollowCodings(trx, given.memos);
	await unfollowQuotes(trx, given.quotes);
	await trx.updateTable('codings').set({ gave_away: null }).where('id', '=', codingId).execute();
	return given;
};

/** Those of these memos that others can read too. */
export const listShared = async (trx: Db, memoIds: readonly MemoId[]): Promise<readonly MemoId[]> => {
	if (memoIds.length === 0) return [];
	const rows = await trx
		.selectFrom('memos')
		.select('id')
		.where('id', 'in', [...memoIds])
		.where('visibility', '=', 'shared')
		.where('deleted_at', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
};
