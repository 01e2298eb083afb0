import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteSource, restoreSource } from '../../src/lib/server/commands/delete-source.ts';
import { importSources } from '../../src/lib/server/commands/import-sources.ts';
import { destroyOriginal, openOriginal } from '../../src/lib/server/commands/open-original.ts';
import { importsAtRest } from '../../src/lib/server/commands/run-imports.ts';
import { sweepDeleted, sweepOriginals } from '../../src/lib/server/commands/sweep-originals.ts';
import { updateProject } from '../../src/lib/server/commands/update-project.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { withdrawCase } from '../../src/lib/server/commands/withdraw-case.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import { closeParsing } from '../../src/lib/server/parsing/parse.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readSourceImport } from '../../src/lib/server/views/source-imports.ts';
import { viewRetention } from '../../src/lib/server/views/retention-page.ts';
import { viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import { codesOf, textFile, utf8, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor, testNow, type TestProject } from '../support/project.ts';

const reason = { reason: 'De deelnemer vroeg om inzage.' };
const talk = 'I: Hoe is het?\nR: Goed 😀, zegt Fatima Yıldız.';
const withBsn = 'I: Uw nummer?\nR: 111222333, dacht ik.';

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

const as = (role: keyof TestProject['users'], overrides = {}) => contextFor(store, project.users[role], overrides);
const fields = () => ({ areaId: project.areas.district, waveId: project.waves[2025], group: 'resident' });
const upload = async (text = talk, name = 'Gesprek met Fatima.txt') =>
	valueOf(await uploadSource(await as('interviewer'), project.id, [textFile(name, text)], fields()));
const open = async (id: string, overrides = {}) =>
	openOriginal(await as('key-holder', overrides), project.id, id, reason);
const original = async (id: string) => valueOf(await viewPseudonyms(await as('interviewer'), project.id, id)).original;
const release = async (id: string) =>
	valueOf(await updateSource(await as('interviewer'), project.id, id, { status: 'released' }));
const after = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const sweep = async (at: Date) => sweepOriginals(await as('stranger', { now: () => at }));
const rowOf = (id: string) =>
	store.db.selectFrom('source_uploads').selectAll().where('source_id', '=', id).executeTakeFirst();
const logOf = async (id: string) =>
	(
		await store.db
			.selectFrom('audit_events')
			.select(['action', 'actor_id'])
			.where('object_id', '=', id)
			.where('action', 'like', 'original.%')
			.orderBy('sequence')
			.execute()
	).map(({ action, actor_id }) => [action, actor_id]);
const linesOf = (id: string) =>
	store.db.selectFrom('destructions').select(['kind', 'why', 'state', 'bytes']).where('source_id', '=', id).execute();

describe('the file of an interview', () => {
	test('is kept sealed with its name, and comes back byte for byte to the holder of the key, who says why', async () => {
		const { id } = await upload();
		const row = await rowOf(id);
		expect(row).toMatchObject({ state: 'kept', format: 'txt', bytes: utf8(talk).length });
		const stored = Buffer.from(row?.sealed ?? []).toString('latin1');
		expect(stored).not.toMatch(/Fatima|Goed/);
		const file = valueOf(await open(id));
		expect(file.name).toBe('Gesprek met Fatima.txt');
		expect(Buffer.from(file.bytes)).toEqual(Buffer.from(utf8(talk)));
		const seen = valueOf(await viewPseudonyms(await as('key-holder'), project.id, id));
		expect(seen.openings).toMatchObject([{ act: 'original-opened', ...reason, by: 'Test key-holder' }]);
		expect(await logOf(id)).toEqual([['original.open', project.users['key-holder']]]);
	});

	test('is for nobody else, not without a reason, and not with another secret', async () => {
		const { id } = await upload();
		for (const role of ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader'] as const)
			expect([role, (await openOriginal(await as(role), project.id, id, reason)).ok]).toEqual([role, false]);
		expect(codesOf(await openOriginal(await as('key-holder'), project.id, id, { reason: 'zomaar' }))).toEqual([
			'key-reason-needed'
		]);
		expect(codesOf(await open(id, { secret: new Uint8Array(32).fill(9) }))).toEqual(['original-unreadable']);
		const other = await upload(talk, 'Ander.txt');
		await store.db.deleteFrom('source_uploads').where('source_id', '=', other.id).execute();
		await store.db
			.updateTable('source_uploads')
			.set({ source_id: other.id } as never)
			.where('source_id', '=', id)
			.execute();
		expect(codesOf(await open(other.id))).toEqual(['original-unreadable']);
	});

	test('is not kept when a citizen service number stood in it, and that is said', async () => {
		const uploaded = await upload(withBsn, 'Nummer.txt');
		expect(uploaded.warnings.map(({ code }) => code)).toEqual(['bsn-replaced', 'original-with-bsn']);
		expect(await rowOf(uploaded.id)).toMatchObject({ state: 'bsn', sealed: null, sha256: '' });
		expect(await original(uploaded.id)).toMatchObject({ state: 'bsn' });
		expect(codesOf(await open(uploaded.id))).toEqual(['original-gone']);
	});

	test('is not kept either when such a number stands where nobody reads it', async () => {
		const page = '<html><body><!-- 111222333 --><p>I: Hoe is het 😀?</p><p>R: Goed.</p></body></html>';
		const uploaded = await upload(page, 'Opgeslagen pagina.html');
		expect(uploaded.warnings.map(({ code }) => code)).toContain('original-with-bsn');
		expect(await rowOf(uploaded.id)).toMatchObject({ state: 'bsn', sealed: null, sha256: '' });
	});

	test('is not kept where the project keeps none', async () => {
		valueOf(await updateProject(await as('administrator'), project.id, { originalDays: 0 }));
		const { id, warnings } = await upload(withBsn);
		expect(await original(id)).toBeNull();
		expect(warnings.map(({ code }) => code)).toEqual(['bsn-replaced']);
	});

	test('is kept for each file of an import, and what waits to be read is sealed', async () => {
		const bytes = zipSync({ 'een.txt': utf8(talk), 'twee.txt': utf8(withBsn) });
		const context = await as('interviewer');
		const made = valueOf(await importSources(context, project.id, [{ name: 'samen.zip', bytes }], fields()));
		await importsAtRest(store.db);
		const [first, second] = valueOf(await readSourceImport(context, project.id, made.id)).files;
		expect(Buffer.from(valueOf(await open(first?.sourceId ?? '')).bytes)).toEqual(Buffer.from(utf8(talk)));
		expect(await original(second?.sourceId ?? '')).toMatchObject({ state: 'bsn' });
		expect(second?.told.map(({ code }) => code)).toEqual(['bsn-replaced', 'original-with-bsn']);
	});
});

describe('the file of an interview goes', () => {
	test('when its days after the release are over, by the clock, and leaves a line without content', async () => {
		const { id } = await upload();
		expect(await sweep(after(400))).toBe(0);
		await release(id);
		expect(await original(id)).toMatchObject({ state: 'kept', keptUntil: after(30).toISOString() });
		expect(await sweep(after(29.9))).toBe(0);
		expect(await sweep(after(30))).toBe(1);
		expect(await sweep(after(31))).toBe(0);
		expect(await rowOf(id)).toMatchObject({ state: 'destroyed', sealed: null, nonce: null });
		expect(await original(id)).toMatchObject({ state: 'destroyed', destroyedAt: after(30).toISOString() });
		expect(codesOf(await open(id))).toEqual(['original-gone']);
		expect(await logOf(id)).toEqual([['original.destroy', null]]);
		expect(await linesOf(id)).toEqual([{ kind: 'original', why: 'term', state: 'done', bytes: utf8(talk).length }]);
	});

	test('when the project stops keeping them', async () => {
		await upload();
		valueOf(await updateProject(await as('administrator'), project.id, { originalDays: 0 }));
		expect(await sweep(testNow)).toBe(1);
	});

	test('when the interview is deleted; what comes back comes without it', async () => {
		const { id } = await upload();
		valueOf(await deleteSource(await as('interviewer'), project.id, id));
		expect(await rowOf(id)).toMatchObject({ state: 'destroyed', sealed: null });
		valueOf(await restoreSource(await as('interviewer'), project.id, id));
		expect(await original(id)).toMatchObject({ state: 'destroyed' });
		expect((await linesOf(id)).map(({ why }) => why)).toEqual(['deletion']);
	});

	test('when a participant withdraws', async () => {
		const { id } = await upload();
		const links = [{ sourceId: id, speakerId: null }];
		const kase = await addPerson(await as('interviewer'), project.id, { label: 'TES-B-01', links });
		valueOf(await withdrawCase(await as('administrator'), project.id, kase.id, { way: 'paper' }));
		expect(await rowOf(id)).toBeUndefined();
		expect(await logOf(id)).toEqual([['original.destroy', project.users.administrator]]);
	});

	test('by hand, by the holder of the key alone', async () => {
		const { id } = await upload();
		expect(codesOf(await destroyOriginal(await as('interviewer'), project.id, id, reason))).toEqual(['not-allowed']);
		valueOf(await destroyOriginal(await as('key-holder'), project.id, id, reason));
		expect(await rowOf(id)).toMatchObject({ state: 'destroyed', sealed: null });
		expect(codesOf(await destroyOriginal(await as('key-holder'), project.id, id, reason))).toEqual(['original-gone']);
		expect((await linesOf(id)).map(({ why }) => why)).toEqual(['hand']);
	});
});

describe('a deleted interview', () => {
	const retained = async () => valueOf(await viewRetention(await as('key-holder'), project.id));
	const sweepAway = async (at: Date) => sweepDeleted(await as('stranger', { now: () => at }));

	test('stands among what is kept with the day on which it goes, and goes then with its key', async () => {
		const { id, title } = await upload();
		await sealOf(id);
		valueOf(await deleteSource(await as('interviewer'), project.id, id));
		expect((await retained()).items).toMatchObject([
			{ sourceId: id, title, keyEntries: 1, versions: 1, proposal: null, goesAt: after(30).toISOString() }
		]);
		expect(await sweepAway(after(29.9))).toBe(0);
		expect(await sweepAway(after(30))).toBe(1);
		expect(await sweepAway(after(31))).toBe(0);
		expect(await rowsOf(id)).toEqual([0, 0, 0]);
		const { items, destroyed } = await retained();
		expect(items).toEqual([]);
		expect(destroyed.find(({ kind }) => kind === 'interview')).toMatchObject({
			...{ title: null, why: 'deletion', keyEntries: 1, versions: 1, proposedBy: null, decidedBy: null }
		});
		expect(codesOf(await restoreSource(await as('interviewer'), project.id, id))).toEqual(['source-unknown']);
	});

	test('that came back in time stays', async () => {
		const { id } = await upload();
		valueOf(await deleteSource(await as('interviewer'), project.id, id));
		valueOf(await restoreSource(await as('interviewer'), project.id, id));
		expect(await sweepAway(after(400))).toBe(0);
		expect((await retained()).items).toEqual([]);
	});

	/** A line of a key and a sealed text, as a replacement leaves them. */
	const sealOf = async (source_id: string) => {
		const sealed = { source_id, key_version: 'k', nonce: 'n', sealed: 's' };
		const made = { made_by: project.users.interviewer, made_at: testNow };
		await store.db
			.insertInto('pseudonym_keys')
			.values({ id: newId(), kind: 'name', placeholder: '[NAAM_1]', ...sealed, ...made })
			.execute();
		await store.db
			.insertInto('source_originals')
			.values({ version: 1, ...sealed })
			.execute();
	};

	const rowsOf = async (id: string) => {
		const counted = [];
		for (const table of ['pseudonym_keys', 'source_originals', 'source_versions'] as const)
			counted.push((await store.db.selectFrom(table).select('source_id').where('source_id', '=', id).execute()).length);
		return counted;
	};
});
