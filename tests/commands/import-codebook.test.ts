import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCode as add } from '../../src/lib/server/commands/add-code.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { importCodebook } from '../../src/lib/server/commands/import-codebook.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import { exportCodebook } from '../../src/lib/server/views/export-codebook.ts';
import { textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let green: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	green = await addCode(store, project, 'Groen 😀');
});

const manager = () => contextFor(store, project.users['codebook-manager']);
const send = async (text: string, fields: object = {}, query: object = {}, name = 'codes.csv') =>
	importCodebook(await manager(), project.id, [textFile(name, text)], fields, query);
const names = async () => (await loadCodebook(store.db, project.id)).codes.map(({ name }) => name);
const file = 'pad;wel\nNieuw;ja\nNieuw › Onder;\nNieuw › Groen 😀;bomen';

test('a dry run tells what would change and changes nothing', async () => {
	const before = await names();
	const told = await send(file, {}, { dryRun: 'true' });
	expect(told).toMatchObject({ ok: true, value: { codes: { inFile: 3, added: 2, changed: 1, moved: 1 } } });
	expect(await names()).toEqual(before);
});

test('an import adds, moves and describes, and the same file again changes nothing', async () => {
	expect(await send(file)).toMatchObject({ ok: true, value: { codes: { added: 2, changed: 1 } } });
	const book = await loadCodebook(store.db, project.id);
	const parent = book.codes.find(({ name }) => name === 'Nieuw');
	expect(book.byId.get(green)).toMatchObject({ parentId: parent?.id, include: 'bomen' });
	expect(await send(file)).toMatchObject({ value: { codes: { added: 0, changed: 0, unchanged: 3 }, changes: [] } });
});

test('what was shown is refused when the codebook changed in between', async () => {
	const shown = await send(file, {}, { dryRun: 'true' });
	const fingerprint = shown.ok ? shown.value.fingerprint : '';
	await add(await manager(), project.id, { name: 'Tussendoor' });
	expect(await send(file, { fingerprint })).toMatchObject({ ok: false, problems: [{ code: 'code-import-stale' }] });
	expect(await names()).not.toContain('Nieuw');
});

test('one wrong row and nothing is stored; a code with codings does not become a group', async () => {
	const source = await addSource(store, project, 'Het 😀 park is mooi');
	const coder = await contextFor(store, project.users.coder);
	const applied = await applyCode(coder, project.id, { sourceId: source.id, start: 0, end: 5, codeId: green });
	expect(applied.ok).toBe(true);
	expect(await send('pad;soort\nNieuw;code\nGroen 😀;groep')).toMatchObject({
		problems: [{ code: 'code-import-folder', at: 'row 3' }]
	});
	expect(await names()).not.toContain('Nieuw');
});

test('hostile and other files are refused with a problem', async () => {
	expect(await send('naam;wel\nA;b', {}, {}, 'codes.exe')).toMatchObject({
		problems: [{ code: 'table-type-unknown' }]
	});
	expect((await send('naam;wel\nA\u0000;b')).ok).toBe(false);
	expect((await send('PK\u0003\u0004 geen zip', {}, {}, 'codes.xlsx')).ok).toBe(false);
	expect(await send('iets;anders\n1;2')).toMatchObject({ problems: [{ code: 'column-missing' }] });
});

test('codes that take each other’s name and place are known by their id', async () => {
	const blue = await addCode(store, project, 'Blauw é');
	expect(await send(`code id;naam;onder\n${green};Blauw é;\n${blue};Groen 😀;Blauw é`)).toMatchObject({
		value: { codes: { added: 0, changed: 2 } }
	});
	let book = await loadCodebook(store.db, project.id);
	expect(book.byId.get(green)).toMatchObject({ name: 'Blauw é', parentId: null });
	expect(book.byId.get(blue)).toMatchObject({ name: 'Groen 😀', parentId: green });
	// what stood below now stands above
	expect(await send(`code id;naam;onder\n${green};Blauw é;Groen 😀\n${blue};Groen 😀;`)).toMatchObject({ ok: true });
	book = await loadCodebook(store.db, project.id);
	expect(book.byId.get(green)).toMatchObject({ parentId: blue });
	expect(book.byId.get(blue)).toMatchObject({ parentId: null });
});

test('a codebook of another project comes in by name and place', async () => {
	const foreign = '01890000-0000-7000-8000-000000000001';
	expect(await send(`code id;pad;wel\n${foreign};Groen 😀;bomen`)).toMatchObject({
		value: { codes: { added: 0, changed: 1 } }
	});
	// beside codes that are known it is a mistake, which is told
	expect(await send(`code id;naam\n${green};Groen\n${foreign};Anders`)).toMatchObject({
		problems: [{ code: 'code-import-id-unknown', at: 'row 3' }]
	});
	expect(await names()).toEqual(['Groen 😀']);
});

describe.each(['csv', 'xlsx'] as const)('a codebook that was taken away as %s', (format) => {
	const full = async () => {
		const { pillars } = project;
		await updateCode(await manager(), project.id, green, {
			...{
				definition: 'Bomen;\n"gras" 😀',
				include: 'één park',
				exclude: '=1+1',
				example: 'é',
				synonyms: ['Natuur', 'bos']
			},
			...{ color: 5, pillarIds: [pillars.first, pillars.second] }
		});
		const below = await addCode(store, project, 'Bankjes', { parentId: green });
		await add(await manager(), project.id, { name: 'Groep', isCodable: false });
		return below;
	};
	const take = async () => {
		const file = valueOf(await exportCodebook(await manager(), project.id, { format }, 'nl'));
		return { name: `codes.${format}`, bytes: file.bytes };
	};
	const codes = async () => (await loadCodebook(store.db, project.id)).codes;

	test('changes nothing when it is read again', async () => {
		await full();
		const before = await codes();
		const again = await importCodebook(await manager(), project.id, [await take()], {}, {});
		expect(again).toMatchObject({ ok: true, value: { codes: { added: 0, changed: 0, unchanged: 3 }, changes: [] } });
		expect(await codes()).toEqual(before);
	});

	test('brings all fields back as they were when the file was made', async () => {
		const below = await full();
		const before = await codes();
		const file = await take();
		await updateCode(await manager(), project.id, green, {
			...{
				name: 'Anders',
				definition: 'x',
				include: '',
				exclude: '',
				example: 'y',
				synonyms: [],
				color: 1,
				pillarIds: []
			}
		});
		await changeCodes(await manager(), project.id, { kind: 'move', codeIds: [below], parentId: null }, {});
		expect(await codes()).not.toEqual(before);
		const again = await importCodebook(await manager(), project.id, [file], {}, {});
		expect(again).toMatchObject({ ok: true, value: { codes: { added: 0, changed: 2, unchanged: 1 } } });
		const fields = (all: Awaited<ReturnType<typeof codes>>) =>
			new Map(all.map(({ place: _, ...code }) => [code.id, code]));
		expect(fields(await codes())).toEqual(fields(before));
	});
});
