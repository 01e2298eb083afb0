import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportQuotes } from '../../src/lib/server/views/export-quotes.ts';
import { exportJointDisplay } from '../../src/lib/server/views/export-joint-display.ts';
import { listCodeFrequencies, viewCrosstab } from '../../src/lib/server/views/code-counts.ts';
import { runQuery } from '../../src/lib/server/views/run-query.ts';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import { listAreas } from '../../src/lib/server/store/areas.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import type { CodedPassage } from '../../src/lib/query/coded-passage.ts';
import { count } from '../../src/lib/query/count.ts';
import { evaluate, type Material } from '../../src/lib/query/evaluate.ts';
import { frequencies } from '../../src/lib/query/frequency.ts';
import { everything, type Condition } from '../../src/lib/query/query.ts';
import { testStore } from '../support/database.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
let context: Awaited<ReturnType<typeof contextFor>>;
let projectId: string;
let material: Material;
let ids: { codes: string[]; pillars: string[]; areas: string[]; waves: string[]; coders: string[]; sources: string[] };

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	const loaded = await loadDemo(context);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	projectId = loaded.value.projectId;
	// The demo has no stars.
	const starred = await store.db
		.selectFrom('codings')
		.select('id')
		.where('project_id', '=', projectId)
		.limit(9)
		.execute();
	const stars = starred.map(({ id }) => id);
	await store.db.updateTable('codings').set({ is_important: true }).where('id', 'in', stars).execute();
	material = {
		codebook: await loadCodebook(store.db, projectId),
		areas: await listAreas(store.db, projectId),
		passages: await passages()
	};
	const unique = (values: readonly string[]) => [...new Set(values)];
	ids = {
		codes: material.codebook.codes.map(({ id }) => id),
		pillars: (await store.db.selectFrom('pillars').select('id').where('project_id', '=', projectId).execute()).map(
			({ id }) => id
		),
		areas: material.areas.map(({ id }) => id),
		waves: unique(material.passages.map(({ source }) => source.waveId)),
		coders: unique(material.passages.map(({ coderId }) => coderId)),
		sources: unique(material.passages.map(({ source }) => source.id))
	};
}, 120_000);
afterAll(() => store.close());

/** Everything that was coded, as the pure query sees it: also what does not count. */
const passages = async (): Promise<CodedPassage[]> => {
	const rows = await store.db
		.selectFrom('codings')
		.innerJoin('sources', 'sources.id', 'codings.source_id')
		.selectAll('codings')
		.select(['sources.title', 'sources.kind', 'sources.area_id', 'sources.wave_id', 'sources.group', 'sources.status'])
		.where('codings.project_id', '=', projectId)
		.where('codings.deleted_at', 'is', null)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		codeId: row.code_id,
		coderId: row.coder_id,
		range: { start: row.start_position, end: row.end_position },
		valences: { change: row.change as 'forward' | 'backward' | null, level: row.level as 'good' | 'improve' | null },
		isImportant: row.is_important,
		layer: row.layer as 'shared' | 'second',
		quote: row.quote,
		source: {
			id: row.source_id,
			title: row.title,
			kind: row.kind as CodedPassage['source']['kind'],
			areaId: row.area_id,
			waveId: row.wave_id,
			group: row.group as 'resident' | 'professional',
			status: row.status as CodedPassage['source']['status']
		}
	}));
};

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problems: unknown }): T => {
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
};

const ask = async (where: Condition) => valueOf(await runQuery(context, projectId, { where, limit: 500 }));

/** Any question over what the demo holds. */
const questions = (): fc.Arbitrary<Condition> =>
	fc.letrec<{ condition: Condition }>((tie) => ({
		condition: fc.oneof(
			{ depthSize: 'small' },
			fc.record({ code: fc.constantFrom(...ids.codes), descendants: fc.boolean() }),
			fc.record({ pillar: fc.constantFrom(...ids.pillars) }),
			fc.record({ area: fc.constantFrom(...ids.areas) }),
			fc.record({ wave: fc.constantFrom(...ids.waves) }),
			fc.record({ group: fc.constantFrom('resident' as const, 'professional' as const) }),
			fc.record({
				valence: fc.constantFrom('forward' as const, 'backward' as const, 'good' as const, 'improve' as const)
			}),
			fc.record({ coder: fc.constantFrom(...ids.coders) }),
			fc.record({ source: fc.constantFrom(...ids.sources) }),
			fc.record({ important: fc.boolean() }),
			fc.record({
				text: fc.constantFrom('wijk', 'DE', 'niet*', 'groen speel', 'é', '%', '_', 'ik', "'; --", '“hier”')
			}),
			fc.record({ and: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ or: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ not: tie('condition') })
		)
	})).condition;

