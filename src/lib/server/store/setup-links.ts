import type { Db } from './database.ts';

/** Keeps a one-time link of a first start by its hash, and drops those made before `since`. */
export const insertSetupLink = async (db: Db, hash: string, at: Date, since: Date): Promise<void> => {
	await db.deleteFrom('setup_links').where('created_at', '<', since).execute();
	await db.insertInto('setup_links').values({ token_hash: hash, created_at: at }).execute();
};

/** Whether a link was given out since a moment. */
export const isSetupLink = async (db: Db, hash: string, since: Date): Promise<boolean> =>
	(await db
		.selectFrom('setup_links')
		.select('token_hash')
		.where('token_hash', '=', hash)
		.where('created_at', '>=', since)
		.executeTakeFirst()) !== undefined;

/** After the first administrator is there, no link opens anything. */
export const deleteSetupLinks = async (db: Db): Promise<void> => {
	await db.deleteFrom('setup_links').execute();
};
