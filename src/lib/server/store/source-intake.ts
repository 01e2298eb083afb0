import type { SourceId, UserId } from '../../domain/project/ids.ts';
import { noIntake, type Intake } from '../../domain/source/intake.ts';
import type { Db } from './database.ts';

/** What the interviewer said about an interview. */
export const findIntake = async (db: Db, sourceId: SourceId): Promise<Intake> => {
	const row = await db
		.selectFrom('source_intake')
		.select(['is_minor', 'has_interpreter', 'note'])
		.where('source_id', '=', sourceId)
		.executeTakeFirst();
	return row ? { isMinor: row.is_minor, interpreter: row.has_interpreter, note: row.note } : noIntake;
};

/** What the interviewer wrote for who codes, and who that was; null = nothing. */
export const findHandOverNote = async (
	db: Db,
	sourceId: SourceId
): Promise<{ readonly text: string; readonly by: string } | null> => {
	const row = await db
		.selectFrom('source_intake')
		.leftJoin('users', 'users.id', 'source_intake.note_by')
		.select(['note', 'users.name'])
		.where('source_id', '=', sourceId)
		.where('note', '<>', '')
		.executeTakeFirst();
	return row ? { text: row.note, by: row.name ?? '' } : null;
};

/** Stores what the interviewer said; a note gets its writer. */
export const saveIntake = async (
	trx: Db,
	sourceId: SourceId,
	{ isMinor, interpreter, note }: Intake,
	stamp: { readonly by: UserId; readonly at: Date } | null
): Promise<void> => {
	const values = {
		is_minor: isMinor,
		has_interpreter: interpreter,
		note,
		...(stamp && { note_by: stamp.by, note_at: stamp.at })
	};
	await trx
		.insertInto('source_intake')
		.values({ source_id: sourceId, ...values })
		.onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
		.execute();
};
