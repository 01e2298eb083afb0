import { sql } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId, SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { SpeakerRole } from '../../domain/source/speaker.ts';
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

/** All turns within a scope that this person may ask about: by title of the source, then as one reads. */
export const listSearchedTurns = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	scope: SearchScope
): Promise<readonly SearchedTurn[]> => {
	const { rows } = await sql<SearchedTurn>`select sources.id as "sourceId", sources.title,
			waves.year as "waveYear", sources.version, turns.ordinal, turns.start_position as start,
			turns.end_position as end, turns.speaker_id as "speakerId", speakers.label as speaker,
			substr(source_versions.text, turns.start_position + 1, turns.end_position - turns.start_position) as text
		from sources join waves on waves.id = sources.wave_id
			join source_versions on source_versions.source_id = sources.id and source_versions.version = sources.version
			join turns on turns.source_id = sources.id and turns.version = sources.version
			left join speakers on speakers.id = turns.speaker_id
		where ${isAskable(projectId, access)}
			${scope.areaId === undefined ? sql`` : sql`and sources.area_id in ${areasWithin([scope.areaId])}`}
			${scope.waveId === undefined ? sql`` : sql`and sources.wave_id = ${scope.waveId}::uuid`}
			${scope.group === undefined ? sql`` : sql`and sources."group" = ${scope.group}`}
			${scope.sourceIds === undefined ? sql`` : sql`and sources.id = any(${[...scope.sourceIds]}::uuid[])`}
			${scope.speakerRole === undefined ? sql`` : sql`and speakers.role = ${scope.speakerRole}`}
			${scope.speaker === undefined ? sql`` : sql`and lower(speakers.label) = lower(${scope.speaker})`}
		order by sources.title collate "C", sources.id, turns.ordinal`.execute(db);
	return rows;
};

/** The Dutch stems of words in small letters, as the database makes them; words without a stem are left out. */
export const stemsOf = async (db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> => {
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
