import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataFolder, runCli, startApp, type App } from '../support/app.ts';
import { LiveScreen, until } from '../support/live-screen.ts';
import { startPostgres } from '../support/setup-postgres.ts';
import { addTeam } from '../support/team.ts';

/** Two servers on one PostgreSQL database, and a whole team on one interview. */
const people = 32;
const email = 'ada@example.org';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let apps: readonly [App, App];
let tokens: readonly string[] = [];
let base = '';
let sourceId = '';
let version = 1;
let codeId = '';

const originOf = (person: number) => (person % 2 === 0 ? apps[0].origin : apps[1].origin);
const apply = async (person: number, start: number): Promise<{ id: string }> => {
	const response = await fetch(`${originOf(person)}/api/v1${base}/codings`, {
		method: 'POST',
		headers: { authorization: `Bearer ${tokens[person]}`, 'content-type': 'application/json' },
		body: JSON.stringify({ sourceId, version, start, end: start + 20, codeId })
	});
	if (response.status !== 201) throw new Error(`POST codings: ${response.status} ${await response.text()}`);
	return { id: ((await response.json()) as { id: string }).id };
};

beforeAll(async () => {
	postgres = await startPostgres(['-c', 'fsync=off']);
	const settings = { DATABASE_URL: postgres.url };
	const folders = [newDataFolder(), newDataFolder()] as const;
	const cli = (words: readonly string[], input = '') => {
		const { status, stderr } = runCli(folders[0], words, input, settings);
		if (status !== 0) throw new Error(stderr);
	};
	cli(['setup', '--email', email, '--password-stdin'], 'een lange zin voor de test');
	cli(['demo', 'load']);

	const client = new pg.Client({ connectionString: postgres.url });
	await client.connect();
	const project = ((await client.query('select id from projects')).rows[0] as { id: string }).id;
	const source = (
		await client.query("select id, version from sources where status = 'released' order by title limit 1")
	).rows[0] as { id: string; version: number };
	codeId = (
		(await client.query('select id from codes where is_codable order by name limit 1')).rows[0] as { id: string }
	).id;
	base = `/projects/${project}`;
	sourceId = source.id;
	version = source.version;
	tokens = await addTeam(client, project, people);
	await client.end();
	apps = [await startApp({ dataFolder: folders[0], settings }), await startApp({ dataFolder: folders[1], settings })];
});

afterAll(async () => {
	for (const app of apps ?? []) await app.stop();
	await postgres?.stop();
});

describe('a team of 32 on one interview, over two servers', () => {
	test('everyone sees everyone, and every coding of everyone, on both servers', async () => {
		const screens = tokens.map((token, person) => new LiveScreen(originOf(person), token, base, sourceId));
		await Promise.all(screens.map((screen) => screen.open()));
		await until(() => screens.every((screen) => screen.peopleNow() === people), 20_000);

		const made: { id: string }[] = [];
		const rounds = 6;
		for (let round = 0; round < rounds; round += 1)
			made.push(...(await Promise.all(tokens.map((_, person) => apply(person, 30 + round * 7 + person)))));
		const hasAll = (screen: LiveScreen) => made.every(({ id }) => screen.added().has(id));
		await until(() => screens.every(hasAll), 20_000).catch(() => {}); // what did not come is counted below

		const arrived = screens.map((screen) => {
			const seen = screen.added();
			return made.filter(({ id }) => seen.has(id)).length;
		});
		expect(arrived).toEqual(screens.map(() => people * rounds));
		expect(screens.flatMap(({ events }) => events.filter(({ kind }) => kind === 'gap'))).toEqual([]);
		for (const screen of screens) screen.close();
	});

	test('a screen that was away catches up with what was made meanwhile, by itself', async () => {
		const first = new LiveScreen(apps[0].origin, tokens[0] ?? '', base, sourceId);
		await first.open();
		first.close();
		const away = new Date().toISOString();
		const made = await Promise.all([1, 2, 3].map((person) => apply(person, 400 + person)));
		const again = new LiveScreen(apps[1].origin, tokens[0] ?? '', base, sourceId);
		await again.open(away);
		await until(() => made.every(({ id }) => again.added().has(id)), 10_000);
		again.close();
	});

	test('the other server goes on when one is cut off, and its people are told to be gone', async () => {
		const here = new LiveScreen(apps[0].origin, tokens[0] ?? '', base, sourceId);
		const there = new LiveScreen(apps[1].origin, tokens[1] ?? '', base, sourceId);
		await Promise.all([here.open(), there.open()]);
		await until(() => here.peopleNow() === 2, 10_000);
		await apps[1].end();
		const { id } = await apply(0, 500);
		await until(() => here.added().has(id), 5_000);
		await until(() => here.peopleNow() === 1, 5_000);
		here.close();
		there.close();
		await apps[1].restart();
	});
});
