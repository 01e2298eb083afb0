import pg from 'pg';
import { inject } from 'vitest';
import { openInMemory, openServer, type Store } from '../../src/lib/server/store/database.ts';
import { FilesInMemory } from './embedded-files.ts';

/** The databases of a test project: 'embedded' (PGlite) or 'server' (PostgreSQL). */
export const databaseKind = () => inject('database').kind;

/**
 * A migrated, empty database for a test file or a single test; `close` throws it away. The embedded one takes half a
 * second, so most files open one in `beforeAll` and give each test a project of its own.
 */
export const testStore = async (): Promise<Store> => {
	const database = inject('database');
	if (database.kind === 'embedded') return openInMemory(new FilesInMemory(database.folder));
	const { url, drop } = await freshDatabase();
	const store = openServer(url, 5);
	return {
		...store,
		close: async () => {
			await store.close();
			await drop();
		}
	};
};

let count = 0;

/** A new database on the PostgreSQL server of the tests; from the migrated template, or quite empty. */
export const freshDatabase = async (from: 'migrated' | 'empty' = 'migrated') => {
	const database = inject('database');
	if (database.kind !== 'server') throw new Error('only the server has databases to make');
	const name = `wijkstem_test_${process.pid}_${(count += 1)}_${Math.random().toString(36).slice(2, 8)}`;
	await onServer(
		database.url,
		`create database ${name} template ${from === 'migrated' ? database.template : 'template0'}`
	);
	const url = new URL(database.url);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => onServer(database.url, `drop database ${name} with (force)`) };
};

const onServer = async (url: string, statement: string) => {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
};

/** A database without any tables: for the tests of the migrations themselves. */
export const emptyStore = async (): Promise<Store> => {
	if (inject('database').kind === 'embedded') return openInMemory();
	const { url, drop } = await freshDatabase('empty');
	const store = openServer(url, 5);
	return {
		...store,
		close: async () => {
			await store.close();
			await drop();
		}
	};
};
