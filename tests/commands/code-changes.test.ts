import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodeChangesAnswer } from '../../src/lib/contract/code-change.ts';
import { addCode as add } from '../../src/lib/server/commands/add-code.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { importCodebook } from '../../src/lib/server/commands/import-codebook.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { restoreCode } from '../../src/lib/server/commands/restore-code.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { redoCodeChange, undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import { listForerunners } from '../../src/lib/server/store/code-forerunners.ts';
import { inTreeOrder } from '../../src/lib/domain/codebook/codebook.ts';
import { listChanges } from '../../src/lib/server/views/code-changes.ts';
import { textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addCode,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let colleague: string;
let park: string;
let green: string;
let bench: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	colleague = await addUser(store, 'Collega');
	await addMember(store, project.id, colleague, 'codebook-manager');
	const book = { id: project.id };
	for (const name of ['Park', 'Groen', 'Wonen']) await add(await manager(), book.id, { name });
	[park, green] = [await idOf('Park'), await idOf('Groen')];
	await add(await manager(), book.id, { name: 'Bankjes', parentId: park });
	bench = await idOf('Bankjes');
	source = await addSource(store, project, 'Het 😀 park is mooi, en de cafés e\u0301n bomen ook');
});

const coder = () => contextFor(store, project.users.coder);
const manager = () => contextFor(store, project.users['codebook-manager']);
const other = () => contextFor(store, colleague);
const book = () => loadCodebook(store.db, project.id);
const idOf = async (name: string) => {
	const found = (await book()).codes.find((code) => code.name === name);
	if (!found) throw new Error(`no code ${name}`);
	return found.id;
};
const tree = async () => inTreeOrder(await book()).map(({ code, depth }) => `${'  '.repeat(depth)}${code.name}`);
const apply = async (codeId: string, start: number, end: number, more: object = {}) =>
	valueOf(await applyCode(await coder(), project.id, { sourceId: source.id, start, end, codeId, ...more })).id;
