import { sql, type Selectable } from 'kysely';
import type { SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Cut } from '../../domain/source/recut.ts';
import type { Speaker } from '../../domain/source/speaker.ts';
import type { Turn } from '../../domain/source/turn.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';
import { dropWords } from './turn-words.ts';

/** How one version of a text is cut: turns and speakers in their order. */
export const loadCut = async (db: Db, sourceId: SourceId, version: number): Promise<Cut> => {
	const turns = await db
		.selectFrom('turns')
		.select(['ordinal', 'start_position', 'end_position', 'speaker_id', 'start_ms', 'end_ms'])
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.orderBy('ordinal')
		.execute();
	const speakers = await db
		.selectFrom('speakers')
		.select(['id', 'label', 'role'])
		.where('source_id', '=', sourceId)
		.orderBy('place')
		.orderBy('id')
		.execute();
	return { turns: turns.map(toTurn), speakers: speakers.map(toSpeaker) };
};

/** How many turns a version of a text has. */
export const countTurns = async (db: Db, sourceId: SourceId, version: number): Promise<number> =>
	(
		await db
			.selectFrom('turns')
			.select(sql<number>`count(*)::int`.as('n'))
			.where('source_id', '=', sourceId)
			.where('version', '=', version)
			.executeTakeFirstOrThrow()
	).n;

/** Stores a cut in the place of the present one; inside a transaction that holds the source. */
export const saveCut = async (trx: Db, sourceId: SourceId, version: number, cut: Cut): Promise<void> => {
	await deleteTurns(trx, sourceId, version);
	await trx
		.deleteFrom('speakers')
		.where('source_id', '=', sourceId)
		.where(({ not, eb }) => not(eb('id', '=', sql<string>`any(${cut.speakers.map(({ id }) => id)}::uuid[])`)))
		.execute();
	await insertCut(trx, sourceId, version, cut);
};

/** Takes speakers who are gone out of the older versions of a text, where nobody is the speaker then. */
export const freeSpeakers = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	kept: readonly Pick<Speaker, 'id'>[]
): Promise<void> => {
	await trx
		.updateTable('turns')
		.set({ speaker_id: null })
		.where('source_id', '=', sourceId)
		.where('version', '<>', version)
		.where(({ not, eb }) => not(eb('speaker_id', '=', sql<string>`any(${kept.map(({ id }) => id)}::uuid[])`)))
		.execute();
};

/** A speaker that goes into another one is that one in the older versions of the text too. */
export const mergeInOlderVersions = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	{ speakerId, intoSpeakerId }: { readonly speakerId: SpeakerId; readonly intoSpeakerId: SpeakerId }
): Promise<void> => {
	await trx
		.updateTable('turns')
		.set({ speaker_id: intoSpeakerId })
		.where('source_id', '=', sourceId)
		.where('version', '<>', version)
		.where('speaker_id', '=', speakerId)
		.execute();
};

const deleteTurns = (trx: Db, sourceId: SourceId, version: number) =>
	trx.deleteFrom('turns').where('source_id', '=', sourceId).where('version', '=', version).execute();

/** Stores turns and speakers of a text that has none, or speakers that changed. Columns as arrays: one short statement each. */
export const insertCut = async (trx: Db, sourceId: SourceId, version: number, cut: Cut): Promise<void> => {
	// Two speakers may swap labels in one go: first free the old ones.
	await sql`update speakers set label = id::text where source_id = ${sourceId}`.execute(trx);
	await sql`insert into speakers (id, source_id, label, role, place)
		select id, ${sourceId}, label, role, place - 1 from unnest(
			${cut.speakers.map(({ id }) => id)}::uuid[],
			${cut.speakers.map(({ label }) => label)}::text[],
			${cut.speakers.map(({ role }) => role)}::text[]
		) with ordinality as given (id, label, role, place)
		on conflict (id) do update set label = excluded.label, role = excluded.role, place = excluded.place`.execute(trx);
	await sql`insert into turns (source_id, version, ordinal, start_position, end_position, speaker_id, start_ms, end_ms)
		select ${sourceId}, ${version}::int, given.* from unnest(
			${cut.turns.map(({ ordinal }) => ordinal)}::int[],
			${cut.turns.map(({ start }) => start)}::int[],
			${cut.turns.map(({ end }) => end)}::int[],
			${cut.turns.map(({ speakerId }) => speakerId)}::uuid[],
			${cut.turns.map(({ startMs }) => startMs)}::int[],
			${cut.turns.map(({ endMs }) => endMs)}::int[]
		) as given`.execute(trx);
	await dropWords(trx, sourceId);
};

/** The labels of the speakers of a source. */
export const listSpeakerLabels = async (
	db: Db,
	sourceId: SourceId
): Promise<readonly { readonly id: string; readonly label: string }[]> =>
	db.selectFrom('speakers').select(['id', 'label']).where('source_id', '=', sourceId).orderBy('place').execute();

/** Gives speakers another label. */
export const storeSpeakerLabels = async (
	trx: Db,
	labels: readonly { readonly id: string; readonly label: string }[]
): Promise<void> => {
	for (const { id, label } of labels) await trx.updateTable('speakers').set({ label }).where('id', '=', id).execute();
};

const toTurn = (
	row: Pick<
		Selectable<Database['turns']>,
		'ordinal' | 'start_position' | 'end_position' | 'speaker_id' | 'start_ms' | 'end_ms'
	>
): Turn => ({
	ordinal: row.ordinal,
	start: row.start_position,
	end: row.end_position,
	speakerId: row.speaker_id,
	startMs: row.start_ms,
	endMs: row.end_ms
});

const toSpeaker = (row: Pick<Selectable<Database['speakers']>, 'id' | 'label' | 'role'>): Speaker => ({
	id: row.id,
	label: row.label,
	role: row.role
});
