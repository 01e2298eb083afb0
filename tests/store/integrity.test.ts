import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
import { addCode, addProject, addSource } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('a memo about a turn that is not there, or about a thing of another project, is found by its id', async () => {
	const project = await addProject(store);
	const { coder } = project.users;
	const source = await addSource(store, project, 'Het 😀 park');
	const onTurn = await writeMemo(store, project.id, coder, { about: { kind: 'turn', sourceId: source.id, turn: 1 } });
	const codeId = await addCode(store, project, 'Park');
	const onCode = await writeMemo(store, project.id, coder, { about: { kind: 'code', codeId } });
	await writeMemo(store, project.id, coder);
	expect(await findFaults(store.db)).toEqual([]);

	await store.db.updateTable('memos').set({ text_version: 9 }).where('id', '=', onTurn.id).execute();
	const foreign = await addCode(store, await addProject(store, 'Elders'), 'Park');
	await store.db.updateTable('memos').set({ code_id: foreign }).where('id', '=', onCode.id).execute();
	expect(await findFaults(store.db)).toEqual([
		{ kind: 'memo-elsewhere', id: onCode.id },
		{ kind: 'memo-without-turn', id: onTurn.id }
	]);
});

test('the database refuses a memo about two things, and an answer to what is no question', async () => {
	const project = await addProject(store);
	const memo = await writeMemo(store, project.id, project.users.coder);
	const set = (values: object) => store.db.updateTable('memos').set(values).where('id', '=', memo.id).execute();
	const codeId = await addCode(store, project, 'Park');
	await expect(set({ code_id: codeId })).rejects.toThrow(/memos_about_one_thing/);
	await expect(set({ about: 'code' })).rejects.toThrow(/memos_about_one_thing/);
	await expect(set({ settled_at: new Date(), settled_by: project.users.coder })).rejects.toThrow(/memos_settled/);
	await expect(set({ version: 0 })).rejects.toThrow(/memos_version/);
});
