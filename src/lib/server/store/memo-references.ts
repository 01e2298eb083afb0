import { sql } from 'kysely';
import { referenceOf } from '../../domain/coding/coding.ts';
import { referenceKey, type MemoReference } from '../../domain/memo/references.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { isSeenOneByOne } from './seen-codings.ts';
import { mayOnSource } from './visible-sources.ts';

/** What the mentions in memos lead to, for one reader: the name of each thing he or she may see, by `referenceKey`. */
export const findMentioned = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	references: readonly Pick<MemoReference, 'to' | 'id'>[]
): Promise<ReadonlyMap<string, string>> => {
	if (references.length === 0) return new Map();
	const idsOf = (kind: MemoReference['to']) => [
		...new Set(references.flatMap(({ to, id }) => (to === kind && isUuid(id) ? [id] : [])))
	];
	const { rows } = await sql<{ to: MemoReference['to']; id: string; name: string; year: number; turn: number | null }>`
		select 'code' as "to", id, name, 0 as year, null::int as turn from codes
			where project_id = ${projectId} and deleted_at is null and id = any(${idsOf('code')}::uuid[])
		union all select 'source', id, title, 0, null from sources
			where project_id = ${projectId} and deleted_at is null and id = any(${idsOf('source')}::uuid[])
				and ${mayOnSource(access, 'source.list')}
		union all select 'coding', codings.id, sources.title, waves.year,
				(select ordinal from turns where turns.source_id = codings.source_id and turns.version = codings.version
					and turns.start_position <= codings.start_position order by turns.ordinal desc limit 1)
			from codings join sources on sources.id = codings.source_id join waves on waves.id = sources.wave_id
			where sources.project_id = ${projectId} and sources.deleted_at is null and codings.deleted_at is null
				and codings.id = any(${idsOf('coding')}::uuid[])
				and ${mayOnSource(access, 'coding.read')} and ${isSeenOneByOne(access)}`.execute(db);
	return new Map(
		rows.map(({ to, id, name, year, turn }) => [
			referenceKey({ to, id }),
			to === 'coding' ? referenceOf(name, year, turn ?? 1) : name
		])
	);
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isUuid = (text: string) => uuid.test(text);

/** The codes that went into another, with the code that stands for them now. */
export const findSurvivors = async (db: Db, projectId: ProjectId): Promise<ReadonlyMap<CodeId, CodeId>> => {
	const { rows } = await sql<{ from: string; into: string }>`select merge.value ->> 'fromCodeId' as "from",
			merge.value ->> 'intoCodeId' as "into"
		from code_changes, jsonb_array_elements(way_back -> 'merges') with ordinality as merge (value, place)
		where project_id = ${projectId} and kind = 'merge' and undone_at is null order by made_order, place`.execute(db);
	const survivors = new Map<string, string>();
	// A later merge carries along what went into its code before.
	for (const { from, into } of rows) {
		for (const [gone, present] of survivors) if (present === from) survivors.set(gone, into);
		survivors.set(from, into);
	}
	return survivors;
};
