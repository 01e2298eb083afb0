import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listEvidence, tablesOfStudy } from '../../src/lib/server/store/study-evidence.ts';
import { listMemos } from '../../src/lib/server/views/list-memos.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { readSource } from '../../src/lib/server/views/read-source.ts';
import { testStore } from '../support/database.ts';
import { addUser, contextFor } from '../support/project.ts';

type Row = Readonly<Record<string, string>>;
const read = (name: string) =>
	Papa.parse<Row>(readFileSync(`static/demo/${name}`, 'utf8'), { header: true, skipEmptyLines: true }).data;
const interviews = read('interviews.csv');
const codings = read('codings.csv');
const pseudonyms = read('pseudonyms.csv');
const released = new Set(interviews.filter(({ status }) => status === 'released').map(({ file }) => file));

/** The words of a file as they are after its names were replaced. */
const withPlaceholders = (words: string, file: string): string =>
	pseudonyms
		.filter((row) => row['file'] === file)
		.toSorted((a, b) => (b['original'] ?? '').length - (a['original'] ?? '').length)
		.reduce((said, row) => said.replaceAll((row['original'] ?? '').normalize('NFC'), row['placeholder'] ?? ''), words);

let store: Store;
let context: Awaited<ReturnType<typeof contextFor>>;
let projectId: string;

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	const loaded = await loadDemo(context);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	projectId = loaded.value.projectId;
}, 120_000);
afterAll(() => store.close());

const stored = () =>
	store.db
		.selectFrom('codings')
		.innerJoin('sources', 'sources.id', 'codings.source_id')
		.innerJoin('codes', 'codes.id', 'codings.code_id')
		.innerJoin('users', 'users.id', 'codings.coder_id')
		.innerJoin('source_versions', (join) =>
			join
				.onRef('source_versions.source_id', '=', 'sources.id')
				.onRef('source_versions.version', '=', 'codings.version')
		)
		.select([
			'sources.title',
			'codings.quote',
			'codings.start_position',
			'codings.end_position',
			'codings.change',
			'codings.level',
			'codings.layer',
			'codes.name as code',
			'users.name as coder',
			'source_versions.text'
		])
		.where('codings.project_id', '=', projectId)
		.execute();

test('has memos of every kind about every kind of thing, with the words they are about', async () => {
	const listed = await listMemos(context, projectId, {});
	if (!listed.ok) throw new Error(JSON.stringify(listed.problems));
	const memos = listed.value.items;
	expect(memos.map(({ title }) => title).toSorted()).toEqual(
		read('memos.csv')
			.map(({ title = '' }) => title)
			.toSorted()
	);
	expect(new Set(memos.map(({ kind }) => kind)).size).toBe(3);
	expect(new Set(memos.map(({ about }) => about.kind)).size).toBe(5);
	const ofRows = (key: string) => read('memos.csv').flatMap((row) => (row[key] ? [row[key]] : []));
	expect(memos.flatMap(({ place }) => (place.quote ? [place.quote] : []))).toEqual(ofRows('quote'));
	expect(memos.filter(({ about }) => about.kind === 'turn').map(({ place }) => place.reference)).toEqual([
		'OVE-B-01 · 2023 · beurt 6'
	]);
	expect(memos.filter(({ settled }) => settled)).toHaveLength(ofRows('settledBy').length);
	expect(JSON.stringify(memos)).not.toContain('…');
});

