import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/** Something stored that cannot be right, by id; never with words of an interview. */
export type Fault = {
	readonly kind:
		| 'quote-differs'
		| 'text-changed'
		| 'length-differs'
		| 'turn-outside'
		| 'turns-overlap'
		| 'version-missing'
		| 'ancestors-differ'
		| 'area-in-circle'
		| 'count-differs'
		| 'memo-elsewhere'
		| 'memo-without-turn';
	readonly id: string;
};

/** How much was looked at. */
export type Checked = {
	readonly sources: number;
	readonly versions: number;
	readonly turns: number;
	readonly codes: number;
	readonly codings: number;
};

const mostFaults = 200; // of one kind: who has more needs a copy, not a list

/** Each question answers the ids of what is wrong. PostgreSQL counts characters in code points, as we do. */
const questions: readonly { readonly kind: Fault['kind']; readonly ids: RawBuilder<{ id: string }> }[] = [
	{
		kind: 'quote-differs',
		ids: sql`select codings.id from codings join source_versions v on v.source_id = codings.source_id and v.version = codings.version
			where v.sealed_at is null and substring(v.text from codings.start_position + 1 for codings.end_position - codings.start_position) <> codings.quote`
	},
	{
		kind: 'text-changed',
		ids: sql`select source_id || '/' || version as id from source_versions
			where sealed_at is null and encode(sha256(convert_to(text, 'UTF8')), 'hex') <> sha256`
	},
	{
		kind: 'length-differs',
		ids: sql`select s.id from sources s join source_versions v on v.source_id = s.id and v.version = s.version
			where char_length(v.text) <> s.characters`
	},
	{
		kind: 'version-missing',
		ids: sql`select s.id from sources s
			where not exists (select from source_versions v where v.source_id = s.id and v.version = s.version)`
	},
	{
		kind: 'turn-outside',
		ids: sql`select t.source_id || '/' || t.version || '/' || t.ordinal as id
			from turns t join source_versions v on v.source_id = t.source_id and v.version = t.version
			where v.sealed_at is null and t.end_position > char_length(v.text)`
	},
	{
		kind: 'turns-overlap',
		ids: sql`select id from (
			select source_id || '/' || version || '/' || ordinal as id, start_position,
				lag(end_position) over (partition by source_id, version order by ordinal) as before
			from turns) as following where start_position < before`
	},
	{
		kind: 'ancestors-differ',
		ids: sql`with recursive above (code_id, ancestor_id) as (
				select id, id from codes
				union select above.code_id, codes.parent_id from above join codes on codes.id = above.ancestor_id
					where codes.parent_id is not null
			), wrong as (
				(select code_id, ancestor_id from above except select code_id, ancestor_id from code_ancestors)
				union all (select code_id, ancestor_id from code_ancestors except select code_id, ancestor_id from above)
			) select distinct code_id as id from wrong`
	},
	{
		kind: 'area-in-circle',
		ids: sql`with recursive above (area_id, ancestor_id) as (
				select id, parent_id from areas where parent_id is not null
				union select above.area_id, areas.parent_id from above join areas on areas.id = above.ancestor_id
					where areas.parent_id is not null
			) select area_id as id from above where area_id = ancestor_id`
	},
	{
		kind: 'count-differs',
		ids: sql`select coalesce(kept.code_id, counted.code_id) || '/' || coalesce(kept.source_id, counted.source_id) as id
			from (select * from coding_counts where codings > 0) as kept
			full join (
				select code_id, source_id, count(*)::int as codings,
					bit_or(1 << (said_place(change, level) - 1)) as pairs
				from codings where deleted_at is null and layer = 'shared' group by code_id, source_id
			) as counted on counted.code_id = kept.code_id and counted.source_id = kept.source_id
			where coalesce(kept.codings, 0) <> coalesce(counted.codings, 0)
				or kept.codings <> (select sum(number) from unnest(kept.said) as number) or kept.pairs <> counted.pairs`
	},
	{
		kind: 'memo-elsewhere',
		ids: sql`select memos.id from memos left join codings on codings.id = memos.coding_id
			left join sources on sources.id = coalesce(memos.source_id, codings.source_id)
			left join codes on codes.id = memos.code_id
			where coalesce(sources.project_id, codes.project_id, memos.project_id) <> memos.project_id`
	},
	{
		kind: 'memo-without-turn',
		ids: sql`select memos.id from memos where memos.about = 'turn' and not exists (select from turns
			where turns.source_id = memos.source_id and turns.version = memos.text_version
				and turns.start_position <= memos.text_position)`
	}
];

/** Looks for faults in everything stored, also what was deleted and can come back. */
export const findFaults = async (db: Db): Promise<readonly Fault[]> => {
	const faults: Fault[] = [];
	for (const { kind, ids } of questions) {
		const { rows } = await sql<{ id: string }>`${ids} limit ${mostFaults}`.execute(db);
		faults.push(...rows.map(({ id }) => ({ kind, id })));
	}
	return faults;
};

/** How many rows of each kind there are to look at. */
export const countChecked = async (db: Db): Promise<Checked> => {
	const { rows } = await sql<Checked>`select
		(select count(*)::int from sources) as sources, (select count(*)::int from source_versions) as versions,
		(select count(*)::int from turns) as turns, (select count(*)::int from codes) as codes,
		(select count(*)::int from codings) as codings`.execute(db);
	const [counts] = rows;
	if (!counts) throw new Error('a count has one row');
	return counts;
};
