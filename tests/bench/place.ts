import { sql } from 'kysely';
import { openEmbedded, openServer, type Store } from '../../src/lib/server/store/database.ts';
import { newDataFolder, runCli, startApp, type App } from '../support/app.ts';
import { startPostgres } from '../support/setup-postgres.ts';
import { idsFrom, loadWorkload, type Loaded } from './load.ts';
import { largeCodebook, longInterviews, workload, type SetName } from './workload.ts';

const password = 'een lange zin om te meten';
const emails = { own: 'meter@bench.invalid', colleague: 'collega@bench.invalid' } as const;

/** The real server on a loaded workload, with people who can sign in and a token. */
export type Place = {
	readonly app: App;
	readonly token: string;
	readonly password: string;
	readonly emails: typeof emails;
	readonly work: ReturnType<typeof workload>;
	readonly project: Loaded;
	/** the project of the long interviews, set T */
	readonly long: Loaded & { readonly cases: ReturnType<typeof longInterviews>['cases'] };
	/** the project with a codebook of 500 codes */
	readonly large: Loaded;
	readonly database: string;
	/** null = the embedded database */
	readonly databaseUrl: string | null;
	readonly stop: () => Promise<void>;
};

/** Makes a data folder (or a PostgreSQL server), loads the set and the long interviews, and starts the server. */
export const openPlace = async (set: SetName, onPostgres: boolean): Promise<Place> => {
	const postgres = onPostgres ? await startPostgres([]) : null;
	const settings: Record<string, string> = postgres ? { DATABASE_URL: postgres.url } : {};
	const dataFolder = newDataFolder();
	const cli = (words: readonly string[], input = '') => {
		const { status, stdout, stderr } = runCli(dataFolder, words, input, settings);
		if (status !== 0) throw new Error(`wijkstem ${words.join(' ')}: ${stderr}`);
		return stdout.trim();
	};
	cli(['setup', '--email', emails.own, '--name', 'Meter', '--password-stdin'], password);
	cli(['user', 'add', '--email', emails.colleague, '--name', 'Collega', '--password-stdin'], password);
	const token = cli(['token', 'create', '--email', emails.own, '--scope', 'write']);

	const store = postgres ? openServer(postgres.url) : await openEmbedded(dataFolder);
	const work = workload(set);
	const { project, long, large } = await loadAll(store, work);
	// A server does this by itself within a minute after so much was stored; on the embedded database Wijkstem does it.
	if (postgres) await sql`analyze`.execute(store.db);
	const database = `${onPostgres ? 'PostgreSQL' : 'embedded database'} ${await versionOf(store)}`;
	await store.close();

	const app = await startApp({ dataFolder, settings, isMeasured: true });
	const stop = async () => {
		await app.stop();
		await postgres?.stop();
	};
	const databaseUrl = postgres?.url ?? null;
	return { app, token, password, emails, work, project, long, large, database, databaseUrl, stop };
};

const loadAll = async (store: Store, work: ReturnType<typeof workload>) => {
	const { db } = store;
	const userIdOf = async (email: string) =>
		(await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
	const userId = await userIdOf(emails.own);
	const project = await loadWorkload(db, { userId, name: 'Meting', seed: 1 }, work);
	const { codes, cases } = longInterviews();
	const long = await loadWorkload(
		db,
		{ userId, name: 'Lange gesprekken', seed: 2 },
		{
			codes,
			interviews: cases.map(({ interview }) => interview),
			codings: cases.flatMap(({ codings }, at) => codings.map((coding) => ({ ...coding, interview: at })))
		}
	);
	const large = await loadWorkload(db, { userId, name: 'Groot codeboek', seed: 4 }, largeCodebook());
	await db
		.insertInto('memberships')
		.values({
			id: idsFrom(3)(),
			project_id: long.projectId,
			user_id: await userIdOf(emails.colleague),
			role: 'coder',
			created_at: new Date('2025-01-01T00:00:00Z')
		})
		.execute();
	return { project, long: { ...long, cases }, large };
};

const versionOf = async ({ db }: Store): Promise<string> => {
	const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
	return rows[0]?.version ?? '';
};