describe('the demo', () => {
	test('has every coding of released interviews on exactly its words, and none of the others', async () => {
		const rows = await stored();
		expect(rows).toHaveLength(codings.filter(({ file }) => released.has(file ?? '')).length);
		for (const row of rows) expect([...row.text].slice(row.start_position, row.end_position).join('')).toBe(row.quote);
		const tuples = (list: readonly string[][]) => list.map((one) => one.join(' | ')).toSorted();
		expect(tuples(rows.map((row) => [row.title, row.quote, row.change ?? '', row.level ?? '', row.coder]))).toEqual(
			tuples(
				codings
					.filter(({ file }) => released.has(file ?? ''))
					.map(({ file = '', quote = '', change = '', level = '', coder = '' }) => [
						file.replace(/\.\w+$/, ''),
						withPlaceholders(quote.normalize('NFC'), file),
						change,
						level,
						coder.replace('codeur-', 'Codeur ')
					])
			)
		);
	});

	test('keeps the second coder in a layer that does not count', async () => {
		const rows = await stored();
		expect(new Set(rows.filter(({ coder }) => coder === 'Codeur 2').map(({ layer }) => layer))).toEqual(
			new Set(['second'])
		);
		expect(new Set(rows.filter(({ coder }) => coder === 'Codeur 1').map(({ layer }) => layer))).toEqual(
			new Set(['shared'])
		);
	});

	test('finds the second of two equal passages', async () => {
		const twice = codings.find(({ file, occurrence }) => file === 'VOL-B-03.txt' && occurrence === '2');
		const rows = (await stored()).filter(({ quote, title }) => title === 'VOL-B-03' && quote === twice?.quote);
		const text = rows[0]?.text ?? '';
		const second = text.indexOf(twice?.quote ?? '', text.indexOf(twice?.quote ?? '') + 1);
		expect(rows.map(({ start_position }) => start_position)).toContain([...text.slice(0, second)].length);
	});

	test('has all interviews with status, place, group and consent of their list, under the label of their references', async () => {
		const list = await listSources(context, projectId, { limit: 100 });
		if (!list.ok) throw new Error('no list');
		expect(
			list.value.items.map(({ title, waveYear, group, status, quotesAllowed, conductedOn, language }) => [
				title,
				waveYear,
				group,
				status,
				quotesAllowed,
				conductedOn,
				language
			])
		).toEqual(
			interviews
				.map((row) => [
					row['label'],
					Number(row['wave']),
					row['group'],
					row['status'] === 'blocked' ? 'pseudonymising' : row['status'],
					row['consentQuote'] === 'yes',
					row['month'],
					row['language']
				])
				.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
		);
	});

	test('has no name of its list in a released interview, and the citizen service number nowhere', async () => {
		const list = await listSources(context, projectId, { limit: 100 });
		for (const { id, title, status } of list.ok ? list.value.items : []) {
			const source = await readSource(context, projectId, id);
			if (!source.ok) throw new Error(title);
			const names = pseudonyms.filter(({ file = '' }) => file.replace(/\.\w+$/, '') === title);
			const left = names.filter(({ original = '' }) => source.value.text.includes(original.normalize('NFC')));
			const expected = status === 'released' ? [] : names.filter(({ kind }) => kind !== 'BSN');
			expect([title, left.map(({ original }) => original)]).toEqual([title, expected.map(({ original }) => original)]);
		}
		const rows = [
			await store.db.selectFrom('source_versions').select('text').execute(),
			await store.db.selectFrom('pseudonym_keys').select('sealed').execute()
		];
		expect(JSON.stringify(rows)).not.toContain('123456782');
	});

	test('carried every coding to the replaced text: none lost, none waiting for a look', async () => {
		const rows = await store.db
			.selectFrom('codings')
			.innerJoin('sources', 'sources.id', 'codings.source_id')
			.select(['codings.version as on', 'sources.version as present', 'changed_in', 'orphaned_in', 'quote'])
			.where('codings.project_id', '=', projectId)
			.execute();
		expect(rows.filter(({ on, present }) => on !== present)).toEqual([]);
		expect(rows.filter(({ changed_in, orphaned_in }) => changed_in !== null || orphaned_in !== null)).toEqual([]);
		expect(rows.some(({ quote }) => quote.includes('[NAAM_1] bijvoorbeeld, die belt mij eerder dan 112.'))).toBe(true);
	});

	test('knows who asks and who answers in every interview', async () => {
		const list = await listSources(context, projectId, { limit: 100 });
		for (const { id, title } of list.ok ? list.value.items : []) {
			const source = await readSource(context, projectId, id);
			if (!source.ok) throw new Error(title);
			const roles = new Set(source.value.speakers.map(({ role }) => role));
			expect([title, roles.has('interviewer'), roles.has('respondent')]).toEqual([title, true, true]);
			expect([title, roles.has('interpreter')]).toEqual([
				title,
				interviews.some((row) => row['label'] === title && row['interpreter'] === 'yes')
			]);
		}
	});

	test('has people who cannot sign in as its coders', async () => {
		const coders = await store.db
			.selectFrom('users')
			.select(['email', 'password_hash'])
			.where('email', 'like', '%@demo.invalid')
			.execute();
		expect(coders.map(({ email }) => email).toSorted()).toEqual(['codeur-1@demo.invalid', 'codeur-2@demo.invalid']);
		for (const { password_hash } of coders) expect(password_hash).not.toMatch(/^\$argon2/);
	});

	test('loaded again is a second project with a name of its own', async () => {
		const again = await loadDemo(context);
		expect(again.ok).toBe(true);
		const projects = await store.db
			.selectFrom('projects')
			.select(['name', 'is_fictional'])
			.orderBy('created_at')
			.orderBy('id')
			.execute();
		expect(projects).toHaveLength(2);
		expect(new Set(projects.map(({ name }) => name)).size).toBe(2);
		expect(projects.every(({ is_fictional }) => is_fictional)).toBe(true);
	}, 60_000);
});

test('the counter of codings equals a count, for every code and source', async () => {
	const counted = await store.db
		.selectFrom('codings')
		.select(['code_id', 'source_id', ({ fn }) => fn.countAll<string>().as('codings')])
		.where('deleted_at', 'is', null)
		.where('layer', '=', 'shared')
		.groupBy(['code_id', 'source_id'])
		.execute();
	const kept = await store.db.selectFrom('coding_counts').selectAll().where('codings', '>', 0).execute();
	const tuples = (rows: readonly { code_id: string; source_id: string; codings: string | number }[]) =>
		rows.map(({ code_id, source_id, codings: n }) => `${code_id} ${source_id} ${n}`).toSorted();
	expect(tuples(kept)).toEqual(tuples(counted));
});

test('what studies found is there, and is about areas, pillars and rounds', async () => {
	const { findings, tables } = await listEvidence(store.db, projectId);
	expect(findings.map(({ text }) => text).toSorted()).toEqual(
		read('findings.csv')
			.map((row) => row['text'])
			.toSorted()
	);
	for (const { pillarIds, areaIds, waveIds } of findings)
		expect([pillarIds.length, areaIds.length, waveIds.length > 0]).toEqual([1, 1, true]);
	const [careers] = await tablesOfStudy(store.db, projectId, tables[0]?.studyId ?? '');
	expect(careers?.columns).toHaveLength(5);
	expect(careers?.rows).toHaveLength(4);
	expect(careers?.rows[0]?.slice(1)).toEqual(['33', '27', '24', '29']);
});
