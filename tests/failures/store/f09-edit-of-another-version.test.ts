import { afterAll, beforeAll, expect, test } from 'vitest';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { previewEdit } from '../../../src/lib/server/views/edit-preview.ts';
import { readSource } from '../../../src/lib/server/views/read-source.ts';
import { valueOf } from '../../import/fixture.ts';
import { testStore } from '../../support/database.ts';
import { addProject, addSource, contextFor } from '../../support/project.ts';

/** F9: an edit in the wrong window misaligned everything. A text changes only by an edit of the version that is there. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('an edit of a version that is gone is refused, and so is one of a version to come', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, 'Het 😀 park.');
	const context = await contextFor(store, project.users.interviewer);
	const edit = (version: number, insert: string) =>
		editSource(context, project.id, source.id, { version, operations: [{ insert }] });
	valueOf(await edit(1, 'Nou. '));
	for (const version of [1, 3]) {
		const refused = { ok: false, problems: [{ code: 'version-conflict', at: 'version' }] };
		expect(await edit(version, 'Verkeerd. ')).toMatchObject(refused);
		const input = { version, operations: [{ insert: 'Verkeerd. ' }] };
		expect(await previewEdit(context, project.id, source.id, input)).toMatchObject(refused);
	}
	expect(valueOf(await readSource(context, project.id, source.id))).toMatchObject({
		version: 2,
		text: 'Nou. Het 😀 park.'
	});
});
