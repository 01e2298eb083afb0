import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueriedCodingsAnswer, QueriedSourcesAnswer, QueriedTurnsAnswer } from '../../src/lib/contract/query.ts';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { runQuery } from '../../src/lib/server/views/run-query.ts';
import { count } from '../../src/lib/query/count.ts';
import { evaluate, evaluateSources, evaluateTurns, type Material } from '../../src/lib/query/evaluate.ts';
import { everything, type Condition, type Unit } from '../../src/lib/query/query.ts';
import { overlaps } from '../../src/lib/domain/text/range.ts';
import { testStore } from '../support/database.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { loadMaterial } from '../support/query-material.ts';
import { addRandomProject } from '../support/random-project.ts';
import { valueOf } from '../import/fixture.ts';

type Asked = {
	readonly context: Awaited<ReturnType<typeof contextFor>>;
	readonly projectId: string;
	readonly material: Material;
	readonly pillars: readonly string[];
};

let store: Store;
const asked: Record<string, Asked> = {};

beforeAll(async () => {
	store = await testStore();
	const me = await contextFor(store, await addUser(store, 'Test administrator', true));
	const demo = valueOf(await loadDemo(me));
	await store.db
		.updateTable('codings')
		.set({ is_important: true })
		.where('project_id', '=', demo.projectId)
		.where('change', '=', 'backward')
		.execute();
	asked['the demo'] = await askedOf(me, demo.projectId);
	for (const seed of [1, 2]) {
		const project = await addRandomProject(store, seed);
		asked[`chance ${seed}`] = await askedOf(await contextFor(store, project.users.coder), project.id);
	}
}, 120_000);
afterAll(() => store.close());

const askedOf = async (context: Asked['context'], projectId: string): Promise<Asked> => ({
	context,
	projectId,
	material: await loadMaterial(store.db, projectId),
	pillars: (await store.db.selectFrom('pillars').select('id').where('project_id', '=', projectId).execute()).map(
		({ id }) => id
	)
});

const of = (name: string): Asked => {
	const found = asked[name];
	if (!found) throw new RangeError(`nothing was made under ${name}`);
	return found;
};

const askIn = async <A>({ context, projectId }: Asked, where: Condition, unit: Unit, more: object = {}) =>
	valueOf(await runQuery(context, projectId, { where, unit, limit: 500, ...more })) as A;
const codings = (project: Asked, where: Condition, more?: object) =>
	askIn<QueriedCodingsAnswer>(project, where, 'coding', more);
const turns = (project: Asked, where: Condition, more?: object) =>
	askIn<QueriedTurnsAnswer>(project, where, 'turn', more);
const sources = (project: Asked, where: Condition, more?: object) =>
	askIn<QueriedSourcesAnswer>(project, where, 'source', more);

const texts = [
	...[
		'wijk',
		'DE',
		'niet*',
		'veilig',
		'veilig*',
		'*VEILIG*',
		'één',
		'éÉN',
		'een',
		'😀',
		'%',
		'_',
		"foto's",
		'\\d',
		'(?i)'
	],
	...[
		'"gaat vooruit"',
		'"veilig één"',
		'straße',
		'achteruit',
		'“groen”',
		'"',
		"'; --",
		'[a]',
		'^',
		'قهوة',
		'istanbul',
		'***:'
	]
];

/** Any question over what a project holds. */
const questions = ({ material, pillars }: Asked): fc.Arbitrary<Condition> => {
	const unique = (values: readonly string[]) => [...new Set(values)];
	const shared = material.passages.filter(({ layer, source }) => layer === 'shared' && source.status === 'released');
	const released = material.sources.filter(({ status }) => status === 'released');
	return fc.letrec<{ condition: Condition }>((tie) => ({
		condition: fc.oneof(
			{ depthSize: 'small' },
			fc.record({ code: fc.constantFrom(...material.codebook.codes.map(({ id }) => id)), descendants: fc.boolean() }),
			fc.record({ pillar: fc.constantFrom(...pillars) }),
			fc.record({ area: fc.constantFrom(...material.areas.map(({ id }) => id)) }),
			fc.record({ wave: fc.constantFrom(...unique(material.sources.map(({ waveId }) => waveId))) }),
			fc.record({ group: fc.constantFrom('resident' as const, 'professional' as const) }),
			fc.record({
				valence: fc.constantFrom('forward' as const, 'backward' as const, 'good' as const, 'improve' as const)
			}),
			fc.record({ coder: fc.constantFrom(...unique(shared.map(({ coderId }) => coderId))) }),
			fc.record({ source: fc.constantFrom(...released.map(({ id }) => id)) }),
			fc.record({ important: fc.boolean() }),
			fc.record({ text: fc.constantFrom(...texts) }),
			fc.record({ and: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ or: fc.array(tie('condition'), { maxLength: 3 }) }),
			fc.record({ not: tie('condition') }),
			fc.record({ coding: tie('condition') }),
			fc.record({ overlaps: fc.tuple(tie('condition'), tie('condition')) }),
			fc.record({ near: fc.tuple(tie('condition'), tie('condition')), withinTurns: fc.integer({ min: 0, max: 3 }) })
		)
	})).condition;
};