describe('a question to the database', () => {
	test('finds what the rule says, for any question', async () => {
		await fc.assert(
			fc.asyncProperty(questions(), async (where) => {
				const expected = evaluate({ where, unit: 'coding' }, material);
				const answer = await ask(where);
				expect(answer.items.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
				expect({ codings: answer.codings, interviews: answer.interviews }).toEqual(count(expected));
			}),
			{ numRuns: 120, seed: 7 }
		);
	});

	test('that demands nothing finds all of the team, page after page', async () => {
		const seen: string[] = [];
		for (let cursor: string | null | undefined; cursor !== null;) {
			const page = valueOf(await runQuery(context, projectId, { ...everything, limit: 50, ...(cursor && { cursor }) }));
			seen.push(...page.items.map(({ id }) => id));
			expect(page.codings).toBe(evaluate(everything, material).length);
			cursor = page.nextCursor;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen.toSorted()).toEqual(
			evaluate(everything, material)
				.map(({ id }) => id)
				.toSorted()
		);
	});

	test('only of areas that a person may read', async () => {
		const person = await addUser(store, 'Codeur van een wijk');
		const area = material.areas.find(({ kind }) => kind === 'district')?.id ?? '';
		await addMember(store, projectId, person, 'coder', [area]);
		const answer = valueOf(
			await runQuery(await contextFor(store, person), projectId, { where: { and: [] }, limit: 500 })
		);
		expect(answer.codings).toBe(evaluate({ where: { area }, unit: 'coding' }, material).length);
		expect(answer.codings).toBeGreaterThan(0);
	});

	test.each([
		['nothing', {}],
		['a demand that does not exist', { where: { color: 'red' } }],
		['an id that is none', { where: { code: 'x' } }],
		['another unit', { where: { and: [] }, unit: 'paragraph' }],
		['a thousand demands', { where: { and: Array.from({ length: 1000 }, () => ({ important: true })) } }],
		[
			'a nest of thirty',
			{ where: Array.from({ length: 30 }).reduce<object>((inner) => ({ not: inner }), { important: true }) }
		]
	])('with %s is refused', async (_name, input) => {
		expect((await runQuery(context, projectId, input)).ok).toBe(false);
	});
});

describe('counts', () => {
	test('of codes are those of the rule, without and with the codes below', async () => {
		const { items } = valueOf(await listCodeFrequencies(context, projectId));
		const expected = frequencies(material.codebook, evaluate(everything, material));
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
					const expected = evaluate({ where: { and: [{ code: codeId }, demand(key)] }, unit: 'coding' }, material);
					expect(cell).toEqual(count(expected));
				}
		}
	);
});

describe('what is taken away', () => {
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

	test('holds every quote, its reference, and no words without consent', async () => {
		const source = ids.sources[0] ?? '';
		await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', projectId).execute();
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source).execute();
		const file = valueOf(await exportQuotes(context, projectId, { format: 'csv' }, 'nl'));
		await store.db.updateTable('sources').set({ quotes_allowed: true }).where('id', '=', source).execute();
		expect(file.name).toMatch(/^Citaten - .* - 2025-06-01\.csv$/);
		const rows = Papa.parse<string[]>(text(file.bytes), { delimiter: ';' }).data;
		const head = rows.findIndex((row) => row.length > 10);
		const body = rows.slice(head + 1).filter((row) => row.length > 10);
		const all = evaluate(everything, material);
		expect(body).toHaveLength(all.length);
		const shown = all.filter((passage) => passage.source.id !== source).map(({ quote }) => quote);
		const words = new Set(body.flat());
		for (const quote of shown) expect(words.has(quote) || words.has(`'${quote}`), quote).toBe(true);
		for (const { quote } of all.filter((passage) => passage.source.id === source && !shown.includes(passage.quote)))
			expect(words.has(quote)).toBe(false);
	});

	test('is the same file for the same data', async () => {
		const query = { format: 'csv' };
		const [one, two] = [
			await exportQuotes(context, projectId, query, 'nl'),
			await exportQuotes(context, projectId, query, 'nl')
		];
		expect(Buffer.from(valueOf(one).bytes).equals(Buffer.from(valueOf(two).bytes))).toBe(true);
	});

	test('is for authors, in their areas', async () => {
		const person = await addUser(store, 'Auteur van een wijk');
		const [area, other] = material.areas.filter(({ kind }) => kind === 'district');
		await addMember(store, projectId, person, 'author', [area?.id ?? '']);
		await addMember(store, projectId, person, 'coder'); // reads everything, but takes away only as an author
		const own = await contextFor(store, person);
		const file = valueOf(await exportQuotes(own, projectId, { format: 'csv' }, 'nl'));
		expect(text(file.bytes)).toContain(area?.name);
		expect(text(file.bytes)).not.toContain(other?.name);
		const display = (areaId = '') =>
			exportJointDisplay(own, projectId, { format: 'docx', areaId, pillarId: ids.pillars[0] }, 'nl');
		expect((await display(area?.id)).ok).toBe(true);
		expect(await display(other?.id)).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] });
		const coder = await addUser(store, 'Alleen codeur');
		await addMember(store, projectId, coder, 'coder');
		const refused = await exportQuotes(await contextFor(store, coder), projectId, { format: 'csv' }, 'nl');
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] });
	});
});
