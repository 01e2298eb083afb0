import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { codesOf, docxFile, paragraph } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addUser, contextFor, testNow, type TestProject } from '../support/project.ts';

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

const interviewer = () => contextFor(store, project.users.interviewer);
const fields = (more: Record<string, unknown> = {}) => ({
	areaId: project.areas.district,
	waveId: project.waves[2025],
	group: 'resident',
	...more
});
const file = (name: string, text: string | Uint8Array) => ({
	name,
	bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text
});
const tables = ['sources', 'source_versions', 'speakers', 'turns', 'audit_events'] as const;
const countRows = async () => {
	const counts = [];
	for (const table of tables)
		counts.push(
			await store.db
				.selectFrom(table)
				.select(({ fn }) => fn.countAll<string>().as('n'))
				.executeTakeFirstOrThrow()
		);
	return counts;
};

const talk = '\ufeffInterviewer: Hoe gaat het 😀?\r\n\r\nBewoner: Goed, in e\u0301e\u0301n wijk.\r\n';

describe('an upload', () => {
	test('keeps the canonical text, its turns and speakers, and answers what was made', async () => {
		const context = await interviewer();
		const uploaded = await uploadSource(
			context,
			project.id,
			[file('VOL-B-01.txt', talk)],
			fields({ conductedOn: '2025-03' })
		);
		if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.problems));
		const text = 'Interviewer: Hoe gaat het 😀?\n\nBewoner: Goed, in één wijk.\n';
		const sha256 = createHash('sha256').update(text).digest('hex');
		expect(uploaded.value).toMatchObject({
			title: 'VOL-B-01',
			kind: 'transcript',
			areaId: project.areas.district,
			areaName: 'Testwijk',
			waveYear: 2025,
			studyId: null,
			group: 'resident',
			conductedOn: '2025-03',
			language: 'nl',
			status: 'uploaded',
			version: 1,
			sha256,
			characters: [...text].length,
			turns: 2,
			uploadedBy: project.users.interviewer,
			uploadedAt: testNow.toISOString()
		});
		expect(uploaded.value.speakers.map(({ label, role, turns }) => [label, role, turns])).toEqual([
			['Interviewer', 'interviewer', 1],
			['Bewoner', 'respondent', 1]
		]);

		const read = await readSource(context, project.id, uploaded.value.id);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		expect(read.value.text).toBe(text);
		expect(read.value.sha256).toBe(sha256);
		const characters = [...text];
		expect(read.value.turns.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual([
			'Hoe gaat het 😀?',
			'Goed, in één wijk.'
		]);
		expect(context.events).toMatchObject([{ kind: 'source', change: 'added', ids: [uploaded.value.id] }]);
	});

	test('leaves a line in the log, without title or text', async () => {
		const uploaded = await uploadSource(await interviewer(), project.id, [file('Logboek.txt', talk)], fields());
		const id = uploaded.ok ? uploaded.value.id : '';
		const line = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_kind', 'object_id', 'actor_id', 'project_id', 'origin'])
			.where('object_id', '=', id)
			.execute();
		expect(line).toEqual([
			{
				action: 'source.upload',
				object_kind: 'source',
				object_id: id,
				actor_id: project.users.interviewer,
				project_id: project.id,
				origin: '127.0.0.1'
			}
		]);
	});

	test('takes a given title, study, kind and language, and reads empty fields of a form as left out', async () => {
		const given = fields({
			title: '  Eigen titel ',
			studyId: project.studyId,
			kind: 'note',
			language: 'ar',
			conductedOn: ''
		});
		const uploaded = await uploadSource(await interviewer(), project.id, [file('x.txt', talk)], given);
		expect(uploaded).toMatchObject({
			ok: true,
			value: { title: 'Eigen titel', studyName: 'Gesprekken', kind: 'note', language: 'ar', conductedOn: null }
		});
	});

	test('of the same words with and without BOM, CRLF or NFD gives the same text and the same places', async () => {
		const forms = [talk, talk.slice(1), talk.replaceAll('\r\n', '\n'), talk.normalize('NFC')];
		const read = [];
		for (const [index, form] of forms.entries()) {
			const context = await interviewer();
			const uploaded = await uploadSource(context, project.id, [file(`vorm ${index}.txt`, form)], fields());
			const answer = await readSource(context, project.id, uploaded.ok ? uploaded.value.id : '');
			read.push(
				answer.ok && { sha: answer.value.sha256, turns: answer.value.turns.map(({ start, end }) => [start, end]) }
			);
		}
		expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1);
	});
});

describe('a long interview in Word', () => {
	test('of 8,000 words is stored, time after time', async () => {
		const words = 'Ik woon hier al jaren met veel plezier, één huis verder 😀. '.repeat(10);
		const turns = Array.from({ length: 73 }, (_, index) => paragraph(`${index % 2 === 0 ? 'I' : 'R'}: ${words}`));
		const { bytes } = docxFile(turns.join(''));
		const context = await interviewer();
		for (let index = 0; index < 5; index += 1) {
			const uploaded = await uploadSource(context, project.id, [file(`lang ${index}.docx`, bytes)], fields());
			expect(uploaded.ok && uploaded.value.turns).toBe(73);
		}
	}, 60_000);
});

