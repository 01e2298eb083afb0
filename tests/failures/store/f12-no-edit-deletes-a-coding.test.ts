import { afterAll, beforeAll, expect, test } from 'vitest';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import { updateSource } from '../../../src/lib/server/commands/update-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { findFaults } from '../../../src/lib/server/store/integrity.ts';
import { listOrphans } from '../../../src/lib/server/views/carried-codings.ts';
import { listCodings } from '../../../src/lib/server/views/list-codings.ts';
import { valueOf } from '../../import/fixture.ts';
import { testStore } from '../../support/database.ts';
import { addCode, addCoding, addProject, addSource, contextFor } from '../../support/project.ts';

/** F12: unlocking a source deleted all its selections. No edit and no status takes a coding away: it stands, or it is listed. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('every coding is in the text or on the list of loose ones, whatever is deleted and however often', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, 'Het 😀 park is mooi. De wijk is oud.');
	const green = await addCode(store, project, 'Groen');
	const made = [
		await addCoding(store, project, source, { start: 4, end: 10 }, green),
		await addCoding(store, project, source, { start: 14, end: 18 }, green),
		await addCoding(store, project, source, { start: 20, end: 27 }, green)
	];
	const interviewer = await contextFor(store, project.users.interviewer);
	const coder = await contextFor(store, project.users.coder);
	const edits = [[{ retain: 14 }, { delete: 4 }], [{ delete: 12 }], [{ insert: 'Nieuw begin. ' }, { delete: 3 }]];
	for (const [index, operations] of edits.entries()) {
		valueOf(await editSource(interviewer, project.id, source.id, { version: index + 1, operations }));
		const standing = valueOf(await listCodings(coder, project.id, { sourceId: source.id })).items;
		const loose = valueOf(await listOrphans(coder, project.id, { sourceId: source.id })).items;
		expect([...standing, ...loose].map(({ id }) => id).toSorted()).toEqual(made.toSorted());
	}
	valueOf(await updateSource(interviewer, project.id, source.id, { status: 'restricted' }));
	valueOf(await updateSource(interviewer, project.id, source.id, { status: 'released' }));
	expect(valueOf(await listOrphans(coder, project.id, {})).items.length).toBeGreaterThan(0);
	expect(await findFaults(store.db)).toEqual([]);
});
