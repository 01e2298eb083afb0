import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SourceImport } from '../../src/lib/domain/source/source-import.ts';
import { cancelImport } from '../../src/lib/server/commands/cancel-import.ts';
import { deleteSource } from '../../src/lib/server/commands/delete-source.ts';
import { importSources } from '../../src/lib/server/commands/import-sources.ts';
import { importsAtRest, resumeImports, stopImports, tendImports } from '../../src/lib/server/commands/run-imports.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listSourceImports, readSourceImport } from '../../src/lib/server/views/source-imports.ts';
import { codesOf, fixture, textFile, utf8, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
});
beforeAll(async () => {
	project = await addProject(store);
});
afterEach(() => importsAtRest(store.db));
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
const archive = (parts: Readonly<Record<string, string>>) => ({
	name: 'gesprekken.zip',
	bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])))
});
const rest = async (id: string): Promise<SourceImport> => {
	await importsAtRest(store.db);
	return valueOf(await readSourceImport(await interviewer(), project.id, id));
};
const outcomes = ({ files }: SourceImport) =>
	files.map(({ title, state, told }) => [title, state, told.map(({ code }) => code)]);
const countOf = async (table: 'source_import_files' | 'import_jobs') =>
	Number(
		(
			await store.db
				.selectFrom(table)
				.select(({ fn }) => fn.countAll<string>().as('n'))
				.executeTakeFirstOrThrow()
		).n
	);

describe('a zip of interviews', () => {
	test('becomes a source for each file that can be read; a bad one stops none of the others, and says why', async () => {
		const made = valueOf(
			await importSources(await interviewer(), project.id, [fixture('formats/gesprekken.zip')], fields())
		);
		expect(made.files).toHaveLength(7);
		const done = await rest(made.id);
		expect(outcomes(done)).toEqual([
			['een', 'stored', []],
			['gesprek', 'stored', []],
			['leeg', 'refused', ['file-empty']],
			['foto', 'refused', ['file-is-picture']],
			['een (2)', 'stored', []],
			['binnenin', 'refused', ['archive-not-one-file']],
			['wijzer', 'refused', ['archive-link']]
		]);
		expect(done.files.map(({ sourceId }) => sourceId !== null)).toEqual([true, true, false, false, true, false, false]);
	});

	test('tells of each file what was left out', async () => {
		const bytes = zipSync({ 'Alles in een.odt': fixture('formats/alles.odt').bytes });
		const made = valueOf(await importSources(await interviewer(), project.id, [{ name: 'a.zip', bytes }], fields()));
		const [file] = (await rest(made.id)).files;
		expect(file?.told.map(({ code }) => code)).toContain('left-out-comments');
	});

	test('keeps nothing of what was sent once all of it was read', async () => {
		expect(await countOf('source_import_files')).toBe(0);
	});

	test('puts everything where it belongs, and says who did it', async () => {
		const given = fields({ group: 'professional', conductedOn: '2025-03', studyId: project.studyId, language: 'fr' });
		const made = valueOf(
			await importSources(await interviewer(), project.id, [archive({ 'Waar hoort het.txt': 'I: a' })], given)
		);
		const [file] = (await rest(made.id)).files;
		const source = await store.db
			.selectFrom('sources')
			.select(['title', 'group', 'conducted_on', 'study_id', 'language', 'uploaded_by', 'status'])
			.where('id', '=', file?.sourceId ?? '')
			.executeTakeFirstOrThrow();
		expect(source).toEqual({
			title: 'Waar hoort het',
			group: 'professional',
			conducted_on: '2025-03',
			study_id: project.studyId,
			language: 'fr',
			uploaded_by: project.users.interviewer,
			status: 'uploaded'
		});
		const line = await store.db
			.selectFrom('audit_events')
			.select(['action', 'actor_id', 'origin'])
			.where('object_id', '=', file?.sourceId ?? '')
			.execute();
		expect(line).toEqual([{ action: 'source.upload', actor_id: project.users.interviewer, origin: '127.0.0.1' }]);
	});
});

