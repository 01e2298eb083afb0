import { sql, type NotNull } from 'kysely';
import type { Coding } from '../../domain/coding/coding.ts';
import { bitsOf, type Said } from '../../domain/coding/said.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { AreaId, CodeId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group, Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';

/** The values of some areas, for all indicators and waves. */
export const listObservationsOf = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly Observation[]> => {
	const rows = await db
		.selectFrom('observations')
		.select([
			'indicator_id',
			'area_id',
			'wave_id',
			'reference_year',
			'value',
			'n',
			'lower',
			'upper',
			'trend_break',
			'suppressed',
			'note',
			'source',
			'source_version',
			'trend_break_reason'
		])
		.where('project_id', '=', projectId)
		.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.execute();
	return rows.map((row) => ({
		indicatorId: row.indicator_id,
		areaId: row.area_id,
		waveId: row.wave_id,
		referenceYear: row.reference_year,
		value: row.value,
		n: row.n,
		lower: row.lower,
		upper: row.upper,
		trendBreak: row.trend_break,
		suppressed: row.suppressed,
		note: row.note,
		source: row.source,
		sourceVersion: row.source_version,
		trendBreakReason: row.trend_break_reason
	}));
};

/** A source as a joint display counts it. */
export type CountedSource = Pick<Source, 'id' | 'title' | 'kind' | 'areaId' | 'waveId' | 'status'> & {
	readonly group: Group;
};

/** The released transcripts of some areas: the interviews that may count. */
export const listInterviews = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly CountedSource[]> => {
	const rows = await db
		.selectFrom('sources')
		.select(['id', 'title', 'kind', 'area_id', 'wave_id', 'group', 'status'])
		.where('project_id', '=', projectId)
		.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.where('kind', '=', 'transcript')
		.where('group', 'is not', null)
		.where('status', '=', 'released')
		.where('deleted_at', 'is', null)
		.orderBy('title')
		.orderBy('id')
		.$narrowType<{ group: NotNull }>()
		.execute();
	return rows.map(({ area_id, wave_id, ...row }) => ({ ...row, areaId: area_id, waveId: wave_id }));
};

/** What an interview says with a code: one for each different pair of valences, with how many passages say it. */
export type Saying = Pick<Coding, 'sourceId' | 'codeId' | 'layer' | 'valences'> & { readonly passages: number };

/**
 * What some interviews say with some codes, in the layer of the team; from the counters, so that no coding is read. The
 * database writes a code as one text.
 */
export const listSayings = async (
	db: Db,
	sourceIds: readonly SourceId[],
	codeIds: readonly CodeId[]
): Promise<readonly Saying[]> => {
	if (sourceIds.length === 0 || codeIds.length === 0) return [];
	const { rows } = await sql<{ code_id: CodeId; said: string }>`
		select code_id, string_agg(place || ':' || array_to_string(said, ','), ';') as said ${countsOf(sourceIds, codeIds)}
		group by code_id`.execute(db);
	const found: Saying[] = [];
	for (const { code_id: codeId, said } of rows)
		for (const part of said.split(';')) {
			const [place, counts] = part.split(':');
			const sourceId = sourceIds[Number(place) - 1] ?? '';
			for (const [at, count] of (counts ?? '').split(',').entries()) {
				const valences = pairsOfValences[at];
				if (count !== '0' && valences)
					found.push({ sourceId, codeId, layer: 'shared', valences, passages: Number(count) });
			}
		}
	return found;
};

/** The same as `listSayings` without how often, for all interviews of a project at once: an overview looks at a million of them. */
export const listSaid = async (db: Db, sourceIds: readonly SourceId[], codeIds: readonly CodeId[]): Promise<Said> => {
	if (sourceIds.length === 0 || codeIds.length === 0) return new Map();
	// Four bytes for each interview: its place and the pairs of valences, as one number.
	const { rows } = await sql<{ code_id: CodeId; said: Uint8Array }>`
		select code_id, string_agg(int4send((place * ${sql.lit(pairsMade)} + pairs)::int), ''::bytea) as said
		${countsOf(sourceIds, codeIds)} group by code_id`.execute(db);
	return new Map(rows.map(({ code_id, said }) => [code_id, unpacked(said, sourceIds.length)]));
};

const unpacked = (packed: Uint8Array, interviews: number): Uint8Array => {
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	const said = new Uint8Array(interviews);
	for (let at = 0; at < packed.byteLength; at += 4) {
		const number = view.getInt32(at);
		said[Math.floor(number / pairsMade) - 1] = bitsOfPairs[number % pairsMade] ?? 0;
	}
	return said;
};

const countsOf = (sourceIds: readonly SourceId[], codeIds: readonly CodeId[]) => sql`
	from coding_counts join unnest(${[...sourceIds]}::uuid[]) with ordinality as asked (id, place) on asked.id = source_id
	where code_id = any(${[...codeIds]}::uuid[]) and codings > 0`;

/** The pairs of valences in the order of their bits, as `said_place` counts them. */
const pairsOfValences: readonly Valences[] = ([null, 'forward', 'backward'] as const).flatMap((change) =>
	([null, 'good', 'improve'] as const).map((level) => ({ change, level }))
);
const pairsMade = 1 << pairsOfValences.length;

/** For each number that nine bits can make: what its pairs say together, as bits. */
const bitsOfPairs = Uint8Array.from({ length: pairsMade }, (_, pairs) =>
	pairsOfValences.reduce((bits, valences, bit) => ((pairs & (1 << bit)) === 0 ? bits : bits | bitsOf(valences)), 0)
);
