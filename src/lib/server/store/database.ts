import type { Filesystem } from '@electric-sql/pglite/basefs';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockFolder, type FolderLock } from './lock.ts';
import { PlanNames, planKeepingClient } from './prepare.ts';
import type { Database } from './schema.ts';

/** The database, or a transaction on it: the same argument everywhere. */
export type Db = Kysely<Database> | Transaction<Database>;

/** An open database and how to stop it. */
export type Store = {
	readonly db: Kysely<Database>;
	/** 'embedded' runs in this process on one connection; 'server' is PostgreSQL. */
	readonly kind: 'embedded' | 'server';
	/** Calls back with the payload of every NOTIFY on a channel; `onGap` after a lost connection was restored. */
	readonly listen: (
		channel: string,
		onPayload: (payload: string) => void,
		onGap: () => void
	) => Promise<() => Promise<void>>;
	readonly close: () => Promise<void>;
};

// Dates without a time stay text: '2021-03-01' is a day, not a moment in some time zone.
pg.types.setTypeParser(1082, (text) => text);

const kyselyOver = (pool: pg.Pool) => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

/** Opens PostgreSQL by its address. */
export const openServer = (url: string, poolSize = 10): Store => {
	const pool = new pg.Pool({ connectionString: url, max: poolSize, Client: planKeepingClient(new PlanNames()) });
	// An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
	pool.on('error', () => {});
	const db = kyselyOver(pool);
	return { db, kind: 'server', listen: (...args) => listenOnServer(url, ...args), close: () => db.destroy() };
};

/** Opens the embedded database in a folder that this process then holds alone; throws when another process has it. */
export const openEmbedded = async (dataFolder: string): Promise<Store> => {
	mkdirSync(dataFolder, { recursive: true });
	const lock = await lockFolder(dataFolder);
	try {
		return await openPglite({ dataDir: join(dataFolder, 'database') }, lock);
	} catch (cause) {
		await lock.release();
		throw new Error(`opening the embedded database in ${dataFolder} failed`, { cause });
	}
};

/** Opens an embedded database in memory, optionally on files that are there already: for tests. */
export const openInMemory = (fs?: Filesystem): Promise<Store> => openPglite(fs ? { fs } : {}, null);

/**
 * The embedded database wipes its shared memory before it starts, which at PostgreSQL's own 128 MB takes longer than all
 * the rest; the files themselves are in the memory of the operating system already.
 */
const embeddedSettings = ['-c', 'shared_buffers=32MB'] as const;

const openPglite = async (options: { dataDir?: string; fs?: Filesystem }, lock: FolderLock | null): Promise<Store> => {
	const { PGlite } = await import('@electric-sql/pglite');
	const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
	if (options.dataDir) mkdirSync(options.dataDir, { recursive: true });
	const lite = await PGlite.create({ ...options, startParams: [...PGlite.defaultStartParams, ...embeddedSettings] });
	const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, Client: planKeepingClient(new PlanNames()) });
	const db = kyselyOver(pool);
	return {
		db,
		kind: 'embedded',
		listen: async (channel, onPayload) => lite.listen(channel, onPayload),
		close: async () => {
			await db.destroy();
			await lite.close();
			await lock?.release();
		}
	};
};

const retryAfter = 500; // ms between attempts to listen again after the connection broke

const listenOnServer = async (
	url: string,
	channel: string,
	onPayload: (payload: string) => void,
	onGap: () => void
): Promise<() => Promise<void>> => {
	let isStopped = false;
	let client: pg.Client | null = null;

	const connect = async () => {
		const next = new pg.Client({ connectionString: url });
		next.on('notification', ({ payload }) => onPayload(payload ?? ''));
		next.on('error', () => {});
		next.on('end', () => {
			if (!isStopped) setTimeout(() => void reconnect(), retryAfter);
		});
		await next.connect();
		await next.query(`listen ${pg.escapeIdentifier(channel)}`);
		client = next;
	};
	const reconnect = async () => {
		if (isStopped) return;
		try {
			await connect();
			onGap();
		} catch {
			setTimeout(() => void reconnect(), retryAfter);
		}
	};

	await connect();
	return async () => {
		isStopped = true;
		await client?.end();
	};
};
