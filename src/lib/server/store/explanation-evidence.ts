import { sql, type RawBuilder } from 'kysely';
import { referenceOf } from '../../domain/coding/coding.ts';
import {
	figureBefore,
	type EvidenceDraft,
	type EvidenceItem,
	type EvidenceSide,
	type WaveValue
} from '../../domain/integration/evidence.ts';
import type { MemoAbout } from '../../domain/memo/memo.ts';
import { memoName } from '../../domain/memo/memo-name.ts';
import type { EvidenceId, ExplanationId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import { may, type Access } from '../../domain/project/membership.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { findMemos } from './memos.ts';
import { mayQuoteCoding } from './quote-consent.ts';
import { isSeenOneByOne } from './seen-codings.ts';
import { mayOnSource } from './visible-sources.ts';

/**
 * What stands beside some explanations, as one reader may see it, in the order in which it was put down. A quote whose
 * interview is not released any more, and a memo that was taken away, stay out as long as that is so.
 */
export const listEvidence = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	explanationIds: readonly ExplanationId[]
): Promise<ReadonlyMap<ExplanationId, readonly EvidenceItem[]>> => {
	if (explanationIds.length === 0) return new Map();
	const rows = await readRows(db, projectId, access, explanationIds);
	const memoIds = rows.flatMap(({ memo_id }) => (memo_id === null ? [] : [memo_id]));
	const memos = memoIds.length === 0 ? [] : await findMemos(db, projectId, access, memoIds);
	const readable = new Map(memos.map((memo) => [memo.id, { title: memoName(memo), about: memo.about }]));
	const seesWords = may(access, 'source.list');
	return new Map(
		[...Map.groupBy(rows, ({ explanation_id }) => explanation_id)].map(([id, own]) => [
			id,
			own.map((row) => toItem(row, readable, seesWords))
		])
	);
};

/** The evidence that is a quote of a source or a memo about it, with the explanations it stands beside. */
export const listEvidenceFrom = async (
	db: Db,
	projectId: ProjectId,
	sourceId: SourceId
): Promise<readonly { readonly evidenceId: EvidenceId; readonly explanationId: ExplanationId }[]> => {
	const { rows } = await sql<{ id: string; explanation_id: string }>`select evidence.id, evidence.explanation_id
		from explanation_evidence as evidence left join memos on memos.id = evidence.memo_id
			left join codings on codings.id = coalesce(evidence.coding_id, memos.coding_id)
		where evidence.project_id = ${projectId} and coalesce(memos.source_id, codings.source_id) = ${sourceId}
		order by evidence.place`.execute(db);
	return rows.map(({ id, explanation_id }) => ({ evidenceId: id, explanationId: explanation_id }));
};

/** Puts something beside an explanation; of a figure it is kept what it says at this moment. */
export const insertEvidence = async (
	trx: Db,
	projectId: ProjectId,
	explanationId: ExplanationId,
	draft: EvidenceDraft,
	{ id, by, at }: { readonly id: EvidenceId; readonly by: UserId; readonly at: Date }
): Promise<void> => {
	const { kind, side, remark } = draft;
	await trx
		.insertInto('explanation_evidence')
		.values({
			...{ id, project_id: projectId, explanation_id: explanationId, kind, side, remark, added_by: by, added_at: at },
			...(draft.kind === 'quote' && { coding_id: draft.codingId }),
			...(draft.kind === 'memo' && { memo_id: draft.memoId }),
			...(draft.kind === 'literature' && { reference: draft.reference, url: draft.url }),
			...(draft.kind === 'figure' && {
				...{ indicator_id: draft.indicatorId, area_id: draft.areaId },
				...{ from_wave_id: draft.fromWaveId, to_wave_id: draft.toWaveId },
				seen: JSON.stringify(await findValues(trx, draft))
			})
		})
		.execute();
};

/** Takes evidence away from an explanation. */
export const deleteEvidence = async (
	trx: Db,
	explanationId: ExplanationId,
	ids: readonly EvidenceId[]
): Promise<void> => {
	await trx
		.deleteFrom('explanation_evidence')
		.where('explanation_id', '=', explanationId)
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
};

/** What a figure says in its round, or in the two it goes between; a round without a value stays out. */
export const findValues = async (
	db: Db,
	figure: Pick<EvidenceDraft & { readonly kind: 'figure' }, 'indicatorId' | 'areaId' | 'fromWaveId' | 'toWaveId'>
): Promise<readonly WaveValue[]> => {
	const { indicatorId, areaId, fromWaveId, toWaveId } = figure;
	const { rows } = await sql<{ seen: WaveValue[] }>`select ${valuesOf({
		indicator: sql`${indicatorId}::uuid`,
		area: sql`${areaId}::uuid`,
		from: sql`${fromWaveId}::uuid`,
		to: sql`${toWaveId}::uuid`
	})} as seen`.execute(db);
	return rows[0]?.seen ?? [];
};

