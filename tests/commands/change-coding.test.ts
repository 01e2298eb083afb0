import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { removeCoding, restoreCoding } from '../../src/lib/server/commands/remove-coding.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
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
let green: string;
let light: string;
let source: { id: string; text: string };
let coding: string;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	green = await addCode(store, project, 'Groen');
	light = await addCode(store, project, 'Licht');
});
afterAll(() => store.close());
beforeEach(async () => {
	source = await addSource(store, project, 'Het 😀 park is mooi');
	coding = await make(0, 10);
});

const coder = () => contextFor(store, project.users.coder);
const make = async (start: number, end: number, codeId = green) => {
	const applied = await applyCode(await coder(), project.id, { sourceId: source.id, start, end, codeId });
	if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
	return applied.value.id;
};

describe('changing a coding', () => {
	test('resizes it, with the words of the new passage', async () => {
		const changed = await changeCoding(await coder(), project.id, coding, { start: 4, end: 5 });
		expect(changed).toMatchObject({ ok: true, value: { id: coding, start: 4, end: 5, quote: '😀' } });
		const row = await store.db
			.selectFrom('codings')
			.select(['start_position', 'end_position', 'quote', 'prefix', 'suffix'])
			.where('id', '=', coding)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({ start_position: 4, end_position: 5, quote: '😀', prefix: 'Het ', suffix: ' park is mooi' });
	});

	test('moves its beginning or end by a word or a sentence, as the desk does', async () => {
		source = await addSource(store, project, 'Het 😀 park. Mooi hè, zo groen! Ja.');
		coding = await make(12, 16);
		const move = async (edge: 'start' | 'end', step: 1 | -1, by: 'word' | 'sentence') =>
			changeCoding(await coder(), project.id, coding, { moveEdge: { edge, step, by } });
		expect(await move('end', 1, 'word')).toMatchObject({ ok: true, value: { quote: 'Mooi hè' } });
		expect(await move('end', 1, 'sentence')).toMatchObject({ ok: true, value: { quote: 'Mooi hè, zo groen!' } });
		expect(await move('start', -1, 'word')).toMatchObject({ ok: true, value: { quote: 'park. Mooi hè, zo groen!' } });
		expect(await move('start', -1, 'sentence')).toMatchObject({ ok: true, value: { start: 0 } });
		expect(codesOf(await move('start', -1, 'word'))).toEqual(['passage-no-further']);
		expect(await move('end', -1, 'word')).toMatchObject({
			ok: true,
			value: { quote: 'Het 😀 park. Mooi hè, zo groen' }
		});
	});

	test('gives it another code, and the counts follow', async () => {
		const changed = await changeCoding(await coder(), project.id, coding, { codeId: light });
		expect(changed).toMatchObject({ ok: true, value: { codeId: light } });
		const counts = await store.db
			.selectFrom('coding_counts')
			.select(['code_id', 'codings'])
			.where('source_id', '=', source.id)
			.execute();
		expect(Object.fromEntries(counts.map(({ code_id, codings }) => [code_id, codings]))).toEqual({
			[green]: 0,
			[light]: 1
		});
	});

	test('sets valences, memo and mark, and leaves what is not named', async () => {
		const context = await coder();
		await changeCoding(context, project.id, coding, {
			valences: ['forward', 'improve'],
			memo: 'Bank',
			important: true
		});
		const changed = await changeCoding(context, project.id, coding, { memo: '' });
		expect(changed).toMatchObject({
			ok: true,
			value: { valences: ['forward', 'improve'], memo: '', important: true, quote: 'Het 😀 park', codeId: green }
		});
	});

	test.each([
		[{ start: 9, end: 3 }, 'range-reversed'],
		[{ end: 99 }, 'range-outside-text'],
		[{ start: 3, end: 4 }, 'range-empty'],
		[{ version: 2 }, 'version-conflict'],
		[{ valences: ['good', 'improve'] }, 'valence-axis-twice'],
		[{ codeId: '01890000-0000-7000-8000-000000000000' }, 'code-unknown'],
		[{ coderId: '01890000-0000-7000-8000-000000000000' }, 'input-unknown-field']
	])('refuses %j', async (change, code) => {
		const before = await store.db.selectFrom('codings').selectAll().where('id', '=', coding).executeTakeFirst();
		expect(codesOf(await changeCoding(await coder(), project.id, coding, change))).toEqual([code]);
		expect(await store.db.selectFrom('codings').selectAll().where('id', '=', coding).executeTakeFirst()).toEqual(
			before
		);
	});

	test('onto a passage where this coder has that code already is refused', async () => {
		await make(11, 13);
		const changed = await changeCoding(await coder(), project.id, coding, { start: 11, end: 13 });
		expect(codesOf(changed)).toEqual(['coding-exists']);
	});

	test('on what someone else changed meanwhile is refused, when the screen says what it saw', async () => {
		const context = await coder();
		const later = { ...context, now: () => new Date('2025-06-02T10:00:00Z') };
		await changeCoding(later, project.id, coding, { memo: 'een' });
		const stale = await changeCoding(context, project.id, coding, {
			memo: 'twee',
			changedAt: '2025-06-01T09:00:00.000Z'
		});
		expect(codesOf(stale)).toEqual(['coding-changed']);
	});
});

