import { sql } from 'kysely';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import {
	defaultSettings,
	needsSecondReader,
	noWork,
	stageOf,
	type CheckOutcome,
	type PseudonymSettings,
	type PseudonymStage,
	type PseudonymWork
} from '../../domain/source/pseudonym.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';

/** How a project pseudonymises; a project that chose nothing has the defaults. */
export const findPseudonymSettings = async (db: Db, projectId: ProjectId): Promise<PseudonymSettings> => {
	const row = await db
		.selectFrom('pseudonym_settings')
		.select(['allowed', 'organisations', 'functions', 'second_reader', 'sample_percent', 'numbering', 'done_first'])
		.where('project_id', '=', projectId)
		.executeTakeFirst();
	return row
		? {
				allowed: row.allowed,
				organisations: row.organisations,
				functions: row.functions,
				secondReader: row.second_reader,
				samplePercent: row.sample_percent,
				numbering: row.numbering,
				doneFirst: row.done_first
			}
		: defaultSettings;
};

/** Stores how a project pseudonymises. */
export const savePseudonymSettings = async (
	trx: Db,
	projectId: ProjectId,
	{ allowed, organisations, functions, secondReader, samplePercent, numbering, doneFirst }: PseudonymSettings
): Promise<void> => {
	const values = {
		allowed: [...allowed],
		organisations: [...organisations],
		functions: [...functions],
		second_reader: secondReader,
		sample_percent: samplePercent,
		numbering,
		done_first: doneFirst
	};
	await trx
		.insertInto('pseudonym_settings')
		.values({ project_id: projectId, ...values })
		.onConflict((conflict) => conflict.column('project_id').doUpdateSet(values))
		.execute();
};

/** The names of all places of a project: they point to no person. */
export const listPlaceNames = async (db: Db, projectId: ProjectId): Promise<readonly string[]> => {
	const rows = await db
		.selectFrom('areas')
		.select(['name', 'alias_name'])
		.where('project_id', '=', projectId)
		.orderBy('name')
		.execute();
	return rows.flatMap(({ name, alias_name }) => (alias_name === null ? [name] : [name, alias_name]));
};

/** How far the pseudonyms of a source are. */
export const findPseudonymWork = async (db: Db, sourceId: SourceId): Promise<PseudonymWork> => {
	const row = await db
		.selectFrom('pseudonym_work')
		.leftJoin('users as doers', 'doers.id', 'pseudonym_work.done_by')
		.leftJoin('users as checkers', 'checkers.id', 'pseudonym_work.checked_by')
		.select([
			'read_turns',
			'done_version',
			'done_at',
			'check_outcome',
			'check_note',
			'checked_at',
			'doers.name as doer',
			'checkers.name as checker'
		])
		.where('source_id', '=', sourceId)
		.executeTakeFirst();
	if (!row) return noWork;
	return {
		readTurns: row.read_turns,
		done:
			row.done_version !== null && row.done_at !== null
				? { version: row.done_version, by: row.doer ?? '', at: row.done_at.toISOString() }
				: null,
		check:
			row.check_outcome !== null && row.checked_at !== null
				? {
						outcome: row.check_outcome,
						note: row.check_note,
						by: row.checker ?? '',
						at: row.checked_at.toISOString()
					}
				: null
	};
};

/** Where the names of a source stand. */
export const pseudonymStage = async (
	db: Db,
	projectId: ProjectId,
	{ id, version }: Pick<Source, 'id' | 'version'>
): Promise<PseudonymStage> =>
	stageOf(await findPseudonymWork(db, id), needsSecondReader(await findPseudonymSettings(db, projectId), id), version);

/** Whether a project releases a text only when its names are done, and those of this one are not. */
export const awaitsNames = async (
	db: Db,
	projectId: ProjectId,
	{ id, version }: Pick<Source, 'id' | 'version'>
): Promise<boolean> => {
	const { doneFirst } = await findPseudonymSettings(db, projectId);
	return doneFirst && stageOf(await findPseudonymWork(db, id), false, version) !== 'done';
};

/** Whether a second reader still has to confirm the pseudonyms of a source. */
export const awaitsSecondReader = async (
	db: Db,
	projectId: ProjectId,
	{ id, version }: Pick<Source, 'id' | 'version'>
): Promise<boolean> => {
	const needsCheck = needsSecondReader(await findPseudonymSettings(db, projectId), id);
	return needsCheck && stageOf(await findPseudonymWork(db, id), needsCheck, version) !== 'done';
};

/** Who marked the pseudonyms of a source as done. */
export const doneBy = async (db: Db, sourceId: SourceId): Promise<UserId | null> =>
	(await db.selectFrom('pseudonym_work').select('done_by').where('source_id', '=', sourceId).executeTakeFirst())
		?.done_by ?? null;

/** Adds turns that somebody had on the screen. */
export const addReadTurns = async (trx: Db, sourceId: SourceId, ordinals: readonly number[]): Promise<void> => {
	await sql`insert into pseudonym_work (source_id, read_turns)
		values (${sourceId}, ${[...ordinals]}::int[])
		on conflict (source_id) do update set read_turns = (
			select array(select distinct unnest(pseudonym_work.read_turns || excluded.read_turns) order by 1)
		)`.execute(trx);
};

/** Marks the step as done, for this version of the text; an earlier check counts no more. */
export const markDone = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	const values = {
		...{ done_version: version, done_by: by, done_at: at },
		...{ check_outcome: null, check_note: '', checked_by: null, checked_at: null }
	};
	await trx
		.insertInto('pseudonym_work')
		.values({ source_id: sourceId, ...values })
		.onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
		.execute();
};

/** A step that was done for one version is done for the next one too, when only a reported name changed. */
export const moveDone = async (trx: Db, sourceId: SourceId, from: number, to: number): Promise<void> => {
	await trx
		.updateTable('pseudonym_work')
		.set({ done_version: to })
		.where('source_id', '=', sourceId)
		.where('done_version', '=', from)
		.execute();
};

/** Stores what the second reader found; what is sent back is not done any more. */
export const saveCheck = async (
	trx: Db,
	sourceId: SourceId,
	outcome: CheckOutcome,
	note: string,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.updateTable('pseudonym_work')
		.set({
			...{ check_outcome: outcome, check_note: note, checked_by: by, checked_at: at },
			...(outcome === 'sent-back' && { done_version: null, done_by: null, done_at: null })
		})
		.where('source_id', '=', sourceId)
		.execute();
};
