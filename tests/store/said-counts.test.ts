import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bitsOf, type Said } from '../../src/lib/domain/coding/said.ts';
import type { Valences } from '../../src/lib/domain/coding/valence.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listSaid, listSayings, type Saying } from '../../src/lib/server/store/display-data.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'een twee drie vier vijf 😀 zes zeven acht';
const one = <T>(items: readonly T[], at: number): T => {
	const found = items[at % items.length];
	if (found === undefined) throw new RangeError('nothing to choose from');
	return found;
};
const change = fc.constantFrom<Valences['change']>(null, 'forward', 'backward');
const level = fc.constantFrom<Valences['level']>(null, 'good', 'improve');
const deed = fc.record({
	what: fc.constantFrom('add', 'add', 'value', 'recode', 'layer', 'remove', 'return', 'destroy'),
	at: fc.nat(40),
	place: fc.nat(8),
	change,
	level
});

/** Said by what the codings themselves say: what the counters have to tell too. */
const counted = async (sourceIds: readonly string[]): Promise<readonly Saying[]> => {
	const { rows } = await sql<Saying & Valences>`
		select source_id as "sourceId", code_id as "codeId", layer, change, level, count(*)::int as passages from codings
		where source_id = any(${[...sourceIds]}::uuid[]) and layer = 'shared' and deleted_at is null
		group by source_id, code_id, layer, change, level`.execute(store.db);
	return rows.map(({ change, level, ...row }) => ({ ...row, valences: { change, level } }));
};
const inOrder = (sayings: readonly Saying[]) =>
	sayings
		.map(({ sourceId, codeId, layer, passages, valences: { change, level } }) =>
			[sourceId, codeId, layer, change, level, passages].join(' ')
		)
		.sort();

const bytesOf = (said: Said, codes: readonly string[]) => codes.map((id) => [...(said.get(id) ?? [0, 0])]);

test('what the counters say is what the codings say, whatever is done to codings', async () => {
	const project = await addProject(store);
	const sources = [await addSource(store, project, words), await addSource(store, project, words)];
	const codes = [await addCode(store, project, 'Park'), await addCode(store, project, 'Groen')];
	const sourceIds = sources.map(({ id }) => id);
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
			for (const { what, at, place, ...valences } of deeds) {
				const ids = (await store.db.selectFrom('codings').select('id').orderBy('id').execute()).map(({ id }) => id);
				if (what === 'add' || ids.length === 0) {
					const range = { start: place, end: place + 1 + (at % 9) };
					const how = {
						...(valences.change && { change: valences.change }),
						...(valences.level && { level: valences.level })
					};
					// the same passage with the same code by the same coder is refused
					await addCoding(store, project, one(sources, at), range, one(codes, place), how).catch(() => {});
					continue;
				}
				const which = one(ids, at);
				const set = (values: object) =>
					store.db
						.updateTable('codings')
						.set(values)
						.where('id', '=', which)
						.execute()
						.catch(() => {});
				if (what === 'value') await set(valences);
				if (what === 'recode') await set({ code_id: one(codes, place) });
				if (what === 'layer') await set({ layer: place % 2 === 0 ? 'second' : 'shared' });
				if (what === 'remove') await set({ deleted_at: new Date() });
				if (what === 'return') await set({ deleted_at: null });
				if (what === 'destroy') await store.db.deleteFrom('codings').where('id', '=', which).execute();
			}
			const sayings = await counted(sourceIds);
			expect(inOrder(await listSayings(store.db, sourceIds, codes))).toEqual(inOrder(sayings));
			expect(bytesOf(await listSaid(store.db, sourceIds, codes), codes)).toEqual(
				codes.map((codeId) =>
					sourceIds.map((sourceId) =>
						sayings
							.filter((saying) => saying.codeId === codeId && saying.sourceId === sourceId)
							.reduce((bits, { valences }) => bits | bitsOf(valences), 0)
					)
				)
			);
			expect((await findFaults(store.db)).filter(({ kind }) => kind === 'count-differs')).toEqual([]);
		}),
		{ numRuns: 40 }
	);
});

test('a counter that says something else is found', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, words);
	const codeId = await addCode(store, project, 'Park');
	await addCoding(store, project, source, { start: 0, end: 3 }, codeId, { change: 'forward' });
	await sql`update coding_counts set said = '{1,0,0,0,0,0,0,0,0}' where source_id = ${source.id}`.execute(store.db);
	expect(await findFaults(store.db)).toEqual([{ kind: 'count-differs', id: `${codeId}/${source.id}` }]);
});
