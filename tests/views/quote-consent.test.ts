import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayQuotePassage, participantsOf, quoteConsentOf } from '#lib/privacy/consent-check.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { recordConsent } from '#lib/server/commands/record-consent.ts';
import { takeExample } from '#lib/server/commands/take-example.ts';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { newId } from '#lib/server/new-id.ts';
import { listCasesOfSource } from '#lib/server/store/cases.ts';
import type { Store } from '#lib/server/store/database.ts';
import { isQuotable } from '#lib/server/store/quote-consent.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportMemos } from '#lib/server/views/export-memos.ts';
import { exportQueriedQuotes, exportQuotes } from '#lib/server/views/export-quotes.ts';
import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { listCodings } from '#lib/server/views/list-codings.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { viewQuoteChoices } from '#lib/server/views/quote-choices.ts';
import { runQuery } from '#lib/server/views/run-query.ts';
import { search } from '#lib/server/views/search.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson, said } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { textOf } from '../support/memos.ts';
import { addCode, addCoding, addProject, addSource, contextFor } from '../support/project.ts';
import { parts } from '../report/unzip.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A file as text, also of what is zipped in it. */
const textIn = (bytes: Uint8Array): string =>
	bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(parts(bytes)).join('\n') : new TextDecoder().decode(bytes);

describe('a passage of a group interview', () => {
	test('may be shown by the rule of consent-check.ts, whichever voices it touches; SQL says the same', async () => {
		const project = await addProject(store, 'Groep');
		const context = await contextFor(store, project.users.interviewer);
		// I: 0-4, A: 4-8, B: 8-12, nobody: 12-16
		const source = await addSource(store, project, 'IiIiAa😀ABbBbNnNn', { status: 'released' });
		await store.db.deleteFrom('turns').where('source_id', '=', source.id).execute();
		const voices: (string | null)[] = [];
		for (const [at, [label, role]] of (
			[
				['I', 'interviewer'],
				['A', 'respondent'],
				['B', 'respondent'],
				[null, null]
			] as const
		).entries()) {
			const id = label === null ? null : newId();
			if (id && label && role)
				await store.db.insertInto('speakers').values({ id, source_id: source.id, label, role }).execute();
			voices.push(id);
			await store.db
				.insertInto('turns')
				.values({
					source_id: source.id,
					version: 1,
					ordinal: at + 1,
					start_position: at * 4,
					end_position: at * 4 + 4,
					speaker_id: id,
					start_ms: null,
					end_ms: null
				})
				.execute();
		}
		const code = await addCode(store, project, 'Code');
		const ranges = [0, 4, 8, 12].flatMap((start) =>
			[4, 8, 12, 16].filter((end) => end > start).map((end) => ({ start, end }))
		);
		const codings: { readonly range: (typeof ranges)[number]; readonly id: string }[] = [];
		for (const range of ranges) codings.push({ range, id: await addCoding(store, project, source, range, code) });
		const [, a = null, b = null] = voices;
		const people = [
			await addPerson(context, project.id, { label: 'A', links: [{ sourceId: source.id, speakerId: a }] }),
			await addPerson(context, project.id, {
				label: 'B',
				links: [{ sourceId: source.id, speakerId: b }],
				answers: { participation: 'given', quotes: 'refused' }
			})
		];
		const allowed = async () => {
			const cases = await listCasesOfSource(store.db, project.id, source.id);
			const consent = quoteConsentOf(participantsOf(cases, source.id));
			const found = [];
			for (const { id, range } of codings) {
				const touched = voices.filter((_, at) => at * 4 < range.end && at * 4 + 4 > range.start);
				expect(await isQuotable(store.db, id), JSON.stringify(range)).toBe(mayQuotePassage(consent, touched));
				if (await isQuotable(store.db, id)) found.push(range);
			}
			return found;
		};
		expect(await allowed()).toEqual([{ start: 4, end: 8 }]);
		const second = people[1];
		if (!second) throw new Error('two people');
		valueOf(await recordConsent(context, project.id, second.id, { consents: said({ quotes: 'given' }) }));
		expect(await allowed()).toHaveLength(ranges.length);
		valueOf(
			await recordConsent(context, project.id, second.id, { consents: said({ quotes: 'withdrawn' }, '2025-05-01') })
		);
		expect(await allowed()).toEqual([{ start: 4, end: 8 }]);
	});
});

