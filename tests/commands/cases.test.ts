import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCase } from '#lib/server/commands/add-case.ts';
import { deleteCase } from '#lib/server/commands/delete-case.ts';
import { recordConsent } from '#lib/server/commands/record-consent.ts';
import { updateCase } from '#lib/server/commands/update-case.ts';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { addVariable, deleteVariable, updateVariable } from '#lib/server/commands/change-variables.ts';
import type { Store } from '#lib/server/store/database.ts';
import { listCases, listVariables, readCase } from '#lib/server/views/list-cases.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson, said } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let context: Awaited<ReturnType<typeof contextFor>>;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store, 'Deelnemers');
	context = await contextFor(store, project.users.interviewer);
});

const source = (status: 'uploaded' | 'released' = 'uploaded') =>
	addSource(store, project, 'Ik 😀 voel me in één wijk er\u0303g thuis.', { status });
const statusOf = async (id: string) =>
	(await store.db.selectFrom('sources').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;
const quotesOf = async (id: string) =>
	(await store.db.selectFrom('sources').select('quotes_allowed').where('id', '=', id).executeTakeFirstOrThrow())
		.quotes_allowed;

describe('writing a person down', () => {
	test('keeps a code, classes, interviews and answers, with who wrote them down', async () => {
		const one = await source();
		const made = valueOf(
			await addCase(context, project.id, {
				label: ' TES-B-01 ',
				group: 'resident',
				ageBand: '30-44',
				functionGroup: 'WELZIJN',
				values: { form: 'thuis', minor: 'no' },
				sourceIds: [one.id],
				consents: [
					{ purpose: 'participation', decidedOn: '2025-03-01', way: 'spoken', letter: 'brief 2' },
					{ purpose: 'quotes', state: 'refused' }
				]
			})
		);
		expect(made).toMatchObject({
			label: 'TES-B-01',
			version: 1,
			ageBand: '30-44',
			functionGroup: 'welzijn',
			values: { ageBand: '30-44', functionGroup: 'welzijn', form: 'thuis', minor: 'no' },
			isMinor: false,
			sourceIds: [one.id],
			hiddenSources: 0,
			consentNow: { participation: 'given', quotes: 'refused', recording: 'unknown' },
			withdrawnAt: null,
			permissions: { mayEdit: true, mayWithdraw: true, mayTakeAway: true }
		});
		expect(
			made.consents.map(({ purpose, decidedOn, way, letter, recordedBy }) => ({
				purpose,
				decidedOn,
				way,
				letter,
				by: recordedBy.name
			}))
		).toEqual([
			{ purpose: 'participation', decidedOn: '2025-03-01', way: 'spoken', letter: 'brief 2', by: 'Test interviewer' },
			{ purpose: 'quotes', decidedOn: '2025-06-01', way: 'paper', letter: '', by: 'Test interviewer' }
		]);
		expect(valueOf(await readCase(context, project.id, made.id))).toEqual(made);
		expect(context.events).toContainEqual(expect.objectContaining({ kind: 'case', change: 'added', ids: [made.id] }));
	});

	test.each([
		['a contact', { label: 'fatima@voorbeeld.nl' }, 'value-too-exact'],
		['a postcode', { label: 'Bewoner 3562 KN' }, 'value-too-exact'],
		['an exact age', { ageBand: '34' }, 'value-too-exact'],
		['a class that is none', { ageBand: '33-44' }, 'class-unknown'],
		['a property that is none', { values: { geboren: '1971' } }, 'variable-unknown'],
		['an interview that is none', { sourceIds: ['00000000-0000-7000-8000-000000000000'] }, 'source-unknown'],
		['a day to come', { consents: [{ purpose: 'quotes', decidedOn: '2025-06-02' }] }, 'consent-in-future'],
		['a field that is none', { email: 'a@b.nl' }, 'input-unknown-field']
	])('is refused with %s', async (_, change, code) => {
		const made = await addCase(context, project.id, { label: 'TES-B-02', group: 'resident', ...change });
		expect(codesOf(made)).toEqual([code]);
		if (!made.ok) expect(JSON.stringify(made.problems)).not.toMatch(/fatima|3562|1971|"34"/);
		expect(valueOf(await listCases(context, project.id, {})).items).toEqual([]);
	});

	test('takes a code once, whatever its capitals', async () => {
		await addPerson(context, project.id, { label: 'TES-B-03' });
		expect(codesOf(await addCase(context, project.id, { label: 'tes-b-03', group: 'resident' }))).toEqual([
			'case-label-taken'
		]);
	});

	test('keeps a voice only where it speaks', async () => {
		const [one, two] = [await source(), await source()];
		const made = await addCase(context, project.id, {
			label: 'TES-B-04',
			group: 'resident',
			links: [{ sourceId: one.id, speakerId: two.speakerId }]
		});
		expect(codesOf(made)).toEqual(['speaker-unknown']);
	});
});

describe('changing a person', () => {
	test('keeps what is left out, and is refused on another version', async () => {
		const one = await source();
		const kase = await addPerson(context, project.id, {
			label: 'TES-B-05',
			values: { ageBand: '30-44', form: 'thuis' }
		});
		const changed = valueOf(
			await updateCase(context, project.id, kase.id, {
				version: 1,
				values: { form: null },
				links: [{ sourceId: one.id, speakerId: one.speakerId }],
				withdrawalUntil: '2025-09-01'
			})
		);
		expect(changed).toMatchObject({
			version: 2,
			label: 'TES-B-05',
			values: { ageBand: '30-44' },
			lastDayToWithdraw: '2025-09-01'
		});
		expect(changed.sources).toEqual([
			expect.objectContaining({ sourceId: one.id, speakerLabel: 'R', participants: 1, status: 'uploaded' })
		]);
		expect(codesOf(await updateCase(context, project.id, kase.id, { version: 1, label: 'X' }))).toEqual([
			'case-changed'
		]);
	});

	test('somebody without an interview can be taken off the record, somebody with one cannot', async () => {
		const one = await source();
		const mistake = await addPerson(context, project.id, { label: 'TES-B-06' });
		const person = await addPerson(context, project.id, {
			label: 'TES-B-07',
			links: [{ sourceId: one.id, speakerId: null }]
		});
		expect((await deleteCase(context, project.id, mistake.id)).ok).toBe(true);
		expect(codesOf(await readCase(context, project.id, mistake.id))).toEqual(['case-unknown']);
		expect(codesOf(await deleteCase(context, project.id, person.id))).toEqual(['case-in-use']);
	});
});

describe('release', () => {
	test('waits for consent of everybody in the interview, and of a parent of who is under 16', async () => {
		const one = await source();
		const link = { sourceId: one.id, speakerId: null };
		const kase = await addPerson(context, project.id, { label: 'TES-B-10', links: [link], answers: {} });
		const child = await addPerson(context, project.id, {
			label: 'TES-B-11',
			links: [link],
			values: { minor: 'yes' },
			answers: { participation: 'given' }
		});
		const release = () => updateSource(context, project.id, one.id, { status: 'released' });
		const refused = await release();
		expect(refused).toMatchObject({
			ok: false,
			problems: [{ code: 'consent-missing', params: { labels: 'TES-B-10, TES-B-11' } }]
		});
		await recordConsent(context, project.id, kase.id, { consents: said({ participation: 'given' }) });
		expect(codesOf(await release())).toEqual(['consent-missing']);
		await recordConsent(context, project.id, child.id, { consents: said({ parental: 'given' }) });
		expect(valueOf(await release()).status).toBe('released');
	});

	test('goes on without participants on record, unless the project asks for consent', async () => {
		const [one, two] = [await source(), await source()];
		expect(valueOf(await updateSource(context, project.id, one.id, { status: 'released' })).status).toBe('released');
		await store.db.updateTable('projects').set({ asks_for_consent: true }).where('id', '=', project.id).execute();
		expect(codesOf(await updateSource(context, project.id, two.id, { status: 'released' }))).toEqual([
			'consent-without-case'
		]);
	});

	test('ends when somebody refuses or withdraws: the interview becomes restricted, with all its codings', async () => {
		const one = await source('released');
		const code = await addCode(store, project, 'Thuis');
		await addCoding(store, project, one, { start: 0, end: 4 }, code);
		const kase = await addPerson(context, project.id, {
			label: 'TES-B-12',
			links: [{ sourceId: one.id, speakerId: null }]
		});
		expect(await statusOf(one.id)).toBe('released');
		const answer = valueOf(
			await recordConsent(context, project.id, kase.id, {
				consents: [{ purpose: 'participation', state: 'withdrawn', decidedOn: '2025-05-01' }]
			})
		);
		expect(answer.restricted.map(({ sourceId }) => sourceId)).toEqual([one.id]);
		expect(await statusOf(one.id)).toBe('restricted');
		expect(codesOf(await updateSource(context, project.id, one.id, { status: 'released' }))).toEqual([
			'consent-stopped'
		]);
		const left = await store.db.selectFrom('codings').select('id').where('source_id', '=', one.id).execute();
		expect(left).toHaveLength(1);
		expect(context.events).toContainEqual(
			expect.objectContaining({ kind: 'source', change: 'changed', ids: [one.id] })
		);
	});
});

describe('quotes', () => {
	test('follow from the people of an interview, and are not set by hand any more', async () => {
		const one = await source();
		const kase = await addPerson(context, project.id, {
			label: 'TES-B-20',
			links: [{ sourceId: one.id, speakerId: null }],
			answers: { participation: 'given' }
		});
		expect(await quotesOf(one.id)).toBe(false);
		expect(codesOf(await updateSource(context, project.id, one.id, { quotesAllowed: true }))).toEqual([
			'quotes-from-consent'
		]);
		expect((await updateSource(context, project.id, one.id, { quotesAllowed: false, language: 'en' })).ok).toBe(true);
		await recordConsent(context, project.id, kase.id, { consents: said({ quotes: 'given' }) });
		expect(await quotesOf(one.id)).toBe(true);
		await recordConsent(context, project.id, kase.id, { consents: said({ quotes: 'withdrawn' }, '2025-04-01') });
		expect(await quotesOf(one.id)).toBe(false);
	});

	test('stay as they were set where nobody is on record', async () => {
		const one = await source();
		expect(valueOf(await updateSource(context, project.id, one.id, { quotesAllowed: false })).quotesAllowed).toBe(
			false
		);
		expect(valueOf(await updateSource(context, project.id, one.id, { quotesAllowed: true })).quotesAllowed).toBe(true);
	});
});

describe('answers about consent', () => {
	test('are never changed: a later one follows, and the history stays', async () => {
		const kase = await addPerson(context, project.id, { label: 'TES-B-30', answers: { quotes: 'given' } });
		await recordConsent(context, project.id, kase.id, { consents: said({ quotes: 'withdrawn' }, '2025-04-01') });
		const after = valueOf(await readCase(context, project.id, kase.id));
		expect(after.consents.map(({ state, decidedOn }) => [state, decidedOn])).toEqual([
			['given', '2025-03-01'],
			['withdrawn', '2025-04-01']
		]);
		expect(
			codesOf(await recordConsent(context, project.id, kase.id, { consents: said({ quotes: 'given' }, '2025-03-15') }))
		).toEqual(['consent-before-last']);
		await expect(
			store.db.updateTable('consents').set({ state: 'given' }).where('case_id', '=', kase.id).execute()
		).rejects.toThrow();
	});
});

describe('the list', () => {
	test('is by code, a page at a time, and narrowed by group, state and part of the code', async () => {
		await addPerson(context, project.id, { label: 'B', answers: {} });
		await addPerson(context, project.id, { label: 'a' });
		await addPerson(context, project.id, { label: 'C', group: 'professional', withdrawalRequestedOn: '2025-05-01' });
		const labels = async (query: unknown) =>
			valueOf(await listCases(context, project.id, query)).items.map(({ label }) => label);
		expect(await labels({})).toEqual(['a', 'B', 'C']);
		expect(await labels({ group: 'professional' })).toEqual(['C']);
		expect(await labels({ state: 'missing' })).toEqual(['B']);
		expect(await labels({ state: 'requested' })).toEqual(['C']);
		expect(await labels({ state: 'open' })).toEqual(['a']);
		expect(await labels({ q: 'A' })).toEqual(['a']);
		const first = valueOf(await listCases(context, project.id, { limit: 2 }));
		expect(first.nextCursor).not.toBeNull();
		expect(await labels({ limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['C']);
	});
});

describe('properties', () => {
	test('can be added, renamed with everybody in a class, and taken away', async () => {
		const manager = await contextFor(store, project.users.administrator);
		const added = valueOf(await addVariable(manager, project.id, { name: 'Woning', classes: ['huur', 'koop'] }));
		const kase = await addPerson(context, project.id, { label: 'TES-B-40', values: { [added.key]: 'huur' } });
		expect(codesOf(await updateVariable(manager, project.id, added.key, { classes: ['koop'] }))).toEqual([
			'class-in-use'
		]);
		valueOf(
			await updateVariable(manager, project.id, added.key, {
				classes: ['huurwoning', 'koop'],
				renames: [{ from: 'huur', to: 'huurwoning' }]
			})
		);
		expect(valueOf(await readCase(context, project.id, kase.id)).values).toEqual({ [added.key]: 'huurwoning' });
		expect((await deleteVariable(manager, project.id, added.key)).ok).toBe(true);
		expect(valueOf(await readCase(context, project.id, kase.id)).values).toEqual({});
	});

	test('of the program can get other classes, but not exact ones, and stay', async () => {
		const manager = await contextFor(store, project.users.administrator);
		expect(codesOf(await updateVariable(manager, project.id, 'ageBand', { classes: ['16-29', '35'] }))).toEqual([
			'value-too-exact'
		]);
		valueOf(await updateVariable(manager, project.id, 'ageBand', { classes: ['16-29', '30+'] }));
		const { items } = valueOf(await listVariables(context, project.id));
		expect(items[0]).toEqual({
			key: 'ageBand',
			name: null,
			classes: ['16-29', '30+'],
			group: 'resident',
			isStandard: true,
			hasFixedClasses: false
		});
		expect(codesOf(await deleteVariable(manager, project.id, 'ageBand'))).toEqual(['variable-standard']);
	});
});
