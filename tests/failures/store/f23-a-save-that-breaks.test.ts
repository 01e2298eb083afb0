import { afterAll, beforeAll, expect, test } from 'vitest';
import { editSource } from '../../../src/lib/server/commands/edit-source.ts';
import type { Store } from '../../../src/lib/server/store/database.ts';
import { findFaults } from '../../../src/lib/server/store/integrity.ts';
import { codingDesk } from '../../../src/lib/server/views/coding-desk.ts';
import { testStore } from '../../support/database.ts';
import { addCode, addCoding, addProject, addSource, contextFor, testNow } from '../../support/project.ts';

/** F23: after an error the text was blank and the codes were gone. A save that breaks on its way changes nothing. */
let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('wherever a correction breaks, text and codings are as they were', async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, 'Het 😀 park is één mooi plein.');
	const green = await addCode(store, project, 'Groen');
	await addCoding(store, project, source, { start: 4, end: 10 }, green);
	const coder = await contextFor(store, project.users.coder);
	const before = await codingDesk(coder, project.id, source.id);
	const input = { version: 1, operations: [{ retain: 6 }, { insert: 'oude ' }], reason: '' };
	let broken = 0;
	for (let step = 1; ; step += 1) {
		let asked = 0;
		const context = await contextFor(store, project.users.interviewer, {
			now: () => {
				asked += 1;
				if (asked === step) throw new Error('the world failed');
				return testNow;
			}
		});
		const done = await editSource(context, project.id, source.id, input).catch(() => null);
		if (done) break;
		broken += 1;
		expect(await codingDesk(coder, project.id, source.id)).toEqual(before);
		expect(await findFaults(store.db)).toEqual([]);
	}
	expect(broken).toBeGreaterThan(1);
	const after = await codingDesk(coder, project.id, source.id);
	expect(after).toMatchObject({ ok: true, value: { version: 2, text: 'Het 😀 oude park is één mooi plein.' } });
});
