import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import { addReport } from '../../src/lib/server/commands/add-report.ts';
import { addProposal } from '../../src/lib/server/commands/add-proposal.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { changeMemo } from '../../src/lib/server/commands/change-memo.ts';
import { importCodebook } from '../../src/lib/server/commands/import-codebook.ts';
import { keepBlock } from '../../src/lib/server/commands/keep-block.ts';
import { placeBlock } from '../../src/lib/server/commands/place-block.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { writeSection } from '../../src/lib/server/commands/write-section.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf, docxFile, paragraph, textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { textOf } from '../support/memos.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const words = 'Zijn nummer is 111222333 😀.';
const stored = 'Zijn nummer is [BSN] 😀.';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);

test('a memo never holds a citizen service number, when it is written or changed', async () => {
	const input = {
		about: { kind: 'project' },
		kind: 'thought',
		title: words,
		body: textOf(words),
		visibility: 'private'
	};
	const memo = valueOf(await addMemo(await as('coder'), project.id, input));
	expect(JSON.stringify(memo)).toContain(stored);
	const changed = valueOf(
		await changeMemo(await as('coder'), project.id, memo.id, { version: memo.version, body: textOf(`Ook: ${words}`) })
	);
	expect(JSON.stringify(changed)).toContain(`Ook: ${stored}`);
	const rows = await store.db.selectFrom('memos').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain('111222333');
});

test('nor does a code, a note with a coding, or a proposal', async () => {
	const theme = await addCode(store, project, 'Thema');
	const manager = await as('codebook-manager');
	const code = valueOf(await updateCode(manager, project.id, theme, { example: words, definition: words }));
	expect(code).toMatchObject({ example: stored, definition: stored });
	const source = await addSource(store, project, 'Ik voel me 😀 thuis.');
	const coder = await as('coder');
	const on = { sourceId: source.id, version: 1, start: 0, end: 3, codeId: theme };
	const coding = valueOf(await applyCode(coder, project.id, on));
	valueOf(await changeCoding(coder, project.id, coding.id, { memo: words }));
	const proposal = { name: 'Nieuw', definition: words, sourceId: source.id, version: 1, start: 0, end: 3 };
	valueOf(await addProposal(coder, project.id, proposal));
	const tables = [
		await store.db.selectFrom('codings').select('memo').execute(),
		await store.db.selectFrom('codes').selectAll().execute(),
		await store.db.selectFrom('code_proposals').selectAll().execute()
	];
	expect(JSON.stringify(tables)).not.toContain('111222333');
	expect(JSON.stringify(tables)).toContain('[BSN]');
});

test('nor does a codebook that comes from a file; the answer tells in how many cells one stood', async () => {
	const file = textFile('codes.csv', `naam;omschrijving;wel;voorbeeld\nKlacht 111222333;${words};ja;${words}`);
	const manager = await as('codebook-manager');
	const told = valueOf(await importCodebook(manager, project.id, [file], {}, { dryRun: 'true' }));
	expect(told.bsns).toBe(3);
	valueOf(await importCodebook(manager, project.id, [file], {}, {}));
	const rows = await store.db.selectFrom('codes').selectAll().where('project_id', '=', project.id).execute();
	expect(rows.find(({ name }) => name === 'Klacht [BSN]')).toMatchObject({ definition: stored, example: stored });
	expect(JSON.stringify(rows)).not.toContain('111222333');
	const changes = await store.db.selectFrom('code_changes').selectAll().execute();
	expect(JSON.stringify(changes)).not.toContain('111222333');
});

test('nor does a report: its title, its texts, why words were kept, and a quote that is shortened', async () => {
	const display = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', display.id).execute();
	const author = await contextFor(store, display.users.author);
	const { district: areaId } = display.areas;
	const asked = { title: words, kind: 'final', areaIds: [areaId] };
	const report = valueOf(await addReport(author, display.id, asked));
	expect(report.title).toBe(stored);
	const place = { pillarId: display.pillars.first, areaId };
	const text = { version: 0, text: textOf(words) };
	valueOf(await writeSection(author, display.id, report.id, { ...place, slot: 'message' }, text));
	const shows = { kind: 'quote', codingId: display.said[0].codingId };
	const typed = await placeBlock(author, display.id, report.id, { ...place, shows: { ...shows, shortened: words } });
	expect(codesOf(typed)).toEqual(['report-quote-other-words']);
	const { id } = valueOf(await placeBlock(author, display.id, report.id, { ...place, shows }));
	await store.db.updateTable('report_blocks').set({ fingerprint: 'older' }).where('id', '=', id).execute();
	const kept = valueOf(await keepBlock(author, display.id, report.id, id, { reason: words }));
	expect(kept.kept?.reason).toBe(stored);
	const tables = [
		await store.db.selectFrom('reports').selectAll().execute(),
		await store.db.selectFrom('report_sections').selectAll().execute(),
		await store.db.selectFrom('report_blocks').selectAll().execute()
	];
	expect(JSON.stringify(tables)).not.toContain('111222333');
});

describe('a Word file is not kept when a number stands where the text does not come from', () => {
	const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
	const part = (root: string, inside: string) => `<w:${root} ${word}>${inside}</w:${root}>`;
	const split = '<w:p><w:r><w:t>BSN 1112</w:t></w:r><w:r><w:t>22333 😀</w:t></w:r></w:p>';
	const spoken = paragraph('I: Hoe is het?') + paragraph('R: Goed.');
	const upload = async (body: string, parts: Record<string, string>, title: string) =>
		valueOf(
			await uploadSource(await as('interviewer'), project.id, [docxFile(body, parts)], {
				...{ title, areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' }
			})
		);
	const stateOf = async (id: string) =>
		store.db
			.selectFrom('source_uploads')
			.select(['state', 'sealed', 'sha256'])
			.where('source_id', '=', id)
			.executeTakeFirst();

	test.each([
		['comments', spoken, { 'word/comments.xml': part('comments', `<w:comment>${split}</w:comment>`) }],
		['a header', spoken, { 'word/header1.xml': part('hdr', split) }],
		['a footer', spoken, { 'word/footer2.xml': part('ftr', split) }],
		['footnotes', spoken, { 'word/footnotes.xml': part('footnotes', `<w:footnote>${split}</w:footnote>`) }],
		['endnotes', spoken, { 'word/endnotes.xml': part('endnotes', `<w:endnote>${split}</w:endnote>`) }],
		['hidden text', spoken + paragraph('111222333', '<w:rPr><w:vanish/></w:rPr>'), {}],
		['deleted text', `${spoken}<w:p><w:del><w:r><w:delText>111222333</w:delText></w:r></w:del></w:p>`, {}]
	])('%s', async (where, body, parts: Record<string, string>) => {
		const { id, warnings } = await upload(body, parts, where);
		expect(await stateOf(id)).toEqual({ state: 'bsn', sealed: null, sha256: '' });
		expect(warnings.map(({ code }) => code)).toContain('original-with-bsn');
	});

	test('and is kept when there is none: the name of a bookmark in a field is no number of somebody', async () => {
		const field = '<w:p><w:r><w:instrText>PAGEREF 111222333 \\h</w:instrText></w:r></w:p>';
		const { id } = await upload(spoken, { 'word/header1.xml': part('hdr', field) }, 'Zonder nummer');
		expect(await stateOf(id)).toMatchObject({ state: 'kept' });
	});
});
