import { sql } from 'kysely';
import type { CasePlace } from '../../domain/case/who-may.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import type { Memo, MemoSubject, MemoVisibility } from '../../domain/memo/memo.ts';
import type { MemoPlace } from '../../domain/memo/who-may.ts';
import type { CodeId, MemoId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Target } from '../../domain/project/membership.ts';
import { isReleased, type Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { areaPathOfSource } from './visible-sources.ts';

/** Whether a code stands in the codebook of a project. */
export const isCodeThere = async (db: Db, projectId: ProjectId, codeId: CodeId): Promise<boolean> =>
	(await db
		.selectFrom('codes')
		.select('id')
		.where('id', '=', codeId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.executeTakeFirst()) !== undefined;

/** Where a turn of a source begins, in the text as it is now; null = there is no such turn. */
export const findTurnPosition = async (
	db: Db,
	sourceId: SourceId,
	version: number,
	turn: number
): Promise<number | null> =>
	(
		await db
			.selectFrom('turns')
			.select('start_position')
			.where('source_id', '=', sourceId)
			.where('version', '=', version)
			.where('ordinal', '=', turn)
			.executeTakeFirst()
	)?.start_position ?? null;

/** What decides who hears that a memo changed; also of one that was just taken away. */
export type MemoOfEvent = Pick<Memo, 'id' | 'authorId' | 'visibility'> & {
	/** what it is about, for a reader who codes some sources blind */
	readonly placeFor: (blindSources: ReadonlySet<SourceId>) => MemoPlace;
};

type Row = {
	id: string;
	about: MemoSubject;
	visibility: MemoVisibility;
	author_id: string;
	source_id: string | null;
	status: Source['status'] | null;
	uploaded_by: string | null;
	area_path: string[] | null;
	layer: Layer | null;
	coder_id: UserId | null;
	case_created_by: UserId | null;
	case_targets: { status: Source['status']; uploaded_by: string; area_path: string[] }[] | null;
};

/** The memos of an event with what they are about. */
export const findMemosOfEvent = async (
	db: Db,
	projectId: ProjectId,
	memoIds: readonly MemoId[]
): Promise<readonly MemoOfEvent[]> => {
	const { rows } =
		await sql<Row>`select memos.id, memos.about, memos.visibility, memos.author_id, sources.id as source_id,
			sources.status, sources.uploaded_by, case when sources.id is not null then ${areaPathOfSource} end as area_path,
			codings.layer, codings.coder_id, cases.created_by as case_created_by,
			case when cases.id is not null then (${targetsOfCase}) end as case_targets
		from memos left join codings on codings.id = memos.coding_id left join cases on cases.id = memos.case_id
			left join sources on sources.id = coalesce(memos.source_id, codings.source_id)
		where memos.project_id = ${projectId} and memos.id = any(${[...memoIds]}::uuid[])`.execute(db);
	return rows.map((row) => ({
		id: row.id,
		authorId: row.author_id,
		visibility: row.visibility,
		placeFor: (blindSources) => placeOf(row, blindSources.has(row.source_id ?? ''))
	}));
};

/** The interviews of the person a memo is about, as what decides who sees them. */
const targetsOfCase = sql`select json_agg(json_build_object('status', sources.status, 'uploaded_by', sources.uploaded_by,
		'area_path', ${areaPathOfSource}))
	from case_sources join sources on sources.id = case_sources.source_id
	where case_sources.case_id = cases.id and sources.deleted_at is null`;

const casePlaceOf = ({ case_created_by, case_targets }: Row): CasePlace => ({
	createdBy: case_created_by ?? '',
	targets: (case_targets ?? []).map(({ status, uploaded_by, area_path }) => ({
		areaPath: area_path,
		uploadedBy: uploaded_by,
		isReleased: isReleased({ status })
	}))
});

const placeOf = (row: Row, isBlind: boolean): MemoPlace => {
	const target: Target = {
		areaPath: row.area_path ?? [],
		uploadedBy: row.uploaded_by ?? '',
		isReleased: row.status !== null && isReleased({ status: row.status })
	};
	switch (row.about) {
		case 'project':
		case 'code':
			return { kind: row.about };
		case 'case':
			return { kind: 'case', kase: casePlaceOf(row) };
		case 'source':
		case 'turn':
			return { kind: row.about, target, isBlind };
		case 'coding':
			return { kind: 'coding', target, isBlind, layer: row.layer ?? 'second', coderId: row.coder_id ?? '' };
	}
};
