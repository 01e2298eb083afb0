import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Makes a person a blind second coder of a source. */
export const insertSecondCoder = async (trx: Db, sourceId: SourceId, userId: UserId): Promise<void> => {
	await trx
		.insertInto('second_coders')
		.values({ source_id: sourceId, user_id: userId })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
};

/** Whether a person codes a source blind. */
export const isSecondCoder = async (db: Db, sourceId: SourceId, userId: UserId): Promise<boolean> =>
	(await db
		.selectFrom('second_coders')
		.select('user_id')
		.where('source_id', '=', sourceId)
		.where('user_id', '=', userId)
		.executeTakeFirst()) !== undefined;

/** The sources a person codes blind. */
export const listBlindSources = async (db: Db, userId: UserId): Promise<readonly SourceId[]> =>
	(await db.selectFrom('second_coders').select('source_id').where('user_id', '=', userId).execute()).map(
		({ source_id }) => source_id
	);
