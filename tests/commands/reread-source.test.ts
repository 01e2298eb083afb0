import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { destroyOriginal } from '../../src/lib/server/commands/open-original.ts';
import { importSources } from '../../src/lib/server/commands/import-sources.ts';
import { importsAtRest } from '../../src/lib/server/commands/run-imports.ts';
import { rereadSource } from '../../src/lib/server/commands/reread-source.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import type { UploadedFile } from '../../src/lib/import/source-draft.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, contextFor, type TestProject } from '../support/project.ts';

const talk = 'I: Hoe is het 😀?\n\nR: Goed, in één wijk.\nEcht waar.';
/** Windows-1250 of which Windows-1252 makes something else */
const polish: UploadedFile = {
	name: 'Józef.txt',
	bytes: Uint8Array.from('I: Hej.\n\nR: Mi\xb3o, J\xf3zef 2.', (sign) => sign.charCodeAt(0))
};

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	project = await addProject(store);
});
afterAll(async () => {
	await closeParsing();
	await store.close();
});

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
const place = (more = {}) => ({
	areaId: project.areas.district,
	waveId: project.waves[2025],
	group: 'resident',
	...more
});
const upload = async (file: UploadedFile = textFile('gesprek.txt', talk), more = {}) =>
	valueOf(await uploadSource(await as('interviewer'), project.id, [file], place(more)));
const reread = async (id: string, input: object, query = {}) =>
	rereadSource(await as('interviewer'), project.id, id, { version: 1, ...input }, query);
const read = async (id: string) => valueOf(await readSource(await as('interviewer'), project.id, id));
const wordsOf = ({ text, turns }: Awaited<ReturnType<typeof read>>) =>
	turns.map(({ start, end }) => [...text].slice(start, end).join(''));

describe('an upload', () => {
	test('is read as somebody chose, and says how it was read', async () => {
		const made = await upload(polish, { encoding: 'windows-1250', speakers: 'off', paragraphs: 'line' });
		expect(made).toMatchObject({
			turns: 2,
			speakers: [],
			readAs: { encoding: 'windows-1250', paragraphs: 'line', speakers: 'off', table: null }
		});
		expect((await read(made.id)).text).toBe('I: Hej.\n\nR: Miło, Józef 2.');
	});

	test('that chooses what does not exist is refused', async () => {
		const input = place({ encoding: 'klingon' });
		expect((await uploadSource(await as('interviewer'), project.id, [polish], input)).ok).toBe(false);
	});

	test('of many files at once takes the choice for all of them', async () => {
		const context = await as('interviewer');
		valueOf(await importSources(context, project.id, [polish], place({ encoding: 'windows-1250' })));
		await importsAtRest(store.db);
		const [item] = valueOf(await listSources(context, project.id, {})).items;
		expect((await read(item?.id ?? '')).text).toContain('Miło');
	});
});