describe('whose coding it is', () => {
	test('another coder may not change or remove it; who keeps the codebook may', async () => {
		const other = await addUser(store, 'Andere codeur');
		await addMember(store, project.id, other, 'coder');
		const theirs = await contextFor(store, other);
		expect(codesOf(await changeCoding(theirs, project.id, coding, { memo: 'x' }))).toEqual(['coding-of-other']);
		expect(codesOf(await removeCoding(theirs, project.id, coding))).toEqual(['coding-of-other']);
		const manager = await contextFor(store, project.users['codebook-manager']);
		expect((await changeCoding(manager, project.id, coding, { codeId: light })).ok).toBe(true);
		const row = await store.db
			.selectFrom('codings')
			.select('coder_id')
			.where('id', '=', coding)
			.executeTakeFirstOrThrow();
		expect(row.coder_id).toBe(project.users.coder);
	});

	test.each(['author', 'reader', 'interviewer', 'administrator'] as const)('the role %s may not', async (role) => {
		const context = await contextFor(store, project.users[role]);
		expect(codesOf(await changeCoding(context, project.id, coding, { memo: 'x' }))).toEqual(['not-allowed']);
		expect(codesOf(await removeCoding(context, project.id, coding))).toEqual(['not-allowed']);
	});

	test('who is no member does not learn that it exists', async () => {
		const context = await contextFor(store, project.users.stranger);
		expect(codesOf(await changeCoding(context, project.id, coding, { memo: 'x' }))).toEqual(['project-unknown']);
		expect(codesOf(await removeCoding(context, project.id, coding))).toEqual(['project-unknown']);
	});

	test('through another project it does not exist', async () => {
		const other = await addProject(store, `Andere ${coding}`);
		const context = await contextFor(store, other.users.coder);
		expect(codesOf(await changeCoding(context, other.id, coding, { memo: 'x' }))).toEqual(['coding-unknown']);
		expect(codesOf(await removeCoding(context, other.id, coding))).toEqual(['coding-unknown']);
	});

	test('a blind coding is changed by its coder only, and the coder does not reach the codings of the team', async () => {
		const second = await addUser(store, 'Tweede');
		await addMember(store, project.id, second, 'coder');
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: second }).execute();
		const blind = await contextFor(store, second);
		const made = await applyCode(blind, project.id, { sourceId: source.id, start: 0, end: 3, codeId: green });
		if (!made.ok) throw new Error('not made');
		expect((await changeCoding(blind, project.id, made.value.id, { memo: 'eigen' })).ok).toBe(true);
		expect(codesOf(await changeCoding(blind, project.id, coding, { memo: 'x' }))).toEqual(['coding-unknown']);
		const manager = await contextFor(store, project.users['codebook-manager']);
		expect(codesOf(await changeCoding(manager, project.id, made.value.id, { memo: 'x' }))).toEqual(['coding-unknown']);
	});
});

