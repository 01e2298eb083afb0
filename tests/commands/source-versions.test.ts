import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyEdit, type Operation } from '../../src/lib/domain/text/edit.ts';
import { compareFile } from '../../src/lib/server/commands/compare-file.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import {
	listSourceVersions,
	readSourceVersion,
	readTextDifferences
} from '../../src/lib/server/views/source-versions.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const texts = ['Het park is mooi.', 'Het 😀 park is mooi.', 'Het 😀 park is heel mooi.'] as const;

let store: Store;
let project: TestProject;
let sourceId: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	sourceId = (await addSource(store, project, texts[0])).id;
});

const interviewer = () => contextFor(store, project.users.interviewer);
const coder = () => contextFor(store, project.users.coder);
const edit = async (version: number, operations: readonly Operation[], reason = '', closesBefore = false) =>
	valueOf(await editSource(await interviewer(), project.id, sourceId, { version, operations, reason, closesBefore }));
const editTwice = async () => {
	await edit(1, [{ retain: 4 }, { insert: '😀 ' }], 'nageluisterd');
	await edit(2, [{ retain: 14 }, { insert: 'heel ' }], 'gemist');
};

describe('the versions of a text', () => {
	test('say who made them, when, why and how much', async () => {
		await editTwice();
		const { items, hasClosed } = valueOf(await listSourceVersions(await coder(), project.id, sourceId));
		expect(hasClosed).toBe(false);
		expect(items).toMatchObject([
			{ version: 3, reason: 'gemist', inserted: 5, deleted: 0, characters: 24, by: { name: 'Test interviewer' } },
			{ version: 2, reason: 'nageluisterd', inserted: 2, deleted: 0 },
			{ version: 1, reason: '', inserted: 0, deleted: 0 }
		]);
	});

	test('can each be read as they were', async () => {
		await editTwice();
		for (const [index, text] of texts.entries())
			expect(valueOf(await readSourceVersion(await coder(), project.id, sourceId, String(index + 1)))).toMatchObject({
				version: index + 1,
				text,
				turns: [{ ordinal: 1, start: 0 }]
			});
		for (const version of ['0', '4', 'x', '1.5', ''])
			expect(await readSourceVersion(await coder(), project.id, sourceId, version)).toMatchObject({
				problems: [{ code: 'version-unknown' }]
			});
	});

	test('differ by an edit, in both directions', async () => {
		await editTwice();
		for (const from of [1, 2, 3])
			for (const to of [1, 2, 3]) {
				const found = valueOf(await readTextDifferences(await coder(), project.id, sourceId, { from, to }));
				expect(applyEdit(texts[from - 1] ?? '', found.operations)).toBe(texts[to - 1]);
			}
		const last = valueOf(await readTextDifferences(await coder(), project.id, sourceId, {}));
		expect(last).toMatchObject({
			from: 2,
			to: 3,
			passages: [
				{
					line: 1,
					parts: [
						{ kind: 'kept', text: 'Het 😀 park is ' },
						{ kind: 'inserted', text: 'heel ' },
						{ kind: 'kept', text: 'mooi.' }
					]
				}
			]
		});
		expect(await readTextDifferences(await coder(), project.id, sourceId, { from: 1, to: 9 })).toMatchObject({
			problems: [{ code: 'version-unknown' }]
		});
	});

	test('of before a name was taken out are only for who prepares the text', async () => {
		await edit(1, [{ delete: 3 }, { insert: 'Ons' }], 'naam weg', true);
		const seen = valueOf(await listSourceVersions(await coder(), project.id, sourceId));
		expect(seen).toMatchObject({ items: [{ version: 2, closesBefore: true }], hasClosed: true });
		const refused = { problems: [{ code: 'version-unknown' }] };
		expect(await readSourceVersion(await coder(), project.id, sourceId, 1)).toMatchObject(refused);
		expect(await readTextDifferences(await coder(), project.id, sourceId, { from: 1, to: 2 })).toMatchObject(refused);
		expect(valueOf(await readSourceVersion(await interviewer(), project.id, sourceId, 1)).text).toBe(texts[0]);
	});

	test('of before the release are only for who prepares the text', async () => {
		await store.db.updateTable('sources').set({ status: 'speakers' }).where('id', '=', sourceId).execute();
		await edit(1, [{ insert: 'Nou. ' }]);
		await store.db.updateTable('sources').set({ status: 'released' }).where('id', '=', sourceId).execute();
		await edit(2, [{ insert: 'Ja. ' }]);
		const seen = valueOf(await listSourceVersions(await coder(), project.id, sourceId));
		expect(seen.items.map(({ version }) => version)).toEqual([3, 2]);
	});
});

describe('a corrected file', () => {
	const file = (text: string) => [{ name: 'verbeterd.txt', bytes: new TextEncoder().encode(text) }];

	test('is laid beside the text, as an edit that makes the one into the other', async () => {
		const compared = valueOf(await compareFile(await interviewer(), project.id, sourceId, file(texts[2])));
		expect(compared).toMatchObject({ version: 1 });
		expect(applyEdit(texts[0], compared.operations)).toBe(texts[2]);
		expect(valueOf(await readSource(await interviewer(), project.id, sourceId))).toMatchObject({ version: 1 });
	});

	test('with a mark and Windows line ends is the same text (F5, F6)', async () => {
		const path = new URL('../fixtures/transcripts/derived-nl/', import.meta.url);
		const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, path)));
		const fields = { areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' };
		const files = ['nl-a.utf8-bom-crlf.txt', 'nl-a.cr-only.txt', 'nl-a.utf16le-bom-crlf.txt'];
		const read = files.map((name) => ({ name, bytes: bytesOf(name) }));
		const context = await interviewer();
		const uploaded = valueOf(await uploadSource(context, project.id, read.slice(0, 1), fields));
		for (const one of read)
			expect(valueOf(await compareFile(context, project.id, uploaded.id, [one])).operations).toEqual([]);
	});

	test('is refused without a file, and for who may not correct the text', async () => {
		expect(await compareFile(await interviewer(), project.id, sourceId, [])).toMatchObject({
			problems: [{ code: 'file-missing' }]
		});
		expect(await compareFile(await coder(), project.id, sourceId, file('x'))).toMatchObject({
			problems: [{ code: 'not-allowed' }]
		});
	});
});
