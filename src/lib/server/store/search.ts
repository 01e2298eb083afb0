import { sql } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId, SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { SpeakerRole } from '../../domain/source/speaker.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { Db } from './database.ts';
import { isAskable } from './quotes.ts';
import { areasWithin } from './visible-sources.ts';

/** In which turns one looks; what is left out sets no limit. */
export type SearchScope = {
	readonly areaId?: string | undefined;
	readonly waveId?: string | undefined;
	readonly group?: Group | undefined;
	readonly sourceIds?: readonly SourceId[] | undefined;
	readonly speakerRole?: SpeakerRole | undefined;
	/** the name before the turns, capitals or not */
	readonly speaker?: string | undefined;
};

/** A turn that can be searched, with its words. */
export type SearchedTurn = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly waveYear: number;
	readonly version: number;
	readonly ordinal: number;
	readonly start: number;
	readonly end: number;
	readonly speakerId: SpeakerId | null;
	readonly speaker: string | null;
	readonly text: string;
};

/**
 * All turns within a scope that this person may ask about: by title of the source, then as one reads. Each text is read
 * once and cut here: a database that cuts it counts the characters from its beginning for each turn.
 */
export const listSearchedTurns = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	scope: SearchScope
): Promise<readonly SearchedTurn[]> => {
	const inScope = sql`${isAskable(projectId, access)}
		${scope.areaId === undefined ? sql`` : sql`and sources.area_id in ${areasWithin([scope.areaId])}`}
		${scope.waveId === undefined ? sql`` : sql`and sources.wave_id = ${scope.waveId}::uuid`}
		${scope.group === undefined ? sql`` : sql`and sources."group" = ${scope.group}`}
		${scope.sourceIds === undefined ? sql`` : sql`and sources.id = any(${[...scope.sourceIds]}::uuid[])`}`;
	const { rows: texts } = await sql<{ sourceId: SourceId; version: number; text: string }>`select
			sources.id as "sourceId", sources.version, source_versions.text
		from sources join source_versions
			on source_versions.source_id = sources.id and source_versions.version = sources.version
		where ${inScope}`.execute(db);
	const mapOf = new Map(texts.map(({ sourceId, version, text }) => [`${sourceId}/${version}`, positionMap(text)]));
	const { rows } = await sql<Omit<SearchedTurn, 'text'>>`select sources.id as "sourceId", sources.title,
			waves.year as "waveYear", sources.version, turns.ordinal, turns.start_position as start,
			turns.end_position as end, turns.speaker_id as "speakerId", speakers.label as speaker
		from sources join waves on waves.id = sources.wave_id
			join turns on turns.source_id = sources.id and turns.version = sources.version
			left join speakers on speakers.id = turns.speaker_id
		where ${inScope}
			${scope.speakerRole === undefined ? sql`` : sql`and speakers.role = ${scope.speakerRole}`}
			${scope.speaker === undefined ? sql`` : sql`and lower(speakers.label) = lower(${scope.speaker})`}
		order by sources.title collate "C", sources.id, turns.ordinal`.execute(db);
	// A text that got another version between the two is left out, rather than cut at the places of the other.
	return rows.flatMap((turn) => {
		const map = mapOf.get(`${turn.sourceId}/${turn.version}`);
		return map ? [{ ...turn, text: map.slice(turn.start, turn.end) }] : [];
	});
};

/** What the database said before, for so many words: a stem never changes. */
const known = new Map<string, string | null>();
const mostKnown = 200_000;

/** The Dutch stems of words in small letters, as the database makes them; words without a stem are left out. */
export const stemsOf = async (db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	const asked = [...new Set(words)];
	const unknown = asked.filter((word) => !known.has(word));
	if (known.size + unknown.length > mostKnown) known.clear();
	const fresh = unknown.length > 0 ? await readStems(db, unknown) : new Map<string, string>();
	for (const word of unknown) known.set(word, fresh.get(word) ?? null);
	return new Map(
		asked.flatMap((word) => {
			const stem = known.get(word) ?? fresh.get(word) ?? null;
			return stem === null ? [] : [[word, stem] as const];
		})
	);
};

const readStems = async (db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	const { rows } = await sql<{ word: string; stem: string }>`select word, stem from (
			select word, (ts_lexize('pg_catalog.dutch_stem', word))[1] as stem from unnest(${[...words]}::text[]) as given (word)
		) as stemmed where stem is not null`.execute(db);
	return new Map(rows.map(({ word, stem }) => [word, stem]));
};

/** Where the team put a code in these sources. */
export const listPlacesOfCode = async (
	db: Db,
	codeId: CodeId,
	sourceIds: readonly SourceId[]
): Promise<readonly { readonly sourceId: SourceId; readonly start: number; readonly end: number }[]> => {
	const { rows } = await sql<{ sourceId: SourceId; start: number; end: number }>`select source_id as "sourceId",
			start_position as start, end_position as end from codings
		where code_id = ${codeId}::uuid and source_id = any(${[...sourceIds]}::uuid[])
			and deleted_at is null and layer = 'shared'`.execute(db);
	return rows;
};

/** A source that questions are asked of, as one chooses it from a list. */
export type AskableSource = { readonly id: SourceId; readonly title: string; readonly waveYear: number };

/** All sources that this person may ask about, by title. */
export const listAskableSources = async (
	db: Db,
	projectId: ProjectId,
	access: Access
): Promise<readonly AskableSource[]> => {
	const { rows } = await sql<AskableSource>`select sources.id, sources.title, waves.year as "waveYear"
		from sources join waves on waves.id = sources.wave_id
		where ${isAskable(projectId, access)}
		order by sources.title collate "C", sources.id`.execute(db);
	return rows;
};