describe('removing a coding', () => {
	test('hides it, and restoring brings it back as it was', async () => {
		const context = await coder();
		await changeCoding(context, project.id, coding, { memo: 'blijft', valences: ['good'] });
		const removed = await removeCoding(context, project.id, coding);
		if (!removed.ok) throw new Error('not removed');
		expect(codesOf(await changeCoding(context, project.id, coding, { memo: 'x' }))).toEqual(['coding-unknown']);
		const restored = await restoreCoding(context, project.id, coding, { deletionId: removed.value.deletionId });
		expect(restored).toMatchObject({
			ok: true,
			value: { id: coding, memo: 'blijft', valences: ['good'], start: 0, end: 10 }
		});
	});

	test('takes nothing away that another changed since it was seen', async () => {
		const context = await coder();
		const seen = await changeCoding(context, project.id, coding, { valences: ['good'] });
		const changedAt = seen.ok ? seen.value.changedAt : '';
		const later = { ...context, now: () => new Date(Date.parse(changedAt) + 1_000) };
		await changeCoding(later, project.id, coding, { valences: ['improve'] });
		expect(codesOf(await removeCoding(context, project.id, coding, { changedAt }))).toEqual(['coding-changed']);
		const now = new Date(Date.parse(changedAt) + 1_000).toISOString();
		expect(codesOf(await removeCoding(context, project.id, coding, { changedAt: now }))).toEqual([]);
	});

	test('by an undo leaves what a colleague wrote about it, and by hand it comes back with that', async () => {
		const undo = async () => codesOf(await removeCoding(await coder(), project.id, coding, { onlyOwn: 'true' }));
		const restore = async (deletionId: string) => restoreCoding(await coder(), project.id, coding, { deletionId });
		const manager = await contextFor(store, project.users['codebook-manager']);

		await changeCoding(manager, project.id, coding, { memo: 'Café 😀: kijk ook naar 2021' });
		await changeCoding(await coder(), project.id, coding, { valences: ['good'] });
		expect(await undo()).toEqual(['coding-noted']);
		const removed = await removeCoding(await coder(), project.id, coding);
		if (!removed.ok) throw new Error('not removed');
		const back = await restore(removed.value.deletionId);
		expect(back).toMatchObject({ ok: true, value: { memo: 'Café 😀: kijk ook naar 2021' } });
		expect(await undo()).toEqual(['coding-noted']);

		// A coder's own word in it does not make the rest the coder's.
		await changeCoding(await coder(), project.id, coding, { memo: 'Café 😀: kijk ook naar 2021 (ja)' });
		await changeCoding(await coder(), project.id, coding, { memo: 'Café 😀: kijk ook naar 2021 (ja!)' });
		expect(await undo()).toEqual(['coding-noted']);
		await changeCoding(await coder(), project.id, coding, { memo: '' });
		await changeCoding(await coder(), project.id, coding, { memo: 'van mij' });
		expect(await undo()).toEqual([]);
	});

	test('by an undo leaves one with a memo of a colleague beside it, and takes one with memos of its coder alone', async () => {
		const about = { about: { kind: 'coding', codingId: coding } };
		const undo = async () => removeCoding(await coder(), project.id, coding, { onlyOwn: 'true' });
		await writeMemo(store, project.id, project.users.coder, about);
		const removed = await undo();
		if (!removed.ok) throw new Error('not removed');
		await restoreCoding(await coder(), project.id, coding, { deletionId: removed.value.deletionId });
		const memo = await writeMemo(store, project.id, project.users['codebook-manager'], about);
		expect(codesOf(await undo())).toEqual(['coding-noted']);
		await store.db.updateTable('memos').set({ deleted_at: new Date() }).where('id', '=', memo.id).execute();
		expect(codesOf(await undo())).toEqual([]);
	});

	test('twice gives the same answer, for whom the first did not reach, and so does restoring', async () => {
		const context = await coder();
		const removed = await removeCoding(context, project.id, coding);
		expect(await removeCoding(context, project.id, coding)).toEqual(removed);
		const deletionId = removed.ok ? removed.value.deletionId : '';
		const restored = await restoreCoding(context, project.id, coding, { deletionId });
		expect(codesOf(restored)).toEqual([]);
		expect(await restoreCoding(context, project.id, coding, { deletionId })).toEqual(restored);
	});

	test('that somebody else may not change is told to that person neither when it is gone', async () => {
		const other = await addUser(store, 'Nog een codeur');
		await addMember(store, project.id, other, 'coder');
		await removeCoding(await coder(), project.id, coding);
		expect(codesOf(await removeCoding(await contextFor(store, other), project.id, coding))).not.toEqual([]);
	});

	test('is not undone with another step, or when the same coding was made anew', async () => {
		const context = await coder();
		const removed = await removeCoding(context, project.id, coding);
		const deletionId = removed.ok ? removed.value.deletionId : '';
		expect(codesOf(await restoreCoding(context, project.id, coding, { deletionId: source.id }))).toEqual([
			'coding-unknown'
		]);
		await make(0, 10);
		expect(codesOf(await restoreCoding(context, project.id, coding, { deletionId }))).toEqual(['coding-exists']);
	});

	test('is not undone when the text has moved on to a new version', async () => {
		const context = await coder();
		const removed = await removeCoding(context, project.id, coding);
		const deletionId = removed.ok ? removed.value.deletionId : '';
		await store.db
			.insertInto('source_versions')
			.values({
				source_id: source.id,
				version: 2,
				text: 'Anders',
				sha256: '',
				created_by: project.users.interviewer,
				created_at: new Date()
			})
			.execute();
		await store.db.updateTable('sources').set({ version: 2, characters: 6 }).where('id', '=', source.id).execute();
		expect(codesOf(await restoreCoding(context, project.id, coding, { deletionId }))).toEqual(['version-conflict']);
	});

	test('is not undone when its code has gone', async () => {
		const gone = await addCode(store, project, `Weg ${source.id}`);
		const made = await make(0, 3, gone);
		const context = await coder();
		const removed = await removeCoding(context, project.id, made);
		await store.db.updateTable('codes').set({ deleted_at: new Date() }).where('id', '=', gone).execute();
		const deletionId = removed.ok ? removed.value.deletionId : '';
		expect(codesOf(await restoreCoding(context, project.id, made, { deletionId }))).toEqual(['code-unknown']);
	});
});
