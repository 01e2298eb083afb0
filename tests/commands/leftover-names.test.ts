import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { reportName } from '../../src/lib/server/commands/report-name.ts';
import { settleName } from '../../src/lib/server/commands/settle-name.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import { readMemo } from '../../src/lib/server/views/list-memos.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { textOf, writeMemo } from '../support/memos.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const text = 'Toen zei Żaneta 😀 iets over het park.';

let store: Store;
let project: TestProject;
let sourceId: string;
let code: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	code = await addCode(store, project, 'Park');
	sourceId = (await addSource(store, project, text, { uploadedBy: project.users.interviewer })).id;
});

const coder = () => contextFor(store, project.users.coder);
const interviewer = () => contextFor(store, project.users.interviewer);
const placeOf = (words: string) => {
	const start = codePointLength(text.slice(0, text.indexOf(words)));
	return { start, end: start + codePointLength(words) };
};
const report = async (words = 'Żaneta', version = 1) =>
	reportName(await coder(), project.id, sourceId, { version, ...placeOf(words) });
const settle = async (id: string, input: object) => settleName(await interviewer(), project.id, sourceId, id, input);
const apply = async (words: string) =>
	valueOf(await applyCode(await coder(), project.id, { sourceId, ...placeOf(words), codeId: code })).id;
const read = async () => valueOf(await readSource(await coder(), project.id, sourceId)).text;
const quotes = async () => {
	const { items } = valueOf(await listCodings(await coder(), project.id, { sourceId }));
	return Object.fromEntries(items.map(({ id, quote }) => [id, quote]));
};

describe('a name that is left', () => {
	test('is hidden for everybody at once, in text and quotes, and its words stand nowhere in clear', async () => {
		const id = await apply('zei Żaneta');
		valueOf(await report());
		expect(await read()).toBe('Toen zei ██████ 😀 iets over het park.');
		expect(await quotes()).toEqual({ [id]: 'zei ██████' });
		const rows = [
			await store.db.selectFrom('source_versions').selectAll().where('source_id', '=', sourceId).execute(),
			await store.db.selectFrom('leftover_names').selectAll().where('source_id', '=', sourceId).execute(),
			await store.db.selectFrom('codings').selectAll().where('source_id', '=', sourceId).execute()
		];
		expect(JSON.stringify(rows)).not.toMatch(/aneta/);
		const seen = valueOf(await viewPseudonyms(await interviewer(), project.id, sourceId));
		expect(seen.leftovers).toMatchObject([{ words: 'Żaneta', ...placeOf('Żaneta'), reporter: 'Test coder' }]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('is hidden in passages that people took over elsewhere too; the same name in their own words stays', async () => {
		await apply('Toen zei Żaneta');
		const memo = await writeMemo(store, project.id, project.users.coder, {
			title: 'Over Żaneta Kowalska',
			body: textOf('Een fragment: toen zei Żaneta 😀 iets over het park. En: Żaneta is een mooie naam.')
		});
		const study = { id: newId(), project_id: project.id, name: 'Schoolloopbaan', kind: 'observation' as const };
		await store.db
			.insertInto('studies')
			.values({ ...study, remark: 'Zie: “Toen zei Żaneta” (p. 3)' })
			.execute();
		valueOf(await report());
		const read = valueOf(await readMemo(await coder(), project.id, memo.id));
		expect([read.title, read.body, read.version]).toEqual([
			'Over Żaneta Kowalska',
			textOf('Een fragment: toen zei ██████ 😀 iets over het park. En: Żaneta is een mooie naam.'),
			2
		]);
		const { remark } = await store.db
			.selectFrom('studies')
			.select('remark')
			.where('id', '=', study.id)
			.executeTakeFirstOrThrow();
		expect(remark).toBe('Zie: “Toen zei ██████” (p. 3)');
	});

	test('gets a placeholder in a new version; codings go along, and the one it hits is marked for a look', async () => {
		const [hit, other] = [await apply('zei Żaneta'), await apply('het park')];
		const { id } = valueOf(await report());
		expect(valueOf(await settle(id, { outcome: 'replace', version: 2, kind: 'name' }))).toEqual({
			version: 3,
			changed: 1
		});
		expect(await read()).toBe('Toen zei [NAAM_1] 😀 iets over het park.');
		expect(await quotes()).toEqual({ [hit]: 'zei [NAAM_1]', [other]: 'het park' });
		const marked = await store.db.selectFrom('codings').select('id').where('changed_in', '=', 3).execute();
		expect(marked).toEqual([{ id: hit }]);
		expect(codesOf(await settle(id, { outcome: 'reject', version: 3 }))).toEqual(['name-report-unknown']);
		const key = await store.db
			.selectFrom('pseudonym_keys')
			.select('placeholder')
			.where('source_id', '=', sourceId)
			.execute();
		expect(key).toEqual([{ placeholder: '[NAAM_1]' }]);
	});

	test('that was no name comes back, and every coding is as it was, also one that ended in the middle of it', async () => {
		const ids = [await apply('Toen zei Żan'), await apply('Żaneta'), await apply('neta 😀')];
		const { id } = valueOf(await report());
		valueOf(await settle(id, { outcome: 'reject', version: 2 }));
		expect(await read()).toBe(text);
		expect(await quotes()).toEqual({
			[ids[0] ?? '']: 'Toen zei Żan',
			[ids[1] ?? '']: 'Żaneta',
			[ids[2] ?? '']: 'neta 😀'
		});
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('moves with a correction of the text, and is over when somebody takes the words out', async () => {
		const { id } = valueOf(await report());
		const edit = async (version: number, operations: readonly object[]) =>
			valueOf(await editSource(await interviewer(), project.id, sourceId, { version, operations, reason: '' }));
		await edit(2, [{ insert: 'Ja. ' }]);
		const seen = valueOf(await viewPseudonyms(await interviewer(), project.id, sourceId));
		expect(seen.leftovers).toMatchObject([{ id, start: placeOf('Żaneta').start + 4 }]);
		await edit(3, [{ retain: placeOf('Żaneta').start + 4 }, { delete: 7 }]);
		const { leftovers } = valueOf(await viewPseudonyms(await interviewer(), project.id, sourceId));
		expect(leftovers).toEqual([]);
	});

	test('is a few words of one turn, reported once, on the text that was seen', async () => {
		expect(codesOf(await report('Żaneta', 5))).toEqual(['version-conflict']);
		const empty = { version: 1, start: 8, end: 8 };
		expect(codesOf(await reportName(await coder(), project.id, sourceId, empty))).toEqual(['name-passage-invalid']);
		const outside = { version: 1, start: 8, end: 9_000 };
		expect(codesOf(await reportName(await coder(), project.id, sourceId, outside))).toEqual(['name-passage-invalid']);
		valueOf(await report());
		expect(codesOf(await report('Żaneta', 2))).toEqual(['name-reported']);
	});
});
