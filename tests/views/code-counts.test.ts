import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listCodeFrequencies, viewCooccurrences, viewCrosstab } from '../../src/lib/server/views/code-counts.ts';
import { listCodes } from '../../src/lib/server/views/list-codes.ts';
import { cooccurrences } from '../../src/lib/query/cooccurrence.ts';
import { count } from '../../src/lib/query/count.ts';
import { evaluate, type Material } from '../../src/lib/query/evaluate.ts';
import { frequencies } from '../../src/lib/query/frequency.ts';
import { everything, type Condition } from '../../src/lib/query/query.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { loadMaterial } from '../support/query-material.ts';
import { addRandomProject } from '../support/random-project.ts';

let store: Store;
let context: Awaited<ReturnType<typeof contextFor>>;
let projectId: string;
let material: Material;

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	projectId = valueOf(await loadDemo(context)).projectId;
	material = await loadMaterial(store.db, projectId);
}, 120_000);
afterAll(() => store.close());

describe('counts', () => {
	test('of codes are those of the rule, without and with the codes below', async () => {
		const { items } = valueOf(await listCodeFrequencies(context, projectId));
		const expected = frequencies(material.codebook, evaluate(everything.where, material));
		expect(
			items.map((item) => [
				item.codeId,
				item.depth,
				item.codings,
				item.interviews,
				item.codingsWithDescendants,
				item.interviewsWithDescendants
			])
		).toEqual(
			expected.map(({ codeId, depth, own, withDescendants }) => [
				codeId,
				depth,
				own.codings,
				own.interviews,
				withDescendants.codings,
				withDescendants.interviews
			])
		);
	});

	test('stand in the codebook as they stand among the frequencies, an interview once in each', async () => {
		const { items } = valueOf(await listCodeFrequencies(context, projectId));
		const listed = valueOf(await listCodes(context, projectId, { limit: 500 })).items;
		expect(
			listed.map((code) => [
				code.id,
				code.codings,
				code.interviews,
				code.codingsWithDescendants,
				code.interviewsWithDescendants
			])
		).toEqual(
			items.map((item) => [
				item.codeId,
				item.codings,
				item.interviews,
				item.codingsWithDescendants,
				item.interviewsWithDescendants
			])
		);
		const above = listed.find(({ id }) => listed.filter(({ parentId }) => parentId === id).length > 1);
		const below = listed.filter(({ parentId }) => parentId === above?.id);
		const sum = below.reduce((total, code) => total + (code.interviewsWithDescendants ?? 0), 0);
		expect(above?.interviewsWithDescendants).toBeLessThan(sum);
	});

	test('leave out a source that is restricted, and one that the reader codes blind: everywhere alike', async () => {
		const items = async () => valueOf(await listCodeFrequencies(context, projectId)).items;
		const before = await items();
		const { source_id, code_id } = await store.db
			.selectFrom('coding_counts')
			.innerJoin('sources', 'sources.id', 'coding_counts.source_id')
			.select(['source_id', 'code_id'])
			.where('codings', '>', 0)
			.where('sources.status', '=', 'released')
			.orderBy('codings', 'desc')
			.executeTakeFirstOrThrow();
		const check = async () => {
			const now = (await items()).find(({ codeId }) => codeId === code_id);
			const then = before.find(({ codeId }) => codeId === code_id);
			expect(now?.codings).toBeLessThan(then?.codings ?? 0);
			expect(now?.codingsWithDescendants).toBe(now?.codings);
			const listed = valueOf(await listCodes(context, projectId, { limit: 500 })).items;
			expect(listed.find(({ id }) => id === code_id)?.codings).toBe(now?.codings);
			const { items: rows } = valueOf(await viewCrosstab(context, projectId, { columns: 'group' }));
			const cells = rows.find(({ codeId }) => codeId === code_id)?.cells ?? [];
			expect(cells.reduce((sum, { codings }) => sum + codings, 0)).toBe(now?.codings);
		};
		const setStatus = (status: 'restricted' | 'released') =>
			store.db.updateTable('sources').set({ status }).where('id', '=', source_id).execute();
		await setStatus('restricted');
		await check();
		await setStatus('released');
		await store.db.insertInto('second_coders').values({ source_id, user_id: context.actor.userId }).execute();
		await check();
		await store.db.deleteFrom('second_coders').where('source_id', '=', source_id).execute();
		expect(await items()).toEqual(before);
	});

	test.each(['area', 'wave', 'group', 'valence', 'coder'] as const)(
		'of codes against %s are those of the rule',
		async (columns) => {
			const table = valueOf(await viewCrosstab(context, projectId, { columns }));
			expect(table.columns.length).toBeGreaterThan(columns === 'coder' ? 0 : 1); // the demo has one coder whose work counts
			const demand = (key: string) => ({ [columns]: key }) as unknown as Condition;
			for (const { codeId, cells } of table.items)
				for (const [at, cell] of cells.entries()) {
					const key = table.columns[at]?.key ?? '';
					// An area here is exactly that one: districts have nothing in them.
					const expected = evaluate({ and: [{ code: codeId }, demand(key)] }, material);
					expect(cell).toEqual(count(expected));
				}
		}
	);

	test('of codes that occur together are those of the rule, page after page', async () => {
		const project = await addRandomProject(store, 3);
		const material = await loadMaterial(store.db, project.id);
		const coder = await contextFor(store, project.users.coder);
		const expected = cooccurrences(evaluate(everything.where, material));
		expect(expected.length).toBeGreaterThan(20);
		const found = [];
		for (let cursor: string | null | undefined; cursor !== null;) {
			const page = valueOf(await viewCooccurrences(coder, project.id, { limit: 7, ...(cursor && { cursor }) }));
			found.push(...page.items);
			cursor = page.nextCursor;
		}
		expect(found.map(({ codeIds, codings, interviews }) => ({ codeIds, codings, interviews }))).toEqual(expected);
		const [most] = expected;
		const codeId = most?.codeIds[1] ?? '';
		const own = valueOf(await viewCooccurrences(coder, project.id, { codeId, limit: 500 }));
		expect(own.items.map(({ codeIds }) => codeIds)).toEqual(
			expected.filter(({ codeIds }) => codeIds.includes(codeId)).map(({ codeIds }) => codeIds)
		);
		expect(own.items[0]?.paths.join()).toMatch(/^(.+ › )*Code \d+ 😀,(.+ › )*Code \d+ 😀$/u);
	});

	test('of codes that occur together stay within the areas that a person may read', async () => {
		const project = await addRandomProject(store, 4);
		const person = await addUser(store, 'Codeur hier');
		await addMember(store, project.id, person, 'coder', [project.areas.district]);
		const material = await loadMaterial(store.db, project.id);
		const expected = cooccurrences(evaluate({ area: project.areas.district }, material));
		const found = valueOf(await viewCooccurrences(await contextFor(store, person), project.id, { limit: 500 }));
		expect(found.items.map(({ codeIds, codings }) => [codeIds, codings])).toEqual(
			expected.map(({ codeIds, codings }) => [codeIds, codings])
		);
		expect(expected.length).toBeGreaterThan(0);
	});

	test.each([
		[{ codeId: '0198f2d0-0000-7000-8000-000000000000' }, 'code-unknown'],
		[{ codeId: 'x' }, 'input-not-an-id'],
		[{ cursor: 'WzEsIngiLCJ5Il0' }, 'cursor-invalid']
	])('of codes that occur together are refused for %j', async (query, code) => {
		expect(await viewCooccurrences(context, projectId, query)).toMatchObject({ ok: false, problems: [{ code }] });
	});
});
