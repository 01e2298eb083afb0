import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pillarsOf } from '../../src/lib/domain/codebook/codebook.ts';
import type { Access } from '../../src/lib/domain/project/membership.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listQuotes, type Quote, type QuoteFilter, type QuoteKey } from '../../src/lib/server/store/quotes.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource, type TestProject } from '../support/project.ts';

const text = 'Ik voel me 😀 thuis in één wijk, en de speeltuin is weer open.';

let store: Store;
let project: TestProject;
let access: Access;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store, 'Citaten');
	const userId = project.users.coder;
	access = { userId, memberships: [{ id: userId, userId, role: 'coder', areaIds: null }] };
});

const list = (filter: QuoteFilter, after: QuoteKey | null = null, limit = 100) =>
	listQuotes(store.db, project.id, access, filter, after, limit);
const keyOf = ({ sourceId, range, id }: Quote): QuoteKey => [sourceId, range.start, id];

/** Page after page until there is nothing more. */
const walk = async (filter: QuoteFilter, limit: number): Promise<Quote[]> => {
	const found: Quote[] = [];
	for (;;) {
		const last = found[found.length - 1];
		const page = await list(filter, last ? keyOf(last) : null, limit);
		if (page.length === 0) return found;
		found.push(...page);
	}
};

/** A top code with pillars, a code that inherits them, one below it with another pillar, and one with none on purpose. */
const addTree = async () => {
	const { first, second } = project.pillars;
	const top = await addCode(store, project, 'Wonen', { pillarIds: [first] });
	const middle = await addCode(store, project, 'Groen', { parentId: top });
	const own = await addCode(store, project, 'Spelen', { parentId: middle, pillarIds: [second] });
	const below = await addCode(store, project, 'Speeltuin', { parentId: own });
	const none = await addCode(store, project, 'Overig', { parentId: middle, pillarIds: [] });
	return [top, middle, own, below, none];
};

const addCodings = async () => {
	const codes = await addTree();
	for (let interview = 0; interview < 3; interview += 1) {
		const source = await addSource(store, project, text);
		for (const [at, codeId] of codes.entries())
			await addCoding(store, project, source, { start: 10 - at, end: 25 + interview }, codeId);
	}
	return codes;
};

test('page after page gives every quote once, in reading order', async () => {
	await addCodings();
	const whole = await list({});
	expect(whole).toHaveLength(15);
	const keys = whole.map(keyOf);
	expect(keys).toEqual(keys.toSorted(([a, m, x], [b, n, y]) => (a === b ? m - n || (x < y ? -1 : 1) : a < b ? -1 : 1)));
	for (const limit of [1, 4, 7]) expect(await walk({}, limit)).toEqual(whole);
	const home = whole.filter(({ quote }) => quote.includes('thuis in één'));
	expect(home.length).toBeGreaterThan(0);
	for (const q of ['thuis in één', 'Thuis in een', 'THUIS  IN ÉÉN']) expect(await walk({ q }, 2)).toEqual(home);
});

test('a source narrows the list to its own quotes', async () => {
	await addCodings();
	const whole = await list({});
	const sourceId = whole[7]?.sourceId ?? '';
	expect(await walk({ sourceId }, 2)).toEqual(whole.filter((quote) => quote.sourceId === sourceId));
});

test('a pillar has the quotes of the codes that serve it, as the codebook says', async () => {
	await addCodings();
	const book = await loadCodebook(store.db, project.id);
	const whole = await list({});
	for (const pillarId of Object.values(project.pillars)) {
		const expected = whole.filter(({ codeId }) => pillarsOf(book, codeId).includes(pillarId));
		expect(expected.length).toBeGreaterThan(0);
		expect(await list({ pillarId })).toEqual(expected);
		expect(await walk({ pillarId }, 2)).toEqual(expected);
	}
});

test('a quote has the whole path of its code', async () => {
	const codes = await addCodings();
	const paths = new Map((await list({})).map(({ codeId, codePath }) => [codeId, codePath]));
	expect(codes.map((id) => paths.get(id))).toEqual([
		'Wonen',
		'Wonen › Groen',
		'Wonen › Groen › Spelen',
		'Wonen › Groen › Spelen › Speeltuin',
		'Wonen › Groen › Overig'
	]);
});
