import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { inTreeOrder } from '../../src/lib/domain/codebook/codebook.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let green: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	green = await addCode(store, project, 'Groen é');
});

const manager = () => contextFor(store, project.users['codebook-manager']);
const tree = async () =>
	inTreeOrder(await loadCodebook(store.db, project.id)).map(({ code, depth }) => `${'- '.repeat(depth)}${code.name}`);
const merge = async (fromCodeId: string) =>
	valueOf(await mergeCodes(await manager(), project.id, { fromCodeId, intoCodeId: green }, {})).id ?? '';
const undo = async (id: string) => undoCodeChange(await manager(), project.id, id);

describe('a merge that is taken back when the place of its code is not what it was', () => {
	test('is refused in words that name the code, when another code has its name there now', async () => {
		const id = await merge(await addCode(store, project, 'Park 😀'));
		await addCode(store, project, 'park 😀');
		const before = await tree();
		expect(await undo(id)).toEqual({
			ok: false,
			problems: [{ code: 'code-back-name-taken', params: { name: 'Park 😀' } }]
		});
		expect(await tree()).toEqual(before);
	});

	test('is refused in words that name the code, when the code above it was deleted', async () => {
		const above = await addCode(store, project, 'Wonen');
		const id = await merge(await addCode(store, project, 'Park 😀', { parentId: above }));
		valueOf(await deleteCode(await manager(), project.id, above, {}));
		expect(await undo(id)).toEqual({
			ok: false,
			problems: [{ code: 'code-back-below-gone', params: { name: 'Park 😀' } }]
		});
	});

	test('is taken back whole when a code of the same name stood below it', async () => {
		const park = await addCode(store, project, 'Park 😀', { parentId: green });
		await addCode(store, project, 'Park 😀', { parentId: park });
		const before = await tree();
		const id = await merge(park);
		expect(await tree()).toEqual(['Groen é', '- Park 😀']);
		valueOf(await undo(id));
		expect(await tree()).toEqual(before);
	});
});