describe('many files at once', () => {
	test('are all taken in, with a title of their own', async () => {
		const files = Array.from({ length: 60 }, (_, index) => textFile(`Velen ${index}.txt`, `I: gesprek ${index} 😀`));
		const made = valueOf(await importSources(await interviewer(), project.id, files, fields()));
		expect(outcomes(await rest(made.id))).toEqual(
			files.map((_, index) => [`Velen ${index}`, 'stored', ['transcript-without-speakers'].slice(1)])
		);
	});

	test('a title that is taken refuses only that file', async () => {
		const context = await interviewer();
		valueOf(await uploadSource(context, project.id, [textFile('Bezet.txt', 'I: a')], fields()));
		const made = valueOf(
			await importSources(context, project.id, [textFile('Bezet.txt', 'I: b'), textFile('Vrij.txt', 'I: c')], fields())
		);
		expect(outcomes(await rest(made.id))).toEqual([
			['Bezet', 'refused', ['source-title-taken']],
			['Vrij', 'stored', []]
		]);
	});

	test('a zip among them that cannot be opened is told in its row', async () => {
		const files = [fixture('hostile/bomb-overlap.zip'), textFile('Naast de bom.txt', 'I: a')];
		const made = valueOf(await importSources(await interviewer(), project.id, files, fields()));
		const done = await rest(made.id);
		expect(done.files.map(({ state, told }) => [state, told.map(({ code }) => code)])).toEqual([
			['refused', ['zip-unsafe']],
			['stored', []]
		]);
	});

	test('a source that is removed later leaves its row without a link', async () => {
		const made = valueOf(
			await importSources(await interviewer(), project.id, [textFile('Gaat weg.txt', 'I: a')], fields())
		);
		const sourceId = (await rest(made.id)).files[0]?.sourceId ?? '';
		const administrator = await contextFor(store, project.users.administrator);
		const removed = await deleteSource(administrator, project.id, sourceId, {});
		expect([codesOf(removed), (await rest(made.id)).files[0]?.sourceId]).toEqual([[], null]);
	});
});

describe('refused as a whole, and nothing is kept of', () => {
	const cases: readonly [string, () => { name: string; bytes: Uint8Array }[], Record<string, unknown>, string][] = [
		['no file', () => [], {}, 'file-missing'],
		['a zip that cannot be opened', () => [fixture('hostile/bomb-200k-entries.zip')], {}, 'zip-too-many-parts'],
		['a zip without files', () => [archive({ '__MACOSX/x': '' })], {}, 'archive-empty'],
		[
			'more than 500 files',
			() => [archive(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}.txt`, 'I: a'])))],
			{},
			'archive-too-many-files'
		],
		[
			'more than 500 files in two',
			() =>
				['a', 'b'].map((letter) =>
					archive(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${letter}${index}.txt`, 'I: a'])))
				),
			{},
			'import-too-many-files'
		],
		['a title for all', () => [textFile('a.txt', 'I: a')], { title: 'Een' }, 'input-unknown-field'],
		[
			'an area that is unknown',
			() => [textFile('a.txt', 'I: a')],
			{ areaId: '01890000-0000-7000-8000-000000000000' },
			'frame-unknown'
		]
	];
	test.each(cases)('%s', async (_, files, more, code) => {
		const before = await countOf('import_jobs');
		expect(codesOf(await importSources(await interviewer(), project.id, files(), fields(more)))).toEqual([code]);
		expect(await countOf('import_jobs')).toBe(before);
	});
});