const released = ({ material }: Asked) =>
	material.passages.filter(({ layer, source }) => layer === 'shared' && source.status === 'released');
const interviewsIn = (found: readonly { readonly id: string; readonly kind: string }[]) =>
	new Set(found.filter(({ kind }) => kind === 'transcript').map(({ id }) => id)).size;

describe.each(['the demo', 'chance 1', 'chance 2'])('a question to the database, of %s', (name) => {
	const runs = { numRuns: 60, seed: 7 };

	test('finds the codings that the rule says, for any question', async () => {
		const project = of(name);
		await fc.assert(
			fc.asyncProperty(questions(project), async (where) => {
				const expected = evaluate(where, project.material);
				const answer = await codings(project, where);
				expect(answer.items.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
				const { codings: number, interviews } = count(expected);
				expect([answer.found, answer.codings, answer.interviews]).toEqual([number, number, interviews]);
				const voices = Map.groupBy(
					expected.filter(({ source }) => source.kind === 'transcript'),
					({ source }) => source.id
				);
				expect(new Map(answer.voices?.map(({ sourceId, change, level }) => [sourceId, [change, level]]))).toEqual(
					new Map(
						[...voices].map(([id, passages]) => [
							id,
							[
								[...new Set(passages.flatMap(({ valences }) => valences.change ?? []))].sort(),
								[...new Set(passages.flatMap(({ valences }) => valences.level ?? []))].sort()
							]
						])
					)
				);
			}),
			runs
		);
	});

	test('finds the turns that the rule says', async () => {
		const project = of(name);
		await fc.assert(
			fc.asyncProperty(questions(project), async (where) => {
				const expected = evaluateTurns(where, project.material);
				const pages = [await turns(project, where)];
				for (let next = pages[0]?.nextCursor; next; next = pages.at(-1)?.nextCursor)
					pages.push(await turns(project, where, { cursor: next }));
				const found = pages.flatMap(({ items }) => items);
				const key = (id: string, ordinal: number) => `${id} ${ordinal}`;
				expect(found.map(({ source, ordinal }) => key(source.id, ordinal)).toSorted()).toEqual(
					expected.map(({ source, ordinal }) => key(source.id, ordinal)).toSorted()
				);
				const inside = released(project).filter(({ source, range }) =>
					expected.some((turn) => {
						const place = project.material.turns.get(source.id)?.[turn.ordinal - 1];
						return turn.source.id === source.id && place !== undefined && overlaps(place, range);
					})
				);
				const { found: number, codings: counted, interviews } = pages[0] ?? {};
				expect([number, counted, interviews]).toEqual([
					expected.length,
					inside.length,
					interviewsIn(expected.map(({ source }) => source))
				]);
			}),
			runs
		);
	});

	test('finds the sources that the rule says', async () => {
		const project = of(name);
		await fc.assert(
			fc.asyncProperty(questions(project), async (where) => {
				const expected = evaluateSources(where, project.material);
				const answer = await sources(project, where);
				expect(answer.items.map(({ source }) => source.id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
				const ids = new Set(expected.map(({ id }) => id));
				expect([answer.found, answer.codings, answer.interviews]).toEqual([
					expected.length,
					released(project).filter(({ source }) => ids.has(source.id)).length,
					interviewsIn(expected)
				]);
			}),
			runs
		);
	});

	test('that demands nothing finds all of the team, page after page', async () => {
		const project = of(name);
		const all = evaluate(everything.where, project.material);
		const seen: string[] = [];
		for (let cursor: string | null | undefined; cursor !== null;) {
			const page = await codings(project, everything.where, { limit: 50, ...(cursor && { cursor }) });
			expect(page.voices === null).toBe(cursor !== undefined);
			seen.push(...page.items.map(({ id }) => id));
			expect(page.codings).toBe(all.length);
			cursor = page.nextCursor;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
	});
});

describe('a question', () => {
	test('to turns shows the words of each, and where they stand', async () => {
		const project = of('chance 1');
		const { items } = await turns(project, { and: [] });
		expect(items.length).toBeGreaterThan(5);
		for (const { source, start, end, quote, reference, ordinal } of items) {
			const { text } = await store.db
				.selectFrom('source_versions')
				.select('text')
				.where('source_id', '=', source.id)
				.executeTakeFirstOrThrow();
			expect([...text].slice(start, end).join('')).toBe(quote);
			expect(reference).toBe(`${source.title} · ${source.waveYear} · beurt ${ordinal}`);
			expect(source.characters).toBe([...text].length);
		}
	});

	test('finds only what lies in areas that a person may read', async () => {
		const { projectId, material } = of('the demo');
		const person = await addUser(store, 'Codeur van een wijk');
		const area = material.areas.find(({ kind }) => kind === 'district')?.id ?? '';
		await addMember(store, projectId, person, 'coder', [area]);
		const own = { ...of('the demo'), context: await contextFor(store, person) };
		const answer = await codings(own, { and: [] });
		expect(answer.codings).toBe(evaluate({ area }, material).length);
		expect(answer.codings).toBeGreaterThan(0);
		expect(new Set(answer.voices?.map(({ areaId }) => areaId))).toEqual(new Set([area]));
		const elsewhere = material.sources.find(({ areaId, status }) => areaId !== area && status === 'released');
		const refused = await runQuery(own.context, projectId, { where: { not: { source: elsewhere?.id } } });
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'query-source-unknown' }] });
		for (const unit of ['turn', 'source'] as const)
			expect((await askIn<QueriedSourcesAnswer>(own, { and: [] }, unit)).interviews).toBe(
				evaluateSources({ area }, material).length
			);
	});

	test('finds nothing in a source that a person codes blind', async () => {
		const project = of('chance 2');
		const { source } = released(project)[0] ?? {};
		const sourceId = source?.id ?? '';
		const userId = project.context.actor.userId;
		await store.db.insertInto('second_coders').values({ source_id: sourceId, user_id: userId }).execute();
		const [found, foundTurns, foundSources] = [
			await codings(project, { and: [] }),
			await turns(project, { and: [] }),
			await sources(project, { and: [] })
		];
		await store.db.deleteFrom('second_coders').where('source_id', '=', sourceId).execute();
		const others = released(project).filter((passage) => passage.source.id !== sourceId);
		expect(found.codings).toBe(others.length);
		expect(foundTurns.items.some((turn) => turn.source.id === sourceId)).toBe(false);
		expect(foundSources.items.some((one) => one.source.id === sourceId)).toBe(false);
	});

	test.each([
		['nothing', {}],
		['a demand that does not exist', { where: { color: 'red' } }],
		['an id that is none', { where: { code: 'x' } }],
		['another unit', { where: { and: [] }, unit: 'paragraph' }],
		['a cursor of another list', { where: { and: [] }, unit: 'turn', cursor: 'WyJ4Il0' }],
		['one half of a pair', { where: { overlaps: [{ and: [] }] } }],
		['a distance below nothing', { where: { near: [{ and: [] }, { and: [] }], withinTurns: -1 } }],
		['a sign that no text holds', { where: { text: 'veilig\u0000' } }],
		['a thousand demands', { where: { and: Array.from({ length: 1000 }, () => ({ important: true })) } }],
		[
			'a nest of thirty',
			{ where: Array.from({ length: 30 }).reduce<object>((inner) => ({ not: inner }), { important: true }) }
		]
	])('with %s is refused', async (_name, input) => {
		const { context, projectId } = of('the demo');
		expect((await runQuery(context, projectId, input)).ok).toBe(false);
	});

	test.each(['code', 'pillar', 'area', 'wave', 'coder', 'source'] as const)(
		'about a %s of another project is refused, and says which',
		async (kind) => {
			const { context, projectId } = of('the demo');
			const { material, pillars } = of('chance 1');
			const [passage] = released(of('chance 1'));
			const ids = {
				code: passage?.codeId,
				pillar: pillars[0],
				area: material.areas[0]?.id,
				wave: passage?.source.waveId,
				coder: passage?.coderId,
				source: passage?.source.id
			};
			const result = await runQuery(context, projectId, { where: { or: [{ not: { [kind]: ids[kind] } }] } });
			expect(result).toMatchObject({
				ok: false,
				problems: [{ code: `query-${kind}-unknown`, params: { id: ids[kind] } }]
			});
		}
	);
});