describe('another reading', () => {
	test('is shown before anything is stored', async () => {
		const { id } = await upload(polish);
		const shown = valueOf(await reread(id, { encoding: 'windows-1250' }, { preview: 'true' }));
		expect(shown).toMatchObject({
			isPreview: true,
			version: 1,
			format: 'txt',
			readAs: { encoding: 'windows-1250', speakers: 'auto' },
			turns: 2,
			speakers: [
				{ label: 'I', role: 'interviewer', turns: 1 },
				{ label: 'R', role: 'respondent', turns: 1 }
			],
			firstTurns: [
				{ speaker: 'I', startMs: null, text: 'Hej.' },
				{ speaker: 'R', startMs: null, text: 'Miło, Józef 2.' }
			],
			changesText: true,
			losesMends: false,
			warnings: []
		});
		expect((await read(id)).text).toContain('Mi³o');
	});

	test('of other signs is a new version of the text; the one before stays as it was', async () => {
		const { id } = await upload(polish);
		valueOf(await reread(id, { encoding: 'windows-1250', reason: 'Andere tekens' }));
		const now = await read(id);
		expect(now).toMatchObject({ version: 2, text: 'I: Hej.\n\nR: Miło, Józef 2.' });
		expect(wordsOf(now)).toEqual(['Hej.', 'Miło, Józef 2.']);
		const versions = await store.db
			.selectFrom('source_versions')
			.select(['version', 'reason', 'closes_before'])
			.where('source_id', '=', id)
			.orderBy('version')
			.execute();
		expect(versions).toEqual([
			{ version: 1, reason: '', closes_before: false },
			{ version: 2, reason: 'Andere tekens', closes_before: true }
		]);
		expect(codesOf(await reread(id, { encoding: 'utf-8' }))).toEqual(['version-conflict']);
		valueOf(await reread(id, { version: 2, encoding: 'windows-1252' }));
		expect(await read(id)).toMatchObject({ version: 3, text: 'I: Hej.\n\nR: Mi³o, Józef 2.' });
	});

	test('of the same text cuts it anew, without a new version; who spoke before is who it was', async () => {
		const { id } = await upload();
		const before = await read(id);
		valueOf(await reread(id, { speakers: 'off', paragraphs: 'line' }));
		const between = await read(id);
		expect(between).toMatchObject({ version: 1, text: before.text, speakers: [] });
		expect(wordsOf(between)).toEqual(['I: Hoe is het 😀?', 'R: Goed, in één wijk.', 'Echt waar.']);
		valueOf(await reread(id, {}));
		expect(wordsOf(await read(id))).toEqual(wordsOf(before));
	});

	test('keeps the speakers that it has in common with the one before', async () => {
		const { id } = await upload(polish);
		const before = await read(id);
		valueOf(await reread(id, { encoding: 'windows-1250' }));
		expect((await read(id)).speakers).toEqual(before.speakers);
	});

	test('loses the turns that were mended only when somebody says so', async () => {
		const { id } = await upload();
		const { speakers } = await read(id);
		const operations = [{ kind: 'set-role', speakerId: speakers[1]?.id, role: 'interpreter' }];
		valueOf(await changeTurns(await as('interviewer'), project.id, id, { version: 1, operations }));
		expect(valueOf(await reread(id, { speakers: 'off' }, { preview: 'true' })).losesMends).toBe(true);
		expect(codesOf(await reread(id, { speakers: 'off' }))).toEqual(['reread-loses-mends']);
		expect((await read(id)).speakers).toHaveLength(2);
		valueOf(await reread(id, { speakers: 'off', overMends: true }));
		expect((await read(id)).speakers).toEqual([]);
	});

	test('leaves a line in the log, without content', async () => {
		const { id } = await upload();
		valueOf(await reread(id, { speakers: 'off' }));
		const log = await store.db
			.selectFrom('audit_events')
			.select(['action', 'actor_id'])
			.where('object_id', '=', id)
			.where('action', '=', 'source.reread')
			.execute();
		expect(log).toEqual([{ action: 'source.reread', actor_id: project.users.interviewer }]);
	});

	test('in which a citizen service number shows does not keep it, nor the file', async () => {
		// A space in Windows-1252 that is a dagger on a Mac.
		const bytes = Uint8Array.from('I: Uw nummer?\n\nR: 111\xa0222\xa0333 \xe9\xe9n.', (sign) => sign.charCodeAt(0));
		const { id } = await upload({ name: 'a.txt', bytes }, { encoding: 'macintosh' });
		expect((await read(id)).text).toContain('111†222†333');
		const now = valueOf(await reread(id, { encoding: 'windows-1252' }));
		expect(now.warnings.map(({ code }) => code)).toContain('bsn-replaced');
		expect((await read(id)).text).toBe('I: Uw nummer?\n\nR: [BSN] één.');
		expect(codesOf(await reread(id, { version: 2 }))).toEqual(['reread-file-gone']);
	});
});

describe('no other reading is there', () => {
	test('once the interview is released', async () => {
		const { id } = await upload();
		valueOf(await updateSource(await as('interviewer'), project.id, id, { status: 'released' }));
		expect(codesOf(await reread(id, { speakers: 'off' }))).toEqual(['reread-settled']);
	});

	test('once somebody coded it', async () => {
		const { id } = await upload();
		const { text } = await read(id);
		await addCoding(store, project, { id, text }, { start: 3, end: 6 }, await addCode(store, project, 'Park'));
		expect(codesOf(await reread(id, { speakers: 'off' }))).toEqual(['reread-coded']);
	});

	test('once the text was corrected', async () => {
		const { id } = await upload();
		const operations = [{ insert: 'Nou, ' }];
		valueOf(await editSource(await as('interviewer'), project.id, id, { version: 1, operations }));
		expect(codesOf(await reread(id, { version: 2, speakers: 'off' }))).toEqual(['reread-edited']);
	});

	test('once names were decided on', async () => {
		const { id } = await upload(textFile('a.txt', 'I: Dag 😀.\n\nR: Ik ben Żaneta.'));
		const start = [...'I: Dag 😀.\n\nR: Ik ben '].length;
		const decisions = [{ decision: 'choose', kind: 'name', hits: [{ start, end: start + 6 }] }];
		valueOf(await decidePseudonyms(await as('interviewer'), project.id, id, { version: 1, decisions }));
		expect(codesOf(await reread(id, { speakers: 'off' }))).toEqual(['reread-names']);
	});

	test('when the file is not kept any more', async () => {
		const { id } = await upload();
		valueOf(await destroyOriginal(await as('key-holder'), project.id, id, { reason: 'Niet meer nodig' }));
		expect(codesOf(await reread(id, { speakers: 'off' }, { preview: 'true' }))).toEqual(['reread-file-gone']);
	});

	test('when a citizen service number stood in it: such a file is never kept', async () => {
		const { id } = await upload(textFile('a.txt', 'I: Uw nummer?\n\nR: 111222333 😀.'));
		expect(codesOf(await reread(id, { speakers: 'off' }))).toEqual(['reread-file-gone']);
	});
});