const valuesOf = ({
	indicator,
	area,
	from,
	to
}: Readonly<Record<'indicator' | 'area' | 'from' | 'to', RawBuilder<unknown>>>) =>
	sql<WaveValue[]>`coalesce((select json_agg(json_build_object('waveId', waves.id, 'year', waves.year,
			'value', case when observations.suppressed then null else observations.value end) order by waves.year)
		from observations join waves on waves.id = observations.wave_id
		where observations.indicator_id = ${indicator} and observations.area_id = ${area}
			and observations.wave_id in (${from}, ${to})), '[]'::json)`;

type Row = {
	readonly id: string;
	readonly explanation_id: string;
	readonly kind: EvidenceItem['kind'];
	readonly side: EvidenceSide;
	readonly remark: string;
	readonly coding_id: string | null;
	readonly source_id: string | null;
	readonly group: Group | null;
	readonly quote: string | null;
	readonly title: string | null;
	readonly year: number | null;
	readonly turn: number | null;
	readonly is_quotable: boolean | null;
	readonly is_listed: boolean | null;
	readonly is_read: boolean | null;
	readonly memo_id: string | null;
	readonly indicator_id: string | null;
	readonly area_id: string | null;
	readonly from_wave_id: string | null;
	readonly to_wave_id: string | null;
	readonly label: string | null;
	readonly unit: string | null;
	readonly area_name: string | null;
	readonly seen: readonly WaveValue[] | null;
	readonly values: readonly WaveValue[];
	readonly reference: string | null;
	readonly url: string | null;
};

const readRows = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	explanationIds: readonly ExplanationId[]
): Promise<readonly Row[]> => {
	const { rows } = await sql<Row>`select evidence.id, evidence.explanation_id, evidence.kind, evidence.side,
			evidence.remark, evidence.coding_id, codings.source_id, sources."group", codings.quote, sources.title, waves.year,
			(select ordinal from turns where turns.source_id = codings.source_id and turns.version = codings.version
				and turns.start_position <= codings.start_position order by turns.start_position desc limit 1) as turn,
			case when codings.id is not null then ${mayQuoteCoding} end as is_quotable,
			${mayOnSource(access, 'source.list')} as is_listed,
			(${mayOnSource(access, 'coding.read')} and ${isSeenOneByOne(access)}) as is_read,
			evidence.memo_id, evidence.indicator_id, evidence.area_id, evidence.from_wave_id, evidence.to_wave_id,
			indicators.label, indicators.unit, areas.name as area_name, evidence.seen,
			${valuesOf({
				indicator: sql.ref('evidence.indicator_id'),
				area: sql.ref('evidence.area_id'),
				from: sql.ref('evidence.from_wave_id'),
				to: sql.ref('evidence.to_wave_id')
			})} as "values", evidence.reference, evidence.url
		from explanation_evidence as evidence
			left join codings on codings.id = evidence.coding_id
			left join sources on sources.id = codings.source_id
			left join waves on waves.id = sources.wave_id
			left join memos on memos.id = evidence.memo_id
			left join indicators on indicators.id = evidence.indicator_id
			left join areas on areas.id = evidence.area_id
		where evidence.project_id = ${projectId} and evidence.explanation_id = any(${[...explanationIds]}::uuid[])
			and (evidence.kind <> 'quote' or (codings.deleted_at is null and codings.layer = 'shared'
				and sources.deleted_at is null and sources.status = 'released'))
			and (evidence.kind <> 'memo' or memos.deleted_at is null)
		order by evidence.place`.execute(db);
	return rows;
};

/** A row as an item. What people write in a remark can name an interview, so who may not see those does not read it. */
const toItem = (
	row: Row,
	memos: ReadonlyMap<string, { readonly title: string; readonly about: MemoAbout }>,
	seesWords: boolean
): EvidenceItem => {
	const base = { id: row.id, side: row.side, remark: seesWords ? row.remark : '' };
	switch (row.kind) {
		case 'quote':
			return { ...base, kind: 'quote', ...quoteOf(row) };
		case 'memo': {
			const memoId = row.memo_id ?? '';
			const memo = memos.get(memoId) ?? { title: null, about: null };
			return { ...base, kind: 'memo', memoId, title: memo.title, about: memo.about };
		}
		case 'figure':
			return {
				...{ ...base, kind: 'figure', indicatorId: row.indicator_id ?? '', areaId: row.area_id ?? '' },
				...{ fromWaveId: row.from_wave_id, toWaveId: row.to_wave_id ?? '' },
				...{ label: row.label ?? '', unit: row.unit ?? '', areaName: row.area_name ?? '' },
				values: row.values,
				before: figureBefore(row.seen ?? [], row.values)
			};
		case 'literature':
			return { ...base, kind: 'literature', reference: row.reference ?? '', url: row.url };
	}
};

const quoteOf = (row: Row) => {
	const withheld = row.is_read !== true ? 'role' : row.is_quotable !== true ? 'consent' : null;
	return {
		codingId: row.coding_id ?? '',
		sourceId: row.source_id ?? '',
		group: row.group,
		text: withheld === null ? row.quote : null,
		reference: row.is_listed === true ? referenceOf(row.title ?? '', row.year ?? 0, row.turn ?? 1) : null,
		withheld
	} as const;
};
