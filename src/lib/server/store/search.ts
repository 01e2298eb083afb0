import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { CodeId, ProjectId, SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Group } from '../../domain/source/source.ts';
import type { SpeakerRole } from '../../domain/source/speaker.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { Db } from './database.ts';
import { letOthersIn } from './let-others-in.ts';
import { isAskable } from './seen-codings.ts';
import { isTooLong, keepWords, listUnworded } from './turn-words.ts';
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

const sourcesAtOnce = 20; // so that the embedded database is never busy for long

/** All turns within a scope that this person may ask about: by title of the source, then as one reads. */
export const listSearchedTurns = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	scope: SearchScope
): Promise<readonly SearchedTurn[]> => {
	const { rows: sources } = await sql<{ id: SourceId }>`select sources.id from sources
		where ${sourcesIn(projectId, access, scope)} order by sources.title collate "C", sources.id`.execute(db);
	const found: SearchedTurn[] = [];
	for (let from = 0; from < sources.length; from += sourcesAtOnce) {
		const ids = sources.slice(from, from + sourcesAtOnce).map(({ id }) => id);
		found.push(...(await readTurns(db, sql`${turns} where ${isOneOf(ids)} and ${turnsIn(scope)}`)));
		await letOthersIn();
	}
	return found;
};

/** Keeps the words of the texts within a scope that have none yet, so that `listWordedTurns` finds them. */
export const keepWordsOf = async (db: Db, projectId: ProjectId, access: Access, scope: SearchScope): Promise<void> => {
	for (const sourceId of await listUnworded(db, sourcesIn(projectId, access, scope))) {
		await keepWords(db, sourceId);
		await letOthersIn();
	}
};

/** A source in which turns hold what is asked, or are too long to tell without reading them. */
export type WordedSource = {
	readonly id: SourceId;
	readonly turns: number;
	/** of these, too long to tell */
	readonly long: number;
};

/** In which sources within a scope, by title, turns hold what a `wordQuery` asks. */
export const countWordedTurns = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	scope: SearchScope,
	words: string
): Promise<readonly WordedSource[]> => {
	const speaking =
		scope.speakerRole === undefined && scope.speaker === undefined
			? sql``
			: sql`join turns on turns.source_id = turn_words.source_id and turns.version = turn_words.version
				and turns.ordinal = turn_words.ordinal left join speakers on speakers.id = turns.speaker_id`;
	const { rows } = await sql<WordedSource>`select sources.id, count(*)::int as turns,
			(count(*) filter (where turn_words.words @@ ${isTooLong}::tsquery))::int as long
		from sources join turn_words on turn_words.source_id = sources.id and turn_words.version = sources.version ${speaking}
		where ${sourcesIn(projectId, access, scope)} and ${turnsIn(scope)}
			and turn_words.words @@ ${orTooLong(words)}::tsquery
		group by sources.id order by sources.title collate "C", sources.id`.execute(db);
	return rows;
};

/**
 * The turns of these sources within a scope that hold what a `wordQuery` asks, or are too long to tell; `only` leaves
 * out the others.
 */
export const listWordedTurns = (
	db: Db,
	scope: SearchScope,
	sourceIds: readonly SourceId[],
	words: string,
	only: 'long' | null = null
): Promise<readonly SearchedTurn[]> =>
	readTurns(
		db,
		sql`${turns} join turn_words on turn_words.source_id = turns.source_id
				and turn_words.version = turns.version and turn_words.ordinal = turns.ordinal
			where ${isOneOf(sourceIds)} and ${turnsIn(scope)}
				and turn_words.words @@ ${only === 'long' ? isTooLong : orTooLong(words)}::tsquery`
	);

const orTooLong = (words: string) => `(${words}) | ${isTooLong}`;

const isOneOf = (ids: readonly SourceId[]) => sql`sources.id = any(${[...ids]}::uuid[])`;

const sourcesIn = (projectId: ProjectId, access: Access, scope: SearchScope) => sql`${isAskable(projectId, access)}
	${scope.areaId === undefined ? sql`` : sql`and sources.area_id in ${areasWithin([scope.areaId])}`}
	${scope.waveId === undefined ? sql`` : sql`and sources.wave_id = ${scope.waveId}::uuid`}
	${scope.group === undefined ? sql`` : sql`and sources."group" = ${scope.group}`}
	${scope.sourceIds === undefined ? sql`` : sql`and ${isOneOf(scope.sourceIds)}`}`;

const turnsIn = ({ speakerRole, speaker }: SearchScope) => sql`true
	${speakerRole === undefined ? sql`` : sql`and speakers.role = ${speakerRole}`}
	${speaker === undefined ? sql`` : sql`and lower(speakers.label) = lower(${speaker})`}`;

const turns = sql`sources join waves on waves.id = sources.wave_id
	join turns on turns.source_id = sources.id and turns.version = sources.version
	left join speakers on speakers.id = turns.speaker_id`;

/** Turns with their words. Each text is read once and cut here: a database that cuts it counts from its beginning each time. */
const readTurns = async (db: Db, turnsWhere: RawBuilder<unknown>): Promise<readonly SearchedTurn[]> => {
	const { rows } = await sql<Omit<SearchedTurn, 'text'>>`select sources.id as "sourceId", sources.title,
			waves.year as "waveYear", sources.version, turns.ordinal, turns.start_position as start,
			turns.end_position as end, turns.speaker_id as "speakerId", speakers.label as speaker
		from ${turnsWhere} order by sources.title collate "C", sources.id, turns.ordinal`.execute(db);
	if (rows.length === 0) return [];
	const { rows: texts } = await sql<{ sourceId: SourceId; version: number; text: string }>`select
			sources.id as "sourceId", sources.version, source_versions.text
		from sources join source_versions
			on source_versions.source_id = sources.id and source_versions.version = sources.version
		where ${isOneOf([...new Set(rows.map(({ sourceId }) => sourceId))])}`.execute(db);
	const mapOf = new Map(texts.map(({ sourceId, version, text }) => [`${sourceId}/${version}`, positionMap(text)]));
	// A text that got another version between the two is left out, rather than cut at the places of the other.
	return rows.flatMap((turn) => {
		const map = mapOf.get(`${turn.sourceId}/${turn.version}`);
		return map ? [{ ...turn, text: map.slice(turn.start, turn.end) }] : [];
	});
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
