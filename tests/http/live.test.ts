import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAccessToken } from '#lib/server/auth/access-token.ts';
import { newDataFolder, runCli, startApp, type App } from '../support/app.ts';
import { startPostgres } from '../support/setup-postgres.ts';

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

type Event = { readonly kind: string; readonly data: Record<string, unknown>; readonly at: number };

/** One screen that follows the interview. */
class Screen {
	readonly events: Event[] = [];
	readonly #stop = new AbortController();
	readonly #origin: string;
	readonly #token: string;

	constructor(origin: string, token: string) {
		this.#origin = origin;
		this.#token = token;
	}

	async open(since?: string): Promise<void> {
		const url = `${this.#origin}/api/v1${base}/events?sourceId=${sourceId}${since ? `&since=${encodeURIComponent(since)}` : ''}`;
		const response = await fetch(url, {
			headers: { authorization: `Bearer ${this.#token}` },
			signal: this.#stop.signal
		});
		if (response.status !== 200 || !response.body) throw new Error(`events: ${response.status}`);
		void this.#read(response.body).catch(() => {});
	}

	async #read(body: ReadableStream<Uint8Array>): Promise<void> {
		let text = '';
		const decoder = new TextDecoder();
		for await (const part of body) {
			text += decoder.decode(part, { stream: true });
			const blocks = text.split('\n\n');
			text = blocks.pop() ?? '';
			for (const block of blocks) {
				const kind = /^event: (.*)$/m.exec(block)?.[1];
				const data = /^data: (.*)$/m.exec(block)?.[1];
				if (kind !== undefined && data !== undefined)
					this.events.push({ kind, data: JSON.parse(data) as Record<string, unknown>, at: performance.now() });
			}
		}
	}

	added(): ReadonlyMap<string, number> {
		return new Map(
			this.events
				.filter(({ kind }) => kind === 'coding-added' || kind === 'coding-changed')
				.map(({ data, at }) => [(data['coding'] as { id: string }).id, at])
		);
	}

	peopleNow(): number {
		const last = this.events.findLast(({ kind }) => kind === 'presence');
		return last ? (last.data['people'] as unknown[]).length : 0;
	}

	close(): void {
		this.#stop.abort();
	}
}

const originOf = (person: number) => (person % 2 === 0 ? apps[0].origin : apps[1].origin);
const apply = async (person: number, start: number): Promise<{ id: string; at: number }> => {
	const response = await fetch(`${originOf(person)}/api/v1${base}/codings`, {
		method: 'POST',
		headers: { authorization: `Bearer ${tokens[person]}`, 'content-type': 'application/json' },
		body: JSON.stringify({ sourceId, version, start, end: start + 20, codeId })
	});
	if (response.status !== 201) throw new Error(`POST codings: ${response.status} ${await response.text()}`);
	return { id: ((await response.json()) as { id: string }).id, at: performance.now() };
};

const until = async (is: () => boolean, within: number): Promise<void> => {
	const end = Date.now() + within;
	while (!is()) {
		if (Date.now() > end) throw new Error('it did not happen in time');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
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
	const made: string[] = [];
	for (let person = 0; person < people; person += 1) {
		const id = randomUUID();
		const { token, hash } = newAccessToken();
		await client.query("insert into users values ($1, $2, $3, '-', false, 'nl', null, now())", [
			id,
			`coder-${person}@example.org`,
			`Codeur ${person}`
		]);
		await client.query("insert into memberships values ($1, $2, $3, 'coder', true, now())", [
			randomUUID(),
			project,
			id
		]);
		await client.query(
			"insert into access_tokens values ($1, $2, null, 'test', $3, 'write', now() + interval '1 day', now())",
			[randomUUID(), id, hash]
		);
		made.push(token);
	}
	tokens = made;
	await client.end();
	apps = [await startApp({ dataFolder: folders[0], settings }), await startApp({ dataFolder: folders[1], settings })];
});

afterAll(async () => {
	for (const app of apps ?? []) await app.stop();
	await postgres?.stop();
});

describe('a team of 32 on one interview, over two servers', () => {
	test('everyone sees everyone, and every coding of everyone, on both servers', async () => {
		const screens = tokens.map((token, person) => new Screen(originOf(person), token));
		await Promise.all(screens.map((screen) => screen.open()));
		await until(() => screens.every((screen) => screen.peopleNow() === people), 20_000);

		const made: { id: string; at: number }[] = [];
		const rounds = 6;
		for (let round = 0; round < rounds; round += 1)
			made.push(...(await Promise.all(tokens.map((_, person) => apply(person, 30 + round * 7 + person)))));
		await until(() => screens.every((screen) => made.every(({ id }) => screen.added().has(id))), 20_000);

		const delays = screens.flatMap((screen) => {
			const seen = screen.added();
			return made.map(({ id, at }) => (seen.get(id) ?? Infinity) - at);
		});
		expect(delays).toHaveLength(people * people * rounds);
		expect(screens.flatMap(({ events }) => events.filter(({ kind }) => kind === 'gap'))).toEqual([]);
		for (const screen of screens) screen.close();
		const middle = [...delays].sort((a, b) => a - b)[Math.floor(delays.length / 2)];
		console.log(`a colleague's coding arrived after ${Math.round(middle ?? 0)} ms (median, after the answer)`);
	});

	test('a screen that was away catches up with what was made meanwhile, by itself', async () => {
		const first = new Screen(apps[0].origin, tokens[0] ?? '');
		await first.open();
		first.close();
		const away = new Date().toISOString();
		const made = await Promise.all([1, 2, 3].map((person) => apply(person, 400 + person)));
		const again = new Screen(apps[1].origin, tokens[0] ?? '');
		await again.open(away);
		await until(() => made.every(({ id }) => again.added().has(id)), 10_000);
		again.close();
	});

	test('the other server goes on when one is cut off, and its people are told to be gone', async () => {
		const here = new Screen(apps[0].origin, tokens[0] ?? '');
		const there = new Screen(apps[1].origin, tokens[1] ?? '');
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
