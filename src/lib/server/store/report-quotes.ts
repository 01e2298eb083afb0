import { sql } from 'kysely';
import { referenceOf } from '../../domain/coding/coding.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { ConsentState } from '../../domain/case/consent.ts';
import type { AreaId, CodeId, CodingId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { holds } from './holding.ts';
import { mayQuoteCoding } from './quote-consent.ts';

/** An answer about being quoted, and the day on which it was given. */
type QuoteConsent = { readonly state: ConsentState; readonly decidedOn: string };

/** A passage as it stands now, as far as a report may quote it. */
export type PassageNow = {
	readonly codingId: CodingId;
	readonly codeId: CodeId;
	readonly sourceId: SourceId;
	readonly areaId: AreaId;
	readonly group: Group;
	readonly valences: Valences;
	readonly text: string;
	readonly reference: string;
	/** the version of the transcript in which the passage was taken */
	readonly takenIn: number;
	/** the last answer about quoting of somebody in the interview; null = nobody's is on record */
	readonly consent: QuoteConsent | null;
	/** nobody took the coding away */
	readonly isThere: boolean;
	/** its interview is released, and who speaks allows quotes */
	readonly isAllowed: boolean;
};

/** Some passages of the team, also those that were taken away or may not be quoted any more. */
export const listPassages = async (
	db: Db,
	projectId: ProjectId,
	codingIds: readonly CodingId[]
): Promise<ReadonlyMap<CodingId, PassageNow>> => {
	if (codingIds.length === 0) return new Map();
	const { rows } = await sql<Row>`${selectPassages}
		where codings.project_id = ${projectId} and codings.layer = 'shared'
			and codings.id = any(${[...new Set(codingIds)]}::uuid[])`.execute(db);
	return new Map(rows.map((row) => [row.coding_id, toPassage(row)]));
};

/** Passages with some words and some codes, of some interviews, that may be quoted; in the order of reading. */
export const searchPassages = async (
	db: Db,
	projectId: ProjectId,
	filter: {
		readonly sourceIds: readonly SourceId[];
		readonly codeIds: readonly CodeId[];
		readonly words: string;
		readonly limit: number;
	}
): Promise<readonly PassageNow[]> => {
	const { rows } = await sql<Row>`${selectPassages}
		where codings.project_id = ${projectId} and codings.layer = 'shared' and codings.deleted_at is null
			and sources.status = 'released' and sources.deleted_at is null
			and codings.source_id = any(${[...filter.sourceIds]}::uuid[])
			and codings.code_id = any(${[...filter.codeIds]}::uuid[])
			and ${holds(sql`codings.quote`, filter.words)} and ${mayQuoteCoding}
		order by lower(sources.title), sources.id, codings.start_position, codings.id limit ${filter.limit}`.execute(db);
	return rows.map(toPassage);
};

type Row = {
	coding_id: string;
	code_id: string;
	source_id: string;
	area_id: string;
	group: Group;
	change: Valences['change'];
	level: Valences['level'];
	quote: string;
	title: string;
	year: number;
	turn: number | null;
	taken_in: number;
	consent: QuoteConsent | null;
	is_there: boolean;
	is_allowed: boolean;
};

const selectPassages = sql`select codings.id as coding_id, codings.code_id, codings.source_id, sources.area_id,
		sources."group", codings.change, codings.level, codings.quote, sources.title, waves.year,
		(select ordinal from turns where turns.source_id = codings.source_id and turns.version = codings.version
			and turns.start_position <= codings.start_position order by turns.start_position desc limit 1) as turn,
		coalesce(codings.made_in, codings.version) as taken_in,
		(select json_build_object('state', consents.state, 'decidedOn', consents.decided_on) from consents
			join case_sources on case_sources.case_id = consents.case_id
			where case_sources.source_id = codings.source_id and consents.purpose = 'quotes'
			order by consents.decided_on desc, consents.recorded_at desc, consents.id desc limit 1) as consent,
		codings.deleted_at is null as is_there,
		sources.status = 'released' and sources.deleted_at is null and ${mayQuoteCoding} as is_allowed
	from codings join sources on sources.id = codings.source_id join waves on waves.id = sources.wave_id`;

const toPassage = (row: Row): PassageNow => ({
	codingId: row.coding_id,
	codeId: row.code_id,
	sourceId: row.source_id,
	areaId: row.area_id,
	group: row.group,
	valences: { change: row.change, level: row.level },
	text: row.quote,
	reference: referenceOf(row.title, row.year, row.turn ?? 1),
	takenIn: row.taken_in,
	consent: row.consent,
	isThere: row.is_there,
	isAllowed: row.is_allowed
});