describe('a citizen service number (BSN) in a file', () => {
	test('is never stored: not in the text, the title or a label; the answer says so', async () => {
		const text = 'Interviewer: Wat is uw nummer 😀?\n123456782: Dat is 1234.56.782, en mijn klantnummer 123456789.\n';
		const uploaded = await uploadSource(
			await interviewer(),
			project.id,
			[file('gesprek 111222333.txt', text)],
			fields()
		);
		if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.problems));
		expect(uploaded.value.title).toBe('gesprek [BSN]');
		expect(uploaded.value.warnings).toContainEqual({ code: 'bsn-replaced', params: { count: 2 } });
		const stored = await readSource(await interviewer(), project.id, uploaded.value.id);
		if (!stored.ok) throw new Error('unread');
		expect(stored.value.text).toBe(
			'Interviewer: Wat is uw nummer 😀?\n[BSN]: Dat is [BSN], en mijn klantnummer 123456789.\n'
		);
		const characters = [...stored.value.text];
		expect(
			stored.value.turns.map(({ start, end }) => characters.slice(start, end).join('').trim()).join(' | ')
		).toContain('Dat is [BSN], en mijn klantnummer 123456789.');
		const rows = [];
		for (const table of tables) rows.push(await store.db.selectFrom(table).selectAll().execute());
		expect(JSON.stringify(rows)).not.toMatch(/123456782|1234\.56\.782|111222333/);
	});
});

describe('refused with a reason, and nothing is stored of', () => {
	const cases: readonly [string, () => unknown, Record<string, unknown>, string][] = [
		['no file', () => [], {}, 'file-missing'],
		['two files at once', () => [file('a.txt', talk), file('b.txt', talk)], {}, 'file-one-at-a-time'],
		['an empty file', () => [file('leeg.txt', '')], {}, 'file-empty'],
		['a file with NUL bytes', () => [file('nul.txt', 'I: a\0b')], {}, 'text-has-nul'],
		['a file of an unknown kind', () => [file('lied.mp9', 'abc')], {}, 'file-type-unknown'],
		['a text called .docx', () => [file('nep.docx', talk)], {}, 'file-extension-wrong'],
		['a group that does not exist', () => [file('a.txt', talk)], { group: 'iedereen' }, 'input-not-allowed'],
		['a day that is no day', () => [file('a.txt', talk)], { conductedOn: 'maart' }, 'input-invalid'],
		['an area that is no id', () => [file('a.txt', talk)], { areaId: 'Overvecht' }, 'input-not-an-id'],
		[
			'an area that is unknown',
			() => [file('a.txt', talk)],
			{ areaId: '01890000-0000-7000-8000-000000000000' },
			'frame-unknown'
		],
		['a field that does not exist', () => [file('a.txt', talk)], { status: 'released' }, 'input-unknown-field'],
		['a name without a title in it', () => [file('.txt', talk)], {}, 'source-title-empty']
	];
	test.each(cases)('%s', async (_, files, more, code) => {
		const before = await countRows();
		const uploaded = await uploadSource(
			await interviewer(),
			project.id,
			files() as { name: string; bytes: Uint8Array }[],
			fields(more)
		);
		expect(codesOf(uploaded)).toEqual([code]);
		expect(await countRows()).toEqual(before);
	});

	test('a title that is taken, also with other capitals and by somebody at the same moment', async () => {
		const context = await interviewer();
		const upload = (title: string) => uploadSource(context, project.id, [file('a.txt', talk)], fields({ title }));
		await upload('Vol bezet');
		const before = await countRows();
		expect(codesOf(await upload('VOL BEZET'))).toEqual(['source-title-taken']);
		expect(await countRows()).toEqual(before);
		const both = await Promise.all([upload('Gelijk'), upload('gelijk')]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.flatMap(codesOf)).toEqual(['source-title-taken']);
	});

	test("another project's area, wave and study, each named", async () => {
		const other = await addProject(store, 'Andere');
		const before = await countRows();
		const uploaded = await uploadSource(
			await interviewer(),
			project.id,
			[file('a.txt', talk)],
			fields({ areaId: other.areas.district, waveId: other.waves[2025], studyId: other.studyId })
		);
		expect(uploaded.ok ? [] : uploaded.problems.map(({ at }) => at)).toEqual(['areaId', 'waveId', 'studyId']);
		expect(await countRows()).toEqual(before);
	});
});

describe('who may upload', () => {
	test.each(['administrator', 'coder', 'codebook-manager', 'author', 'reader'] as const)(
		'not the role %s',
		async (role) => {
			const context = await contextFor(store, project.users[role]);
			expect(codesOf(await uploadSource(context, project.id, [file('a.txt', talk)], fields()))).toEqual([
				'not-allowed'
			]);
		}
	);

	test('an interviewer of one area only there', async () => {
		const local = await addUser(store, 'Interviewer Testwijk');
		await addMember(store, project.id, local, 'interviewer', [project.areas.district]);
		const context = await contextFor(store, local);
		expect((await uploadSource(context, project.id, [file('hier.txt', talk)], fields())).ok).toBe(true);
		const there = fields({ areaId: project.areas.other });
		expect(codesOf(await uploadSource(context, project.id, [file('daar.txt', talk)], there))).toEqual(['not-allowed']);
	});
});
