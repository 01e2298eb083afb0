import { sql } from 'kysely';
import type { AreaId, CodeId, CodingId, PillarId, WaveId } from '../../domain/project/ids.ts';
import { quotesAfterMerge, type QuotedMerge, type QuotePlace } from '../../domain/report/quotes-after-merge.ts';
import type { Db } from './database.ts';

/** A chosen quote that a merge took along: its display, and its theme and coding before and after; ids only. */
export type FollowedQuote = {
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly before: { readonly codeId: CodeId; readonly codingId: CodingId };
	readonly after: { readonly codeId: CodeId; readonly codingId: CodingId };
};

/** On how many rows of joint displays codes were judged. */
export const countDecidedRows = async (db: Db, codeIds: readonly CodeId[]): Promise<number> => {
	const { rows } = await sql<{ decided: number }>`select
		count(distinct (code_id, pillar_id, area_id, from_wave_id, to_wave_id))::int as decided
		from decisions where code_id = any(${[...codeIds]}::uuid[])`.execute(db);
	return rows[0]?.decided ?? 0;
};

/** Where quotes were chosen for one of these codes or with one of these codings, in the order of choosing. */
export const listQuotePlaces = async (
	db: Db,
	codeIds: readonly CodeId[],
	codingIds: readonly CodingId[]
): Promise<readonly QuotePlace[]> =>
	db
		.selectFrom('chosen_quotes')
		.select(['pillar_id as pillarId', 'area_id as areaId', 'from_wave_id as fromWaveId', 'to_wave_id as toWaveId'])
		.select(['code_id as codeId', 'coding_id as codingId'])
		.where((where) =>
			where.or([
				where('code_id', '=', sql<string>`any(${[...codeIds]}::uuid[])`),
				where('coding_id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
			])
		)
		.orderBy('chosen_at')
		.orderBy('coding_id')
		.execute();

/** Lets chosen quotes go along with a merge; those that did, for the way back. */
export const followQuotes = async (trx: Db, merge: QuotedMerge): Promise<readonly FollowedQuote[]> => {
	const codingIds = [...merge.kept].flat();
	const places = await listQuotePlaces(trx, [merge.from, merge.into], codingIds);
	const after = quotesAfterMerge(places, merge);
	const followed: FollowedQuote[] = [];
	for (const [index, { codeId, codingId, ...at }] of places.entries()) {
		const to = after[index];
		if (!to) continue;
		const one = { ...at, before: { codeId, codingId }, after: { codeId: to.codeId, codingId: to.codingId } };
		if (await move(trx, one, one.before, one.after)) followed.push(one);
	}
	return followed;
};

/** Brings chosen quotes back to the theme and the coding they were chosen with before a merge, where they still are. */
export const unfollowQuotes = async (trx: Db, followed: readonly FollowedQuote[]): Promise<void> => {
	for (const one of [...followed].reverse()) await move(trx, one, one.after, one.before);
};

/** Whether a quote was moved: not when it is gone, stays the same, or the other place is taken. */
const move = async (
	trx: Db,
	at: FollowedQuote,
	from: FollowedQuote['before'],
	to: FollowedQuote['after']
): Promise<boolean> => {
	if (from.codeId === to.codeId && from.codingId === to.codingId) return false;
	const { numUpdatedRows } = await trx
		.updateTable('chosen_quotes')
		.set({ code_id: to.codeId, coding_id: to.codingId })
		.where((where) => where.and({ ...displayOf(at), code_id: from.codeId, coding_id: from.codingId }))
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('chosen_quotes as other')
						.select('other.coding_id')
						.where('other.pillar_id', '=', at.pillarId)
						.where('other.area_id', '=', at.areaId)
						.where('other.from_wave_id', '=', at.fromWaveId)
						.where('other.to_wave_id', '=', at.toWaveId)
						.where('other.code_id', '=', to.codeId)
						.where('other.coding_id', '=', to.codingId)
				)
			)
		)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
};

const displayOf = ({ pillarId, areaId, fromWaveId, toWaveId }: FollowedQuote) => ({
	...{ pillar_id: pillarId, area_id: areaId, from_wave_id: fromWaveId, to_wave_id: toWaveId }
});