describe('an import that is interrupted', () => {
	const files = (name: string) =>
		Array.from({ length: 5 }, (_, index) => textFile(`${name} ${index}.txt`, `I: ${name} ${index}`));

	test('goes on after a restart, and makes no source twice', async () => {
		const context = await interviewer();
		stopImports();
		const made = valueOf(await importSources(context, project.id, files('Herstart'), fields()));
		expect(outcomes(await rest(made.id)).every(([, state]) => state === 'waiting')).toBe(true);
		// as if the process had ended while it read the first
		await store.db
			.updateTable('import_jobs')
			.set({ state: 'reading', claimed_at: context.now() })
			.where('import_id', '=', made.id)
			.where('place', '=', 1)
			.execute();
		await resumeImports(context, true);
		expect(outcomes(await rest(made.id))).toEqual(
			files('Herstart').map((_, index) => [`Herstart ${index}`, 'stored', []])
		);
		const twice = await store.db.selectFrom('sources').select('title').where('title', 'like', 'Herstart%').execute();
		expect(twice).toHaveLength(5);
	});

	test('what another process is reading is left to it while it may still be at it', async () => {
		const context = await interviewer();
		stopImports();
		const made = valueOf(await importSources(context, project.id, files('Elders'), fields()));
		await store.db
			.updateTable('import_jobs')
			.set({ state: 'reading', claimed_at: context.now() })
			.where('import_id', '=', made.id)
			.where('place', '=', 1)
			.execute();
		await resumeImports(context, false);
		const done = await rest(made.id);
		expect(done.files.map(({ state }) => state)).toEqual(['reading', 'stored', 'stored', 'stored', 'stored']);
		await cancelImport(context, project.id, made.id);
		await store.db.updateTable('import_jobs').set({ state: 'cancelled' }).where('state', '=', 'reading').execute();
	});

	test('what a process left unfinished when it died is taken over without a restart', async () => {
		const context = await interviewer();
		stopImports();
		const made = valueOf(await importSources(context, project.id, files('Gestorven'), fields()));
		const first = (claimedAt: Date) =>
			store.db
				.updateTable('import_jobs')
				.set({ state: 'reading', claimed_at: claimedAt })
				.where('import_id', '=', made.id)
				.where('place', '=', 1)
				.execute();
		await first(context.now());
		const end = await tendImports(context, false, 20);
		try {
			expect((await rest(made.id)).files.map(({ state }) => state)[0]).toBe('reading');
			await first(new Date(context.now().getTime() - 180_000));
			await expect
				.poll(async () => (await rest(made.id)).files.every(({ state }) => state === 'stored'), { timeout: 10_000 })
				.toBe(true);
		} finally {
			end();
			await importsAtRest(store.db);
		}
	});

	test('can be stopped: what waits is let go, what is stored stays', async () => {
		const context = await interviewer();
		stopImports();
		const made = valueOf(await importSources(context, project.id, files('Stop'), fields()));
		await importsAtRest(store.db);
		const cancelled = valueOf(await cancelImport(context, project.id, made.id));
		expect(cancelled.files.map(({ state }) => state)).toEqual(Array(5).fill('cancelled'));
		await resumeImports(context, true);
		expect((await rest(made.id)).files.every(({ state }) => state === 'cancelled')).toBe(true);
		const kept = await store.db
			.selectFrom('source_import_files')
			.select('id')
			.where('import_id', '=', made.id)
			.execute();
		expect(kept).toEqual([]);
	});

	test('by the loss of a right refuses what still waits', async () => {
		const context = await contextFor(store, project.users.interviewer);
		stopImports();
		const made = valueOf(await importSources(context, project.id, files('Recht'), fields()));
		await importsAtRest(store.db);
		await store.db
			.updateTable('users')
			.set({ disabled_at: context.now() })
			.where('id', '=', context.actor.userId)
			.execute();
		await resumeImports(context, true);
		const done = await rest(made.id);
		expect(new Set(done.files.map(({ state, told }) => `${state} ${told[0]?.code}`))).toEqual(
			new Set(['refused not-allowed'])
		);
		await store.db.updateTable('users').set({ disabled_at: null }).where('id', '=', context.actor.userId).execute();
	});
});

describe('who sees an import', () => {
	test('only who made it: to others it does not exist', async () => {
		const made = valueOf(
			await importSources(await interviewer(), project.id, [textFile('Van mij.txt', 'I: a')], fields())
		);
		const { addMember, addUser } = await import('../support/project.ts');
		const colleague = await addUser(store, 'Collega');
		await addMember(store, project.id, colleague, 'interviewer');
		const theirs = await contextFor(store, colleague);
		expect(codesOf(await readSourceImport(theirs, project.id, made.id))).toEqual(['import-unknown']);
		expect(codesOf(await cancelImport(theirs, project.id, made.id))).toEqual(['import-unknown']);
		expect(valueOf(await listSourceImports(theirs, project.id, {})).items).toEqual([]);
		const own = valueOf(await listSourceImports(await interviewer(), project.id, { limit: 1 }));
		expect(own.items.map(({ id }) => id)).toEqual([made.id]);
		expect(own.nextCursor).not.toBeNull();
	});
});
