import { sql, type NotNull } from 'kysely';
import type { Coding } from '../../domain/coding/coding.ts';
import { bitsOfPairs, pairsMade, valencesIn, type Said } from '../../domain/coding/said.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import type { AreaId, CodeId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group, Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { toldBy } from './kept-sayings.ts';

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
			'trend_break_reason',
			'tested_against',
			'tested_change'
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
		trendBreakReason: row.trend_break_reason,
		testedAgainst: row.tested_against,
		testedChange: row.tested_change
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

/** What some interviews say with some codes, in the layer of the team; from the counters, so that no coding is read. */
export const listSayings = async (
	db: Db,
	sourceIds: readonly SourceId[],
	codeIds: readonly CodeId[]
): Promise<readonly Saying[]> => {
	if (sourceIds.length === 0 || codeIds.length === 0) return [];
	const { told, numberOf } = await toldBy(db, sourceIds, codeIds);
	const codeOf = new Map(codeIds.map((id) => [numberOf(id), id]));
	const found: Saying[] = [];
	for (const [place, numbers] of told.entries()) {
		const sourceId = sourceIds[place] ?? '';
		for (let at = 0; at < numbers.length;) {
			const number = numbers[at++] ?? 0;
			const codeId = codeOf.get(Math.floor(number / pairsMade));
			for (const valences of valencesIn(number % pairsMade)) {
				const passages = numbers[at++] ?? 0;
				if (codeId !== undefined) found.push({ sourceId, codeId, layer: 'shared', valences, passages });
			}
		}
	}
	return found;
};

/** The same as `listSayings` without how often, for all interviews of a project at once: an overview looks at a million of them. */
export const listSaid = async (db: Db, sourceIds: readonly SourceId[], codeIds: readonly CodeId[]): Promise<Said> => {
	if (sourceIds.length === 0 || codeIds.length === 0) return new Map();
	const { told, numberOf } = await toldBy(db, sourceIds, codeIds);
	const saidWith: Uint8Array[] = [];
	const said = new Map<CodeId, Uint8Array>();
	for (const id of codeIds) {
		const number = numberOf(id);
		if (number !== undefined) said.set(id, (saidWith[number] = new Uint8Array(sourceIds.length)));
	}
	for (const [place, numbers] of told.entries())
		for (let at = 0; at < numbers.length;) {
			const number = numbers[at] ?? 0;
			const pairs = number % pairsMade;
			const bytes = saidWith[Math.floor(number / pairsMade)];
			if (bytes) bytes[place] = bitsOfPairs(pairs);
			at += 1 + valencesIn(pairs).length;
		}
	return said;
};
