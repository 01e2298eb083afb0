import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { undoCodeMerge } from '../../src/lib/server/commands/undo-code-merge.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import { listMemos, readMemo } from '../../src/lib/server/views/list-memos.ts';
import { testStore } from '../support/database.ts';
import { mentionOf, writeMemo } from '../support/memos.ts';
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
let park: string;
let green: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	park = await addCode(store, project, 'Park');
	green = await addCode(store, project, 'Groen');
	source = await addSource(store, project, 'Het 😀 park is mooi, en de cafés e\u0301n bomen ook');
});

const coder = () => contextFor(store, project.users.coder);
const manager = () => contextFor(store, project.users['codebook-manager']);
const apply = async (codeId: string, start: number, end: number, more: object = {}) => {
	const applied = await applyCode(await coder(), project.id, { sourceId: source.id, start, end, codeId, ...more });
	if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
	return applied.value.id;
};
const merge = async (more: object = {}, preview = false) => {
	const merged = await mergeCodes(
		await manager(),
		project.id,
		{ fromCodeId: park, intoCodeId: green, ...more },
		preview ? { preview: 'true' } : {}
	);
	if (!merged.ok) throw new Error(JSON.stringify(merged.problems));
	return merged.value;
};
const undo = async (id: string | null) => undoCodeMerge(await manager(), project.id, id ?? '');
const codings = () =>
	store.db
		.selectFrom('codings')
		.select(['id', 'code_id', 'start_position', 'end_position', 'quote', 'change', 'memo', 'is_important'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.orderBy('start_position')
		.orderBy('end_position')
		.orderBy('id')
		.execute();
const counts = async () =>
	store.db
		.selectFrom('coding_counts')
		.select(['code_id', 'codings'])
		.where('source_id', '=', source.id)
		.where('codings', '>', 0)
		.orderBy('code_id')
		.execute();
const tree = async () =>
	(await loadCodebook(store.db, project.id)).codes
		.map(({ id, name, parentId, synonyms }) => ({ id, name, parentId, synonyms }))
		.sort((a, b) => a.name.localeCompare(b.name));
const problemCodes = (result: { ok: true } | { ok: false; problems: readonly { code: string }[] }) =>
	result.ok ? [] : result.problems.map(({ code }) => code);

describe('merging codes', () => {
	test('says beforehand what it touches, and changes nothing', async () => {
		await apply(park, 0, 10);
		await apply(green, 4, 14);
		const before = [await codings(), await tree()];
		expect(await merge({}, true)).toEqual({
			id: null,
			moved: 1,
			united: 0,
			overlapping: 1,
			interviews: 1,
			otherTexts: 0,
			children: 0,
			...{ equal: 0, joinedNotes: 0, decisions: 0, chosenQuotes: 0, quotesLeft: 0 }
		});
		expect([await codings(), await tree()]).toEqual(before);
	});

	test('gives all codings the other code, moves the codes below along and keeps the name as a synonym', async () => {
		const bench = await addCode(store, project, 'Bankjes', { parentId: park });
		await apply(park, 0, 10);
		await apply(green, 4, 14);
		expect(await merge()).toMatchObject({ moved: 1, united: 0, children: 1 });
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([green, green]);
		expect(await tree()).toEqual([
			{ id: bench, name: 'Bankjes', parentId: green, synonyms: [] },
			{ id: green, name: 'Groen', parentId: null, synonyms: ['Park'] }
		]);
		expect(await counts()).toEqual([{ code_id: green, codings: 2 }]);
	});

	test('makes one of equal passages, and of passages that overlap when asked', async () => {
		await apply(park, 0, 10, { valences: ['forward'], memo: 'mooi 😀' });
		await apply(green, 0, 10);
		await apply(park, 15, 25);
		await apply(green, 20, 30, { important: true });
		expect(await merge({ uniteOverlaps: true })).toMatchObject({ moved: 1, united: 2, overlapping: 2 });
		const [first, second, ...rest] = await codings();
		expect(rest).toEqual([]);
		expect(first).toMatchObject({ start_position: 0, end_position: 10, change: 'forward', memo: 'mooi 😀' });
		expect(second).toMatchObject({
			start_position: 15,
			end_position: 30,
			is_important: true,
			quote: [...source.text.normalize('NFC')].slice(15, 30).join('')
		});
	});

	test.each([false, true])('is taken back in one step to what it was (uniting overlaps: %s)', async (uniteOverlaps) => {
		await addCode(store, project, 'Bankjes', { parentId: park });
		await apply(park, 0, 10, { valences: ['forward'], memo: 'mooi 😀' });
		await apply(green, 0, 10);
		await apply(park, 15, 25);
		await apply(green, 20, 30);
		const before = [await codings(), await tree(), await counts()];
		const { id } = await merge({ uniteOverlaps });
		expect(await undo(id)).toMatchObject({ ok: true, value: { left: 0 } });
		expect([await codings(), await tree(), await counts()]).toEqual(before);
		expect(problemCodes(await undo(id))).toEqual(['code-merge-undone']);
	});

	test('takes memos along: of the code, and of a passage that became one with another; taken back, they go back', async () => {
		const gone = await apply(park, 0, 10);
		const kept = await apply(green, 0, 10);
		const { coder: by } = project.users;
		const onCode = await writeMemo(store, project.id, by, { about: { kind: 'code', codeId: park } });
		const onGone = await writeMemo(store, project.id, by, { about: { kind: 'coding', codingId: gone } });
		const mention = await writeMemo(store, project.id, by, { body: mentionOf('code', park, 'Park') });
		const own = await writeMemo(store, project.id, by, { about: { kind: 'code', codeId: green } });
		const read = async ({ id }: { readonly id: string }) => {
			const memo = await readMemo(await coder(), project.id, id);
			if (!memo.ok) throw new Error(JSON.stringify(memo.problems));
			return memo.value;
		};
		const { id } = await merge();
		expect((await read(onCode)).place).toMatchObject({ codeId: green, codePath: 'Groen' });
		expect(await read(onGone)).toMatchObject({ about: { codingId: kept }, place: { codeId: green } });
		expect((await read(mention)).body).toEqual(mentionOf('code', green, 'Park'));
		const listed = await listMemos(await coder(), project.id, { codeId: green });
		expect(listed.ok && listed.value.items.map((memo) => memo.id)).toEqual([own.id, onGone.id, onCode.id]);
		await undo(id);
		expect(await read(onCode)).toEqual(onCode);
		expect(await read(onGone)).toEqual(onGone);
		expect(await read(mention)).toEqual(mention);
		expect(await read(own)).toEqual(own);
	});

	test.each([false, true])(
		'joins the notes of passages that become one, and gives each its own back (overlapping: %s)',
		async (uniteOverlaps) => {
			const end = uniteOverlaps ? 12 : 10;
			await apply(park, 0, 10, { memo: 'van park 😀' });
			await apply(green, 0, end, { memo: 'van groen' });
			const before = await codings();
			const { id } = await merge({ uniteOverlaps });
			expect((await codings()).map(({ memo }) => memo)).toEqual(['van groen\n\nvan park 😀']);
			expect(await undo(id)).toMatchObject({ ok: true, value: { left: 0 } });
			expect(await codings()).toEqual(before);
		}
	);

	test('a split joins notes in the same way, and gives each its own back', async () => {
		const codingId = await apply(park, 0, 10, { memo: 'van park 😀' });
		await apply(green, 0, 10, { memo: 'van groen' });
		const before = await codings();
		const asked = { codeId: park, targets: [{ codeId: green }], assignments: [{ codingId, target: 0 }] };
		const split = await splitCode(await manager(), project.id, asked, {});
		expect((await codings()).map(({ memo }) => memo)).toEqual(['van groen\n\nvan park 😀']);
		const id = split.ok ? (split.value.id ?? '') : '';
		expect(await undoCodeChange(await manager(), project.id, id)).toMatchObject({ ok: true, value: { left: 0 } });
		expect(await codings()).toEqual(before);
	});

	test('keeps, when taken back, a note that a colleague went on with, and counts it as left', async () => {
		await apply(park, 0, 10, { memo: 'van park' });
		const kept = await apply(green, 0, 10);
		const { id } = await merge();
		const memo = 'van park, en dit zag ik ook in 2021';
		expect(await changeCoding(await manager(), project.id, kept, { memo })).toMatchObject({ ok: true });
		expect(await undo(id)).toEqual({ ok: true, value: { restored: 1, left: 1 } });
		expect((await codings()).map((one) => [one.code_id, one.memo])).toEqual(
			expect.arrayContaining([
				[green, memo],
				[park, 'van park']
			])
		);
	});

	test('takes back a merge from before notes were joined, unless a colleague went on with the note', async () => {
		await apply(park, 0, 10, { memo: 'van park' });
		const kept = await apply(green, 0, 10);
		const older = async () => {
			const { id } = await merge();
			await sql`update code_changes set way_back = way_back #- '{merges,0,grown,0,memosFrom}' where id = ${id}`.execute(
				store.db
			);
			return id;
		};
		const notes = async () => (await codings()).map(({ memo }) => memo).sort();
		const first = await older();
		await undo(first);
		expect(await notes()).toEqual(['', 'van park']);
		const second = await older();
		await changeCoding(await manager(), project.id, kept, { memo: 'anders' });
		expect(await undo(second)).toMatchObject({ ok: true, value: { left: 1 } });
		expect(await notes()).toEqual(['anders', 'van park']);
	});

	test('leaves alone, when taken back, what a colleague changed since', async () => {
		const other = await addCode(store, project, 'Wonen');
		await apply(park, 0, 10);
		const recoded = await apply(park, 15, 25);
		const { id } = await merge();
		await changeCoding(await coder(), project.id, recoded, { codeId: other });
		expect(await undo(id)).toEqual({ ok: true, value: { restored: 1, left: 1 } });
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([park, other]);
	});

	test('refuses itself, what stands below, a folder for codings, and a name that is taken below the other', async () => {
		const below = await addCode(store, project, 'Bankjes', { parentId: park });
		const folder = await addCode(store, project, 'Map', { isCodable: false });
		await addCode(store, project, 'bankjes', { parentId: green });
		await apply(park, 0, 10);
		const tried = async (intoCodeId: string) =>
			problemCodes(await mergeCodes(await manager(), project.id, { fromCodeId: park, intoCodeId }, {}));
		expect(await tried(park)).toEqual(['code-merge-itself']);
		expect(await tried(below)).toEqual(['code-merge-below']);
		expect(await tried(folder)).toEqual(['code-merge-folder']);
		expect(await tried(green)).toEqual(['code-name-taken']);
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([park]);
	});

	test('is taken back by who merged, and nobody else', async () => {
		const { id } = await merge();
		const colleague = await addUser(store, 'Collega');
		await addMember(store, project.id, colleague, 'codebook-manager');
		const theirs = await undoCodeMerge(await contextFor(store, colleague), project.id, id ?? '');
		expect(problemCodes(theirs)).toEqual(['code-change-not-yours']);
		expect(await undo(id)).toMatchObject({ ok: true });
	});

	test('is not for coders, nor for codes or merges of another project', async () => {
		const own = await mergeCodes(await coder(), project.id, { fromCodeId: park, intoCodeId: green }, {});
		expect(problemCodes(own)).toEqual(['not-allowed']);
		const { id } = await merge();
		const elsewhere = await addProject(store);
		const foreign = await contextFor(store, elsewhere.users['codebook-manager']);
		expect(problemCodes(await undoCodeMerge(foreign, elsewhere.id, id ?? ''))).toEqual(['code-merge-unknown']);
		const theirs = await mergeCodes(foreign, elsewhere.id, { fromCodeId: park, intoCodeId: green }, {});
		expect(problemCodes(theirs)).toEqual(['code-unknown']);
		await updateCode(await manager(), project.id, green, { name: 'Groen en spelen' });
		expect(await undo(id)).toMatchObject({ ok: true });
	});
});
