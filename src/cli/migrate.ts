import { withRunning } from './terminal.ts';

/** Brings the database to the newest schema; opening it does. */
export const migrateFromTerminal = (): Promise<void> =>
	withRunning(async ({ migrated }) => {
		process.stderr.write(migrated.length === 0 ? 'the schema is up to date\n' : `applied ${migrated.join(', ')}\n`);
	});
