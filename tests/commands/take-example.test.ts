import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCode as addCodeByHand } from '../../src/lib/server/commands/add-code.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { dropExample, takeExample } from '../../src/lib/server/commands/take-example.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { restoreCode } from '../../src/lib/server/commands/restore-code.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
import { addCode, addCoding, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const words = 'Het 😀 park is een stuk veiliger, maar de ouders durven niet.';
let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let codeId: string;
let codingId: string;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, words, { title: 'VOL-B-01' });
	codeId = await addCode(store, project, 'Veiligheid');
	codingId = await addCoding(store, project, source, { start: 4, end: 10 }, codeId);
});

const as = (role: keyof TestProject['users']): Promise<Context> => contextFor(store, project.users[role]);
const manager = () => as('codebook-manager');

describe('an example taken from a passage', () => {
	test('stands below what was written, and goes out again', async () => {
		valueOf(await updateCode(await manager(), project.id, codeId, { example: 'Zelf bedacht.' }));
		const taken = valueOf(await takeExample(await manager(), project.id, codingId));
		expect(taken.example).toBe('Zelf bedacht.\n\n😀 park');
		expect(valueOf(await takeExample(await manager(), project.id, codingId)).example).toBe(taken.example);
		expect(valueOf(await dropExample(await manager(), project.id, codingId)).example).toBe('Zelf bedacht.');
	});

	test('is refused when the interview may not be quoted; what stands there can still be taken out', async () => {
		valueOf(await takeExample(await manager(), project.id, codingId));
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source.id).execute();
		expect(codesOf(await takeExample(await manager(), project.id, codingId))).toEqual(['quotes-not-allowed']);
		expect(valueOf(await dropExample(await manager(), project.id, codingId)).example).toBe('');
	});

	test('is refused when the field would hold more than it can', async () => {
		valueOf(await updateCode(await manager(), project.id, codeId, { example: 'x'.repeat(9_999) }));
		expect(codesOf(await takeExample(await manager(), project.id, codingId))).toEqual(['example-too-long']);
	});

	test('is for who keeps the codebook', async () => {
		expect(codesOf(await takeExample(await as('coder'), project.id, codingId))).toEqual(['not-allowed']);
	});

	test('is never taken from the blind work of another', async () => {
		await store.db.updateTable('codings').set({ layer: 'second' }).where('id', '=', codingId).execute();
		expect(codesOf(await takeExample(await manager(), project.id, codingId))).toEqual(['coding-unknown']);
	});
});

describe('a code that goes with the step that made it', () => {
	const removeEmpty = async (id: string) => deleteCode(await manager(), project.id, id, { onlyEmpty: 'true' });

	test('goes when nobody did anything with it, and comes back', async () => {
		const id = await addCode(store, project, 'Zo maar');
		const { deletionId } = valueOf(await removeEmpty(id));
		valueOf(await restoreCode(await manager(), project.id, id, { deletionId }));
		expect(codesOf(await removeEmpty(id))).toEqual([]);
	});

	test('stays when it has a coding, something below it, or something written about it', async () => {
		expect(codesOf(await removeEmpty(codeId))).toEqual(['code-in-use']);
		const above = await addCode(store, project, 'Boven');
		await addCode(store, project, 'Onder', { parentId: above });
		expect(codesOf(await removeEmpty(above))).toEqual(['code-in-use']);
		const described = await addCode(store, project, 'Beschreven');
		valueOf(await updateCode(await manager(), project.id, described, { definition: 'Dit.' }));
		expect(codesOf(await removeEmpty(described))).toEqual(['code-in-use']);
		const noted = await addCode(store, project, 'Met een memo');
		await writeMemo(store, project.id, project.users.coder, { about: { kind: 'code', codeId: noted } });
		expect(codesOf(await removeEmpty(noted))).toEqual(['code-in-use']);
	});

	test.each([{ name: 'Anders 😀' }, { color: 3 }, { parentId: 'above' }])(
		'stays when somebody changed it since: %o',
		async (change) => {
			const make = async (name: string) => valueOf(await addCodeByHand(await manager(), project.id, { name })).id;
			const above = await make('Hierboven');
			const id = await make('Zo gemaakt');
			const to = 'parentId' in change ? { parentId: above } : change;
			valueOf(await updateCode(await manager(), project.id, id, to));
			expect(codesOf(await removeEmpty(id))).toEqual(['code-in-use']);
			const back = 'parentId' in change ? { parentId: null } : { name: 'Zo gemaakt', color: null };
			valueOf(await updateCode(await manager(), project.id, id, back));
			expect(codesOf(await removeEmpty(id))).toEqual([]);
		}
	);
});
