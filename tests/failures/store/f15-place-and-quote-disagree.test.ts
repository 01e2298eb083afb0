import { afterAll, beforeAll, expect, test } from 'vitest';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { findFaults } from '../../../src/lib/server/store/integrity.ts';
import { valueOf } from '../../import/fixture.ts';
import { testStore } from '../../support/database.ts';
import { addCode, addCoding, addProject, addSource, contextFor } from '../../support/project.ts';

/** F7, F15: an annotation was read by its place from a text that had changed. Place, quote and version are compared. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('after an edit place and quote agree in every version; a place that drifts is found, by id', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, 'Het ‘park’ 😀 is mooi.');
	const codingId = await addCoding(
		store,
		project,
		source,
		{ start: 4, end: 10 },
		await addCode(store, project, 'Groen')
	);
	const context = await contextFor(store, project.users.interviewer);
	valueOf(await editSource(context, project.id, source.id, { version: 1, operations: [{ insert: 'Nou, ‘ja’. ' }] }));
	expect(await findFaults(store.db)).toEqual([]);
	await store.db.updateTable('codings').set({ start_position: 16 }).where('id', '=', codingId).execute();
	expect(await findFaults(store.db)).toEqual([{ kind: 'quote-differs', id: codingId }]);
});
