import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsMade } from '../../src/lib/domain/coding/said.ts';
import { listSayings } from '../../src/lib/server/store/display-data.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { KeptSayings, type AllTold } from '../../src/lib/server/store/kept-sayings.ts';
import { inTransaction } from '../../src/lib/server/store/transaction.ts';
import { databaseKind, testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'een twee drie vier vijf 😀 zes zeven acht';

/** A project with two interviews and two codes, with which nothing is said. */
const silentProject = async () => {
	const project = await addProject(store);
	const first = await addSource(store, project, words);
	const second = await addSource(store, project, words);
	const [park, green] = [await addCode(store, project, 'Park'), await addCode(store, project, 'Groen')];
	const ids = [first.id, second.id];
	return { project, first, second, ids, park, green };
};

type Material = Awaited<ReturnType<typeof silentProject>>;

const say = async (within: Store, { project, first }: Material, start: number, codeId: string, change?: 'forward') =>
	addCoding(within, project, first, { start, end: start + 2 }, codeId, change && { change });

/** How many passages each interview has with a code. */
const passages = ({ told, numberOf }: AllTold, codeId: string) =>
	told.map((numbers) => {
		let sum = 0;
		for (let at = 0; at < numbers.length;) {
			const number = numbers[at++] ?? 0;
			for (let pairs = number % pairsMade; pairs > 0; pairs &= pairs - 1) {
				const count = numbers[at++] ?? 0;
				if (Math.floor(number / pairsMade) === numberOf(codeId)) sum += count;
			}
		}
		return sum;
	});

describe('what interviews say, kept in memory', () => {
	test('is what they say now, whichever is asked for', async () => {
		const material = await silentProject();
		const { ids, park, green } = material;
		const kept = new KeptSayings();
		expect(passages(await kept.of(store.db, ids), park)).toEqual([0, 0]);
		await say(store, material, 0, park);
		await say(store, material, 4, park, 'forward');
		await say(store, material, 9, green);
		expect(passages(await kept.of(store.db, ids), park)).toEqual([2, 0]);
		expect(passages(await kept.of(store.db, [...ids].reverse()), park)).toEqual([0, 2]);
		expect(passages(await kept.of(store.db, ids), green)).toEqual([1, 0]);
	});

	test('of a source that is not there is nothing', async () => {
		const { ids, park } = await silentProject();
		const gone = '0190a000-0000-7000-8000-000000000001';
		expect(passages(await new KeptSayings().of(store.db, [gone, ...ids]), park)).toEqual([0, 0, 0]);
	});

	test('is read once, until it changes', async ({ skip }) => {
		skip(
			databaseKind() === 'server',
			'what others do on the same server, in another database, may make it read more often'
		);
		const material = await silentProject();
		const { ids, park } = material;
		await say(store, material, 0, park);
		const kept = new KeptSayings();
		const before = await kept.of(store.db, ids);
		const again = await kept.of(store.db, ids);
		expect(again.told.map((told, at) => told === before.told[at])).toEqual([true, true]);
		await say(store, material, 4, park);
		const after = await kept.of(store.db, ids);
		expect(after.told.map((told, at) => told === before.told[at])).toEqual([false, true]);
	});

	test('is right for all who ask at once', async () => {
		const material = await silentProject();
		const { ids, park } = material;
		const kept = new KeptSayings();
		const answers = await Promise.all([
			kept.of(store.db, ids),
			say(store, material, 0, park).then(() => kept.of(store.db, ids)),
			say(store, material, 4, park).then(() => kept.of(store.db, [material.first.id]))
		]);
		expect(passages(answers[1], park)[0]).toBeGreaterThan(0);
		expect(passages(await kept.of(store.db, ids), park)).toEqual([2, 0]);
	});

	test('does not know what was taken back, and what a transaction did itself it sees', async () => {
		const material = await silentProject();
		const { ids, park } = material;
		await listSayings(store.db, ids, [park]);
		const inside = await inTransaction(store.db, async (trx) => {
			await say({ ...store, db: trx as Store['db'] }, material, 0, park);
			return { ok: false, sayings: await listSayings(trx, ids, [park]) };
		});
		expect(inside.sayings).toHaveLength(1);
		expect(await listSayings(store.db, ids, [park])).toEqual([]);
	});

	test('begins anew when very much changed, and forgets what there is no room for', async () => {
		const material = await silentProject();
		const { ids, park, green } = material;
		const kept = new KeptSayings({ kept: 3, changes: 2 });
		await kept.of(store.db, ids);
		for (const [at, code] of [park, green, park, green].entries()) await say(store, material, at * 4, code);
		expect(passages(await kept.of(store.db, ids), park)).toEqual([2, 0]);
		expect(passages(await kept.of(store.db, ids), green)).toEqual([2, 0]);
	});

	test('hears of a transaction that began before the one that was seen, and ended later', async ({ skip }) => {
		skip(databaseKind() === 'embedded', 'it has one connection, so that nobody is at work at the same time');
		const material = await silentProject();
		const { ids, park, green } = material;
		const kept = new KeptSayings();
		await kept.of(store.db, ids);
		const [isSaid, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const slow = inTransaction(store.db, async (trx) => {
			await say({ ...store, db: trx as Store['db'] }, material, 0, park);
			isSaid.resolve();
			await mayEnd.promise;
		});
		await isSaid.promise;
		await say(store, material, 4, green);
		const meanwhile = await kept.of(store.db, ids);
		expect([passages(meanwhile, park), passages(meanwhile, green)]).toEqual([
			[0, 0],
			[1, 0]
		]);
		await say(store, material, 9, green);
		await kept.of(store.db, ids);
		mayEnd.resolve();
		await slow;
		expect(passages(await kept.of(store.db, ids), park)).toEqual([1, 0]);
	});
});