const codings = () =>
	store.db
		.selectFrom('codings')
		.select(['id', 'code_id', 'start_position', 'end_position', 'change', 'memo'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.orderBy('start_position')
		.orderBy('id')
		.execute();
const change = async (input: object, query: object = {}) =>
	valueOf(await changeCodes(await manager(), project.id, input, query));
const log = async (who = manager): Promise<CodeChangesAnswer> =>
	valueOf(await listChanges(await who(), project.id, {}));
const undo = async () => undoCodeChange(await manager(), project.id, (await log()).undo?.id ?? '');
const redo = async () => redoCodeChange(await manager(), project.id, (await log()).redo?.id ?? '');
/** Tree, codings and words; places count only as an order, which the tree shows. */
const whole = async () => [
	await tree(),
	await codings(),
	inTreeOrder(await book()).map(({ code }) => ({ ...code, place: 0 }))
];
const problems = (result: { ok: true } | { ok: false; problems: readonly { code: string }[] }) =>
	result.ok ? [] : result.problems.map(({ code }) => code);

/** Undo brings back what was; redo what became. */
const thereAndBack = async (deed: () => Promise<unknown>) => {
	const before = await whole();
	await deed();
	const after = await whole();
	expect(after).not.toEqual(before);
	valueOf(await undo());
	expect(await whole()).toEqual(before);
	valueOf(await redo());
	expect(await whole()).toEqual(after);
	valueOf(await undo());
	expect(await whole()).toEqual(before);
};

describe('several codes at once', () => {
	test('go below a new folder in one step, with the impact told first', async () => {
		await apply(park, 0, 10);
		await apply(bench, 4, 14);
		const input = { kind: 'fold', codeIds: [park, green], folder: { name: 'Buiten 😀' } };
		const before = await whole();
		expect(await change(input, { preview: 'true' })).toEqual({
			...{ id: null, codes: 3, codings: 2, interviews: 1, otherTexts: 0, folderId: null, merged: null }
		});
		expect(await whole()).toEqual(before);
		await thereAndBack(() => change(input));
		valueOf(await redo());
		expect(await tree()).toEqual(['Buiten 😀', '  Park', '    Bankjes', '  Groen', 'Wonen']);
		expect(
			problems(
				await applyCode(await coder(), project.id, {
					sourceId: source.id,
					start: 0,
					end: 4,
					codeId: await idOf('Buiten 😀')
				})
			)
		).toEqual(['code-not-codable']);
	});

	test('tell how many of the texts they touch are no interviews, also in a merge, a split and the log', async () => {
		const field = await addSource(store, project, 'Op het 😀 plein staat één bank');
		await store.db
			.updateTable('sources')
			.set({ kind: 'observation', group: null })
			.where('id', '=', field.id)
			.execute();
		await apply(park, 0, 10);
		const inField = { sourceId: field.id, start: 0, end: 8, codeId: park };
		const { id: codingId } = valueOf(await applyCode(await coder(), project.id, inField));
		const touched = { interviews: 2, otherTexts: 1 };
		const preview = { preview: 'true' };
		expect(await change({ kind: 'delete', codeIds: [park] }, preview)).toMatchObject(touched);
		const merging = { fromCodeId: park, intoCodeId: green };
		expect(valueOf(await mergeCodes(await manager(), project.id, merging, preview))).toMatchObject(touched);
		const splitting = { codeId: park, targets: [{ codeId: green }], assignments: [{ codingId, target: 0 }] };
		expect(valueOf(await splitCode(await manager(), project.id, splitting, preview))).toMatchObject({
			...{ interviews: 1, otherTexts: 1 }
		});
		await change({ kind: 'delete', codeIds: [park], codings: 'delete' });
		const { items } = valueOf(await listChanges(await manager(), project.id, {}));
		expect(items[0]).toMatchObject(touched);
	});

	test('go into a folder that is there, and not into a code', async () => {
		const folder = await addCode(store, project, 'Map', { isCodable: false });
		await change({ kind: 'fold', codeIds: [bench, green], folder: { codeId: folder } });
		expect(await tree()).toContain('  Bankjes');
		const wrong = await changeCodes(
			await manager(),
			project.id,
			{ kind: 'fold', codeIds: [green], folder: { codeId: park } },
			{}
		);
		expect(problems(wrong)).toEqual(['code-fold-no-folder']);
	});

	test.each([
		['move', () => ({ kind: 'move', codeIds: [green, park], parentId: null, place: 1 })],
		['move below', async () => ({ kind: 'move', codeIds: [green, park], parentId: await idOf('Wonen') })],
		[
			'colour and pillars',
			() => ({ kind: 'update', codeIds: [green, bench], color: 3, pillarIds: [project.pillars.second] })
		],
		['merge', async () => ({ kind: 'merge', codeIds: [park, green], intoCodeId: await idOf('Wonen') })],
		['delete', () => ({ kind: 'delete', codeIds: [park, bench, green], codings: 'delete' })]
	])('%s: is undone and done again as a whole', async (_name, input) => {
		await apply(park, 0, 10, { valences: ['forward'], memo: 'mooi 😀' });
		await apply(bench, 4, 14);
		await apply(green, 0, 10);
		await thereAndBack(async () => change(await input()));
	});

	test('go into one code in one step, with passages that overlap united, and come back in one step', async () => {
		const home = await idOf('Wonen');
		await apply(park, 0, 10, { valences: ['forward'], memo: 'mooi 😀' });
		await apply(green, 5, 15, { memo: 'één' });
		await apply(home, 12, 20, { important: true });
		await apply(bench, 0, 10);
		await apply(green, 30, 40);
		const input = { kind: 'merge', codeIds: [park, green], intoCodeId: home, uniteOverlaps: true };
		await thereAndBack(() => change(input));
		valueOf(await redo());
		expect((await codings()).map((one) => [one.code_id, one.start_position, one.end_position])).toEqual(
			expect.arrayContaining([
				[bench, 0, 10],
				[home, 0, 20],
				[home, 30, 40]
			])
		);
		expect(await codings()).toHaveLength(3);
	});

	test('stay when they have codings and nobody said that these may go', async () => {
		await apply(park, 0, 10);
		const result = await changeCodes(await manager(), project.id, { kind: 'delete', codeIds: [park] }, {});
		expect(problems(result)).toEqual(['code-has-codings']);
	});
});

describe('splitting a code', () => {
	const split = async (input: object, query: object = {}) =>
		splitCode(await manager(), project.id, { codeId: park, ...input }, query);

	test('hands codings out over new codes and codes that are there, in one step that can be undone', async () => {
		const ids = [
			await apply(park, 0, 4),
			await apply(park, 5, 9),
			await apply(park, 10, 14),
			await apply(park, 15, 19)
		];
		await apply(green, 5, 9);
		const targets = [{ name: 'Bomen 😀', parentId: park, definition: 'Alles met blad' }, { codeId: green }];
		const assignments = [0, 1, 1].map((target, index) => ({ codingId: ids[index], target }));
		const before = await whole();
		const preview = valueOf(await split({ targets, assignments }, { preview: 'true' }));
		expect(preview).toMatchObject({ id: null, moved: 2, united: 1, interviews: 1, left: 0, added: 1 });
		expect(await whole()).toEqual(before);
		const done = valueOf(await split({ targets, assignments }));
		expect(done.targets.map(({ name, codings: n }) => [name, n])).toEqual([
			['Bomen 😀', 1],
			['Groen', 2]
		]);
		const trees = await idOf('Bomen 😀');
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([trees, green, green, park]);
		const line = async () => (await listForerunners(store.db, project.id)).filter(({ isSplit }) => isSplit).length;
		expect(await line()).toBe(2);
		const after = await whole();
		valueOf(await undo());
		expect(await whole()).toEqual(before);
		expect(await line()).toBe(0);
		valueOf(await redo());
		expect(await whole()).toEqual(after);
		expect(await line()).toBe(2);
	});

	test('spares a coding that someone changed or took away since it was read, and tells', async () => {
		const kept = await apply(park, 0, 4);
		const moved = await apply(park, 5, 9);
		await changeCoding(await coder(), project.id, moved, { codeId: green });
		const assignments = [kept, moved].map((codingId) => ({ codingId, target: 0 }));
		const done = valueOf(await split({ targets: [{ name: 'Bomen' }], assignments }));
		expect(done).toMatchObject({ moved: 1, left: 1 });
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([await idOf('Bomen'), green]);
		const read = [{ codingId: moved, target: 0, changedAt: '2020-01-01T00:00:00.000Z' }];
		expect(problems(await split({ codeId: green, targets: [{ codeId: park }], assignments: read }))).toEqual([
			'code-split-nothing'
		]);
	});

	test('leaves alone, when undone, what a colleague recoded since, and the new code that they use', async () => {
		const ids = [await apply(park, 0, 4), await apply(park, 5, 9)];
		valueOf(
			await split({ targets: [{ name: 'Bomen' }], assignments: ids.map((codingId) => ({ codingId, target: 0 })) })
		);
		const trees = await idOf('Bomen');
		await apply(trees, 20, 24);
		await changeCoding(await coder(), project.id, ids[0] ?? '', { codeId: green });
		expect(valueOf(await undo())).toMatchObject({ restored: 1, left: 1, spared: [{ codeId: trees, why: 'in-use' }] });
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([green, park, trees]);
	});

	test('refuses the code itself, a folder, a code twice and a target that is not there', async () => {
		const id = await apply(park, 0, 4);
		const folder = await addCode(store, project, 'Map', { isCodable: false });
		const one = [{ codingId: id, target: 0 }];
		expect(problems(await split({ targets: [{ codeId: park }], assignments: one }))).toEqual(['code-split-itself']);
		expect(problems(await split({ targets: [{ codeId: folder }], assignments: one }))).toEqual(['code-merge-folder']);
		expect(problems(await split({ targets: [{ name: 'groen' }], assignments: one }))).toEqual(['code-name-taken']);
		expect(problems(await split({ targets: [{ name: 'Nieuw' }], assignments: [...one, ...one] }))).toEqual([
			'code-split-twice'
		]);
		expect(problems(await split({ targets: [{ name: 'Nieuw' }], assignments: [{ codingId: id, target: 1 }] }))).toEqual(
			['code-split-target']
		);
	});
});

describe('the log of the codebook', () => {
	test('holds every change with who, what and what it touched, the latest first', async () => {
		await apply(park, 0, 10);
		await updateCode(await other(), project.id, green, { definition: 'Alles wat groeit 😀' });
		valueOf(await mergeCodes(await manager(), project.id, { fromCodeId: park, intoCodeId: green }, {}));
		const { items, undo: next } = await log();
		expect(items.map(({ kind, isMine, codes }) => [kind, isMine, codes[0]?.name])).toEqual([
			['merge', true, 'Groen'],
			['update', false, 'Groen'],
			['add', true, 'Bankjes'],
			['add', true, 'Wonen'],
			['add', true, 'Groen'],
			['add', true, 'Park']
		]);
		expect(items[0]).toMatchObject({ codings: 1, interviews: 1, canUndo: true });
		expect(items[1]).toMatchObject({ by: { name: 'Collega' }, canUndo: false });
		expect(next?.id).toBe(items[0]?.id);
		expect((await log(other)).undo?.kind).toBe('update');
	});

	test('is per person: another’s change is not yours to undo', async () => {
		await updateCode(await other(), project.id, green, { name: 'Planten' });
		const theirs = (await log(other)).undo?.id ?? '';
		expect(problems(await undoCodeChange(await manager(), project.id, theirs))).toEqual(['code-change-not-yours']);
		expect(problems(await redoCodeChange(await other(), project.id, theirs))).toEqual(['code-change-stands']);
		expect(problems(await undoCodeChange(await other(), project.id, 'x'))).toEqual(['code-change-unknown']);
		valueOf(await undoCodeChange(await other(), project.id, theirs));
		expect(problems(await undoCodeChange(await other(), project.id, theirs))).toEqual(['code-change-undone']);
		expect(await tree()).toContain('Groen');
	});

	test('undoes one’s own words and leaves what a colleague wrote, and tells', async () => {
		await updateCode(await manager(), project.id, green, { name: 'Planten', definition: 'Mijn woorden' });
		await updateCode(await other(), project.id, green, { definition: 'Haar woorden' });
		expect(valueOf(await undo())).toMatchObject({ spared: [{ codeId: green, name: 'Planten', why: 'changed' }] });
		expect((await book()).byId.get(green)).toMatchObject({ name: 'Groen', definition: 'Haar woorden' });
	});

	test('leaves a code where a colleague put it, also beside the same code, and does not move it again', async () => {
		await change({ kind: 'move', codeIds: [green, await idOf('Wonen')], parentId: park });
		const theirs = { kind: 'move', codeIds: [bench, green], parentId: park, place: 1 };
		valueOf(await changeCodes(await other(), project.id, theirs, {}));
		const placed = ['Park', '  Wonen', '  Bankjes', '  Groen'];
		expect(await tree()).toEqual(placed);
		expect(valueOf(await undo()).spared).toEqual([{ codeId: green, name: 'Groen', why: 'changed' }]);
		expect(await tree()).toEqual(['Park', '  Bankjes', '  Groen', 'Wonen']);
		expect(valueOf(await redo()).spared).toEqual([]);
		expect(await tree()).toEqual(['Park', '  Bankjes', '  Groen', '  Wonen']);
		valueOf(await undo());
		expect(await tree()).toEqual(['Park', '  Bankjes', '  Groen', 'Wonen']);
	});

	test('does not take away a code of one’s own that a colleague put elsewhere', async () => {
		const added = (await log()).undo?.id ?? '';
		valueOf(await changeCodes(await other(), project.id, { kind: 'move', codeIds: [bench], parentId: green }, {}));
		expect((await log()).undo?.id).not.toBe(added);
		expect(problems(await undoCodeChange(await manager(), project.id, added))).toEqual(['code-change-spared']);
		expect(await tree()).toContain('  Bankjes');
	});

	test('passes over what cannot be undone any more', async () => {
		await updateCode(await manager(), project.id, green, { color: 4 });
		await updateCode(await manager(), project.id, park, { color: 5 });
		const last = (await log()).undo?.id ?? '';
		await updateCode(await other(), project.id, park, { color: 6 });
		expect(problems(await undoCodeChange(await manager(), project.id, last))).toEqual(['code-change-spared']);
		expect((await log()).undo?.codes[0]?.name).toBe('Groen');
	});

	test('brings a deleted code back with its codings, also by the older way, and then it is undone', async () => {
		await apply(bench, 0, 10);
		const before = await whole();
		await deleteCode(await manager(), project.id, park, { codings: 'delete' });
		valueOf(await undo());
		expect(await whole()).toEqual(before);
		valueOf(await redo());
		valueOf(await undo());
		const { deletionId } = valueOf(await deleteCode(await manager(), project.id, park, { codings: 'delete' }));
		valueOf(await restoreCode(await manager(), project.id, park, { deletionId }));
		expect(await whole()).toEqual(before);
		expect((await log()).items[0]).toMatchObject({ kind: 'delete', canRedo: true });
	});

	test('does not delete again what a colleague used since', async () => {
		await deleteCode(await manager(), project.id, green, { codings: 'delete' });
		valueOf(await undo());
		await apply(green, 0, 10);
		expect(problems(await redo())).toEqual(['code-change-spared']);
		expect(await tree()).toContain('Groen');
	});

	test('does not merge again a code that a colleague described since', async () => {
		valueOf(await mergeCodes(await manager(), project.id, { fromCodeId: park, intoCodeId: green }, {}));
		valueOf(await undo());
		await updateCode(await other(), project.id, park, { definition: 'Toch anders' });
		expect(problems(await redo())).toEqual(['code-change-spared']);
	});

	test('holds an import as one change, also of codes that swap names', async () => {
		const file = `id;naam;definitie\n${park};Groen;Was park\n${green};Park;\n;Nieuw 😀;`;
		await thereAndBack(async () =>
			valueOf(await importCodebook(await manager(), project.id, [textFile('codes.csv', file)], {}, {}))
		);
		expect((await log()).items[0]).toMatchObject({ kind: 'import', codesInAll: 3 });
	});

	test('gives pages', async () => {
		const first = valueOf(await listChanges(await manager(), project.id, { limit: '2' }));
		expect(first.items).toHaveLength(2);
		const rest = valueOf(await listChanges(await manager(), project.id, { limit: '2', cursor: first.nextCursor }));
		expect(rest.items.map(({ codes }) => codes[0]?.name)).toEqual(['Groen', 'Park']);
		expect(problems(await listChanges(await manager(), project.id, { cursor: 'x' }))).toEqual(['cursor-invalid']);
	});
});
