import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/database.ts';
import { splitScreen } from '#lib/server/views/split-screen.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('a passage stands among whole words, with a sign where more was said', async () => {
	const project = await addProject(store);
	const words = 'wandelingen 😀 één keer '.repeat(20);
	const text = `${words}het park ${words}`;
	const source = await addSource(store, project, text);
	const codeId = await addCode(store, project, 'Groen');
	const start = [...words].length;
	await addCoding(store, project, source, { start, end: start + 8 }, codeId);
	const { passages } = valueOf(
		await splitScreen(await contextFor(store, project.users['codebook-manager']), project.id, codeId)
	);
	const ten = 'wandelingen 😀 één keer '.repeat(10);
	expect(passages).toMatchObject([{ before: `… één keer ${ten}`, quote: 'het park', after: ` ${ten.trimEnd()} …` }]);
});
