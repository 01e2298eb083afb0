import { sql } from 'kysely';
import type { AreaId, CodeId, CodingId, PillarId, WaveId } from '../../domain/project/ids.ts';
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

/** On how many rows of joint displays a code was judged, and how many quotes were chosen for it. */
export const countRowsOfCode = async (
	db: Db,
	codeId: CodeId
): Promise<{ readonly decisions: number; readonly chosenQuotes: number }> => {
	const { rows } = await sql<{ decisions: number; chosenQuotes: number }>`select
		(select count(distinct (pillar_id, area_id, from_wave_id, to_wave_id)) from decisions
			where code_id = ${codeId})::int as decisions,
		(select count(*) from chosen_quotes where code_id = ${codeId})::int as "chosenQuotes"`.execute(db);
	return rows[0] ?? { decisions: 0, chosenQuotes: 0 };
};

/**
 * Lets chosen quotes of a code that goes into another follow, in pillars where that one is a theme, and quotes whose
 * coding goes into another. One that is chosen there already stays where it is, for the way back.
 */
export const followQuotes = async (
	trx: Db,
	{ from, into, pillarIds }: { readonly from: CodeId; readonly into: CodeId; readonly pillarIds: readonly PillarId[] },
	codings: readonly { readonly from: CodingId; readonly to: CodingId }[]
): Promise<readonly FollowedQuote[]> => {
	const kept = new Map(codings.map((one) => [one.from, one.to]));
	const rows = await trx
		.selectFrom('chosen_quotes')
		.select(['pillar_id', 'area_id', 'from_wave_id', 'to_wave_id', 'code_id', 'coding_id'])
		.where((where) =>
			where.or([where('code_id', '=', from), where('coding_id', '=', sql<string>`any(${[...kept.keys()]}::uuid[])`)])
		)
		.orderBy('chosen_at')
		.orderBy('coding_id')
		.execute();
	const followed: FollowedQuote[] = [];
	for (const row of rows) {
		const codeId = row.code_id === from && pillarIds.includes(row.pillar_id) ? into : row.code_id;
		const one = {
			...{ pillarId: row.pillar_id, areaId: row.area_id, fromWaveId: row.from_wave_id, toWaveId: row.to_wave_id },
			before: { codeId: row.code_id, codingId: row.coding_id },
			after: { codeId, codingId: kept.get(row.coding_id) ?? row.coding_id }
		};
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