/** Everything that shows or takes away words for reports, of one project; what coders work with is not among them. */
const reports = (
	context: Awaited<ReturnType<typeof contextFor>>,
	project: Awaited<ReturnType<typeof addDisplayProject>>
) => {
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	return {
		'quotes as CSV': () => exportQuotes(context, project.id, { format: 'csv' }, 'nl'),
		'quotes as Excel': () => exportQuotes(context, project.id, { format: 'xlsx' }, 'nl'),
		'quotes of a question': () =>
			exportQueriedQuotes(context, project.id, { format: 'csv', where: { code: project.theme } }, 'nl'),
		'memos as CSV': () => exportMemos(context, project.id, { format: 'csv' }, 'nl'),
		'memos as Excel': () => exportMemos(context, project.id, { format: 'xlsx' }, 'nl'),
		'memos as text': () => exportMemos(context, project.id, { format: 'md' }, 'nl'),
		'display as Word': () => exportJointDisplay(context, project.id, { ...place, format: 'docx' }, 'nl'),
		'display as Excel': () => exportJointDisplay(context, project.id, { ...place, format: 'xlsx' }, 'nl'),
		display: () => readJointDisplay(context, project.id, place),
		matrix: () => viewMatrix(context, project.id, {}),
		'quotes to choose from': () => viewQuoteChoices(context, project.id, project.rowOf(project.theme), {})
	} as const;
};

describe('an interview that may not be quoted', () => {
	test('is counted everywhere, and its words stand in no report, export or list of quotes to choose from', async () => {
		const project = await addDisplayProject(store);
		const [first] = project.said;
		const interviewer = await contextFor(store, project.users.interviewer);
		const author = await contextFor(store, project.users.author);
		const words = 'Xylofoon 😀 op zolder';
		// each group is large enough to be quoted in a file
		await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
		await store.db.updateTable('codings').set({ quote: words }).where('id', '=', first.codingId).execute();
		valueOf(await chooseQuote(author, project.id, project.rowOf(project.theme), first.codingId));
		for (const about of [
			{ kind: 'coding', codingId: first.codingId },
			{ kind: 'source', sourceId: first.sourceId }
		])
			valueOf(
				await addMemo(author, project.id, {
					about,
					title: 'Memo',
					body: textOf(`Zij zei: ${words}`),
					visibility: 'shared'
				})
			);
		const shows = async () => {
			const found: string[] = [];
			for (const [name, make] of Object.entries(reports(author, project))) {
				const value = valueOf<unknown>(await make());
				const isFile = typeof value === 'object' && value !== null && 'bytes' in value;
				const text = isFile && value.bytes instanceof Uint8Array ? textIn(value.bytes) : JSON.stringify(value);
				if (text.includes('Xylofoon')) found.push(name);
			}
			return found;
		};
		const counts = async () => {
			const page = valueOf(
				await readJointDisplay(author, project.id, { pillarId: project.pillars.first, areaId: project.areas.district })
			);
			return { rows: page.rows.map(({ together }) => together), method: page.method };
		};
		const [before, all] = [await counts(), await shows()];
		expect(all).toEqual(Object.keys(reports(author, project)).filter((name) => name !== 'matrix'));

		await addPerson(interviewer, project.id, {
			label: 'TES-B-01',
			links: [{ sourceId: first.sourceId, speakerId: null }],
			answers: { participation: 'given', quotes: 'refused' }
		});
		expect(await shows()).toEqual([]);
		expect(await counts()).toEqual(before);
		const manager = await contextFor(store, project.users['codebook-manager']);
		expect(codesOf(await takeExample(manager, project.id, first.codingId))).toEqual(['quotes-not-allowed']);
		// Coders go on working with the text.
		const coder = await contextFor(store, project.users.coder);
		expect(JSON.stringify(valueOf(await listCodings(coder, project.id, {})))).toContain('Xylofoon');
	});
});

describe('a restricted interview', () => {
	test('is in no question, count, search, display or export, and comes back whole', async () => {
		const project = await addDisplayProject(store);
		const [first] = project.said;
		const interviewer = await contextFor(store, project.users.interviewer);
		const author = await contextFor(store, project.users.author);
		valueOf(await chooseQuote(author, project.id, project.rowOf(project.theme), first.codingId));
		const all = {
			...reports(author, project),
			codings: () => listCodings(author, project.id, {}),
			question: () =>
				runQuery(author, project.id, { where: { code: project.theme, descendants: true }, unit: 'coding' }),
			search: () => search(author, project.id, { text: 'thuis' })
		};
		const naming = async () => {
			const found: string[] = [];
			for (const [name, make] of Object.entries(all)) {
				const value = valueOf<unknown>(await make());
				const isFile = typeof value === 'object' && value !== null && 'bytes' in value;
				const text = isFile && value.bytes instanceof Uint8Array ? textIn(value.bytes) : JSON.stringify(value);
				if (text.includes('TES-B-01') || text.includes(first.sourceId)) found.push(name);
			}
			return found;
		};
		expect((await naming()).length).toBeGreaterThan(8);
		valueOf(await updateSource(interviewer, project.id, first.sourceId, { status: 'restricted' }));
		expect(await naming()).toEqual([]);
		valueOf(await updateSource(interviewer, project.id, first.sourceId, { status: 'released' }));
		expect((await naming()).length).toBeGreaterThan(8);
	});
});
