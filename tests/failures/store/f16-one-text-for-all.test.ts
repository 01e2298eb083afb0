import { afterAll, beforeAll, expect, test } from 'vitest';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { codingDesk } from '../../../src/lib/server/views/coding-desk.ts';
import { valueOf } from '../../import/fixture.ts';
import { testStore } from '../../support/database.ts';
import { addCode, addCoding, addMember, addProject, addSource, addUser, contextFor } from '../../support/project.ts';

/** F16: a text was mended in some people's copies only. All coders share one version, the blind ones too. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('after an edit every coder has the same text, and every layer went along', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, 'Het 😀 park is mooi.');
	const green = await addCode(store, project, 'Groen');
	const blind = await addUser(store, 'Tweede codeur');
	await addMember(store, project.id, blind, 'coder');
	await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
	const range = { start: 4, end: 10 };
	await addCoding(store, project, source, range, green);
	await addCoding(store, project, source, range, green, { coderId: blind, layer: 'second' });
	const interviewer = await contextFor(store, project.users.interviewer);
	valueOf(await editSource(interviewer, project.id, source.id, { version: 1, operations: [{ insert: 'Nou, ' }] }));
	for (const userId of [project.users.coder, blind]) {
		const desk = valueOf(await codingDesk(await contextFor(store, userId), project.id, source.id));
		expect(desk).toMatchObject({ version: 2, text: 'Nou, Het 😀 park is mooi.' });
		expect(desk.codings.map(([, start, end]) => ({ start, end }))).toEqual([{ start: 9, end: 15 }]);
	}
});
