import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceUsesAnswer } from '#lib/contract/source-uses.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { addReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { addLesson, archiveLesson, updateLesson } from '#lib/server/commands/change-lessons.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { deleteReport } from '#lib/server/commands/delete-report.ts';
import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { withdrawEdition } from '#lib/server/commands/withdraw-edition.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { insertSecondCoder } from '#lib/server/store/second-coders.ts';
import { readEdition } from '#lib/server/views/factsheet-editions.ts';
import { readSourceUses, viewSourceUses } from '#lib/server/views/source-uses.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf, addVoice } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A project of three interviews that say the same, with quotes allowed, and its author. */
const begin = async () => {
	const project = await addDisplayProject(store);
	const { id, areas, pillars, users, waves } = project;
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', id).execute();
	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', id).execute();
	const author = await contextFor(store, users.author);
	const [said] = project.said;
	const place = { pillarId: pillars.first, areaId: areas.district };
	const report = async (areaIds: readonly string[] = [areas.district]) =>
		valueOf(await addReport(author, id, { title: 'Testwijk 2021–2025', kind: 'final', areaIds }));
	const write = async (reportId: string, shown: readonly object[], slot = 'residents') => {
		const blocks = [];
		for (const shows of shown) blocks.push(valueOf(await placeBlock(author, id, reportId, { ...place, shows })));
		const text = blocks.map((block) => ({ kind: 'live', id: block.id }));
		valueOf(await writeSection(author, id, reportId, { ...place, slot }, { version: 0, text }));
		return blocks;
	};
	const decide = async (codeId: string, metaInference = '') =>
		valueOf(
			await decideFit(author, id, project.rowOf(codeId), { fit: 'confirms', reason: 'Samen bekeken.', metaInference })
		);
	return {
		...{ project, id, author, said, place, report, write, decide },
		about: { areaId: areas.district, fromWaveId: waves[2021], toWaveId: waves[2025] },
		uses: async (sourceId = said.sourceId, context = author): Promise<SourceUsesAnswer> =>
			valueOf(await readSourceUses(context, id, sourceId))
	};
};

describe('what leans on an interview', () => {
	test('is nothing at first, and says that everything was looked at', async () => {
		const { uses } = await begin();
		expect(await uses()).toEqual({
			...{ items: [], counts: [], versions: [], choices: [], decisions: [] },
			...{ explanations: [], editions: [], lessons: [] },
			counting: 'counts',
			readable: { reports: true, displays: true, explanations: true, publications: true },
			isBlind: false
		});
	});

	test('is every quote of it in a text that stands, with its block, and no quote of another', async () => {
		const { project, id, author, said, place, report, write, uses } = await begin();
		const { id: reportId, title } = await report();
		const [own] = await write(reportId, [
			{ kind: 'quote', codingId: said.codingId, shortened: null },
			{ kind: 'quote', codingId: project.said[1].codingId, shortened: null }
		]);
		// placed, but in no text
		valueOf(await placeBlock(author, id, reportId, { ...place, shows: { kind: 'quote', codingId: said.codingId } }));
		expect((await uses()).items).toEqual([
			{
				...{ reportId, reportTitle: title, ...place, slot: 'residents', blockId: own?.id, codingId: said.codingId },
				...{ pillarName: 'Fysieke leefomgeving', areaName: 'Testwijk', state: 'same', language: 'nl' },
				says: expect.stringContaining('👩‍👩‍👧') as string
			}
		]);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		expect((await uses()).items).toMatchObject([{ state: 'not-allowed', says: null }]);
		valueOf(await deleteReport(author, id, reportId));
		expect((await uses()).items).toEqual([]);
	});

	test('is every number that counts it, as one who says it or as one among the total; figures lean on no interview', async () => {
		const { project, id, author, place, report, write, uses } = await begin();
		const silent = await addVoice(store, project, { title: 'TES-B-09', codeId: project.other, change: 'backward' });
		const count = (group: string, saying: string, codeId = project.theme) => ({ kind: 'count', codeId, group, saying });
		const { id: reportId } = await report();
		await write(reportId, [
			count('together', 'forward'),
			count('resident', 'mentions'),
			count('resident', 'backward'),
			count('professional', 'forward'),
			count('together', 'mentions', project.other),
			{ kind: 'display' },
			{ kind: 'table' },
			{ kind: 'chart', indicatorId: project.indicatorId },
			{ kind: 'figure', indicatorId: project.indicatorId }
		]);
		const partsOf = async (sourceId: string) =>
			(await uses(sourceId)).counts.map(({ kind, part, state }) => `${kind} ${part} ${state}`).toSorted();
		expect(await partsOf(project.said[0].sourceId)).toEqual([
			...['count among same', 'count among same', 'count says same', 'count says same'],
			'display says same'
		]);
		// a narrower code speaks of the theme, as on the display
		expect(await partsOf(project.said[1].sourceId)).toEqual(await partsOf(project.said[0].sourceId));
		expect(await partsOf(project.said[2].sourceId)).toEqual([
			...['count among same', 'count says same', 'count says same', 'display says same']
		]);
		expect(await partsOf(silent.sourceId)).toEqual([
			...['count among same', 'count among same', 'count among same', 'count says same', 'display says same']
		]);
		expect((await uses()).counts).toContainEqual({
			...{
				reportId,
				reportTitle: 'Testwijk 2021–2025',
				...place,
				slot: 'residents',
				blockId: expect.any(String) as string
			},
			...{ pillarName: 'Fysieke leefomgeving', areaName: 'Testwijk', state: 'same', language: 'nl' },
			...{ kind: 'count', part: 'says' },
			says: 'Over ‘Je veilig voelen’: 3 van 4 gesprekken zeggen dat het vooruitgaat.'
		});
		expect(valueOf(await readSourceUses(author, id, silent.sourceId)).counting).toBe('counts');
		const elsewhere = await addVoice(store, project, {
			...{ title: 'AND-B-01', codeId: project.theme, change: 'forward', areaId: project.areas.other }
		});
		expect((await uses(elsewhere.sourceId)).counts).toEqual([]);
		const earlier = await addVoice(store, project, {
			...{ title: 'TES-B-10', codeId: project.theme, change: 'forward', waveId: project.waves[2023] }
		});
		expect((await uses(earlier.sourceId)).counts).toEqual([]);
		await store.db.updateTable('projects').set({ include_earlier_waves: true }).where('id', '=', id).execute();
		expect(await partsOf(earlier.sourceId)).toEqual([
			...['count among changed', 'count among changed', 'count says changed', 'count says changed'],
			'display says changed'
		]);
		await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', silent.sourceId).execute();
		const administrator = await contextFor(store, project.users.administrator);
		expect(await uses(silent.sourceId, administrator)).toMatchObject({ counts: [], counting: 'not-released' });
	}, 60_000);

	test('is each judgement on a theme on which it is heard, or was heard when somebody decided', async () => {
		const { project, said, place, decide, uses } = await begin();
		await decide(project.theme, 'Veiliger 😀 dan toen.');
		await decide(project.narrower);
		const [first, ...rest] = (await uses()).decisions;
		expect(rest).toEqual([]);
		expect(first).toEqual({
			...{ rowId: project.rowOf(project.theme), ...place, pillarName: 'Fysieke leefomgeving', areaName: 'Testwijk' },
			...{ codeId: project.theme, theme: 'Je veilig voelen', fit: 'confirms', metaInference: 'Veiliger 😀 dan toen.' },
			...{ fromWaveId: project.waves[2021], fromYear: 2021, toWaveId: project.waves[2025], toYear: 2025 },
			...{ decidedBy: expect.any(String) as string, decidedAt: expect.any(String) as string },
			...{ needsReview: false, isHeard: true, wasHeard: true }
		});
		expect((await uses(project.said[1].sourceId)).decisions.map(({ theme }) => theme).toSorted()).toEqual([
			'Je veilig voelen',
			'’s Avonds op straat'
		]);
		const later = await addVoice(store, project, { title: 'TES-B-11', codeId: project.theme, change: 'forward' });
		expect((await uses(later.sourceId)).decisions).toMatchObject([
			{ isHeard: true, wasHeard: false, needsReview: true }
		]);
		await store.db.updateTable('codings').set({ deleted_at: new Date() }).where('id', '=', said.codingId).execute();
		expect((await uses()).decisions).toMatchObject([{ isHeard: false, wasHeard: true, needsReview: true }]);
		await store.db.updateTable('decisions').set({ basis: null }).where('project_id', '=', project.id).execute();
		expect((await uses()).decisions).toEqual([]);
		expect((await uses(later.sourceId)).decisions).toMatchObject([{ isHeard: true, wasHeard: null }]);
	});

	test('is each quote that was chosen, also one that is not shown now', async () => {
		const { project, id, author, said, place, uses } = await begin();
		valueOf(await chooseQuote(author, id, project.rowOf(project.theme), said.codingId));
		expect((await uses()).choices).toMatchObject([
			{
				rowId: project.rowOf(project.theme),
				...place,
				theme: 'Je veilig voelen',
				codingId: said.codingId,
				isShown: true
			}
		]);
		const administrator = await contextFor(store, project.users.administrator);
		expect((await uses(said.sourceId, administrator)).choices).toMatchObject([{ text: null, isShown: true }]);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		expect((await uses()).choices).toMatchObject([{ text: null, isShown: false }]);
		expect((await uses(project.said[1].sourceId)).choices).toEqual([]);
	});

	test('is each explanation beside which a quote or a memo of it stands, with its side, and the lessons that rest on it', async () => {
		const { project, id, author, said, about, uses } = await begin();
		const memo = async (title: string) =>
			valueOf(
				await addMemo(author, id, {
					...{ about: { kind: 'coding', codingId: said.codingId }, title, body: textOf('Denk 😀') },
					visibility: 'shared'
				})
			);
		const kept = await memo('Voor mij');
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const session = valueOf(await addReviewSession(author, id, { ...about, heldOn: '2025-05-20' }));
		await store.db
			.updateTable('explanations')
			.set({ session_id: session.id })
			.where('id', '=', explanationId)
			.execute();
		const other = await addExplanationOf(store, project, project.indicatorId);
		const evidence = [
			{ kind: 'quote', side: 'contradicts', codingId: said.codingId, remark: 'Anders' },
			{ kind: 'memo', side: 'supports', memoId: (await memo('Gedachte')).id },
			{ kind: 'memo', side: 'supports', memoId: kept.id },
			{ kind: 'quote', side: 'supports', codingId: project.said[1].codingId },
			{ kind: 'literature', side: 'supports', reference: 'Veiligheidsmonitor 2024' }
		];
		valueOf(await updateExplanation(author, id, explanationId, { addEvidence: evidence }));
		await store.db.updateTable('memos').set({ visibility: 'private' }).where('id', '=', kept.id).execute();
		const lesson = async (of: object) => {
			const words = { areaId: about.areaId, title: 'Begin op straat', happened: 'Wij gingen.', learnt: 'Ga.' };
			return valueOf(await addLesson(author, id, { ...words, pillarIds: [], ...of }));
		};
		const through = await lesson({ evidence: { kind: 'explanation', explanationId } });
		await lesson({ evidence: { kind: 'explanation', explanationId: other } });
		const display = await lesson({ evidence: { kind: 'display', pillarId: project.pillars.first } });
		await lesson({ evidence: { kind: 'display', pillarId: project.pillars.second } });

		const found = await uses();
		expect(found.explanations).toMatchObject([
			{
				...{ explanationId, areaName: 'Testwijk', fromYear: 2021, toYear: 2025, recognitions: [] },
				session: { sessionId: session.id, heldOn: '2025-05-20' },
				evidence: [
					{ side: 'contradicts', kind: 'quote', codingId: said.codingId, remark: 'Anders' },
					{ side: 'supports', kind: 'memo', title: 'Gedachte' },
					{ side: 'supports', kind: 'memo', title: 'Voor mij' }
				]
			}
		]);
		expect(found.lessons.map(({ lessonId, through: way }) => [lessonId, way]).toSorted()).toEqual(
			[
				[through.id, 'explanation'],
				[display.id, 'display']
			].toSorted()
		);
		// that a memo is there is not hidden, what it is called is
		const manager = await contextFor(store, project.users['codebook-manager']);
		const seen = await uses(said.sourceId, manager);
		expect(seen.explanations[0]?.evidence.map((item) => item.kind === 'memo' && item.title)).toEqual([
			...[false, 'Gedachte', null]
		]);
		expect(seen.lessons).toEqual([]);
		valueOf(await updateLesson(author, id, through.id, { version: 1, state: 'published' }));
		expect((await uses(said.sourceId, manager)).lessons).toMatchObject([{ lessonId: through.id, state: 'published' }]);
		valueOf(await archiveLesson(author, id, through.id));
		expect((await uses()).lessons).toMatchObject([{ lessonId: display.id }]);
	});

	test('is each published factsheet that quotes or counts it, with whether it still stands, and each version of a report', async () => {
		const { project, id, author, said, about, report, write, decide, uses } = await begin();
		const row = project.rowOf(project.theme);
		for (const { codingId } of project.said.slice(1)) valueOf(await chooseQuote(author, id, row, codingId));
		const [, second] = project.said;
		await decide(project.theme);
		await decide(project.narrower);
		const edition = valueOf(await publishFactsheet(author, id, about));
		// the first interview is not quoted, but it counts; of older editions that is not known
		const counted = async () =>
			(await uses()).editions.map(({ editionId, isCounted, quotes }) => [editionId, isCounted, quotes]);
		expect(await counted()).toEqual([[edition.id, true, []]]);
		await store.db.deleteFrom('edition_sources').where('edition_id', '=', edition.id).execute();
		expect(await counted()).toEqual([]);
		const quotesOf = async () => (await uses(second.sourceId)).editions.map(({ state, quotes }) => ({ state, quotes }));
		const [shown] = await quotesOf();
		expect(shown).toMatchObject({ state: 'current', quotes: [{ codingId: second.codingId }] });
		// the address within the edition is that of the quote among those that are shown
		const at = async (sourceId: string) => (await uses(sourceId)).editions[0]?.quotes[0]?.shownAs ?? 0;
		const { document } = valueOf(await readEdition(author, id, edition.id));
		const quotes = document?.blocks.filter(({ kind }) => kind === 'quote') ?? [];
		expect(quotes).toHaveLength(2);
		const references = ['TES-B-02', 'TES-P-01'];
		for (const [index, { sourceId }] of project.said.slice(1).entries())
			expect(JSON.stringify(quotes[(await at(sourceId)) - 1])).toContain(references[index]);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', second.sourceId).execute();
		expect(await quotesOf()).toMatchObject([{ quotes: [{ text: null, shownAs: null }] }]);
		expect(await at(project.said[2].sourceId)).toBe(1);
		const coder = await contextFor(store, project.users.coder);
		expect((await uses(second.sourceId, coder)).editions).toHaveLength(1);
		valueOf(await withdrawEdition(author, id, edition.id, { reason: 'Een fout.' }));
		expect(await quotesOf()).toMatchObject([{ state: 'withdrawn' }]);
		expect((await uses(second.sourceId, coder)).editions).toEqual([]);

		const { id: reportId } = await report();
		await write(reportId, [{ kind: 'quote', codingId: said.codingId, shortened: null }]);
		const version = valueOf(await makeReportVersion(author, id, reportId, { name: 'Voor de raad', reason: '' }));
		expect((await uses()).versions).toEqual([
			{
				...{ reportId, reportTitle: 'Testwijk 2021–2025', versionId: version.id, number: 1, kind: 'named' },
				...{ name: 'Voor de raad', madeAt: version.madeAt, quotes: 1 }
			}
		]);
	});
});

describe('a withdrawal', () => {
	test('says before that it hits the same rows and numbers as lean on the interview, whoever may read them', async () => {
		const { project, id, said, report, write, decide, uses } = await begin();
		const { id: reportId } = await report([project.areas.district, project.areas.other]);
		const count = { kind: 'count', codeId: project.theme, group: 'professional', saying: 'forward' };
		await write(reportId, [
			{ kind: 'quote', codingId: said.codingId, shortened: null },
			{ ...count, group: 'resident' },
			count,
			{ kind: 'display' }
		]);
		await decide(project.theme);
		await decide(project.narrower);
		const interviewer = await contextFor(store, project.users.interviewer);
		const kase = await addPerson(interviewer, id, {
			...{ label: 'TES-B-01', group: 'resident', links: [{ sourceId: said.sourceId, speakerId: null }] }
		});
		const { decisions, counts } = await uses();
		const told = valueOf(await withdrawCase(interviewer, id, kase.id, { preview: 'true' }));
		expect(told.drafts.map(({ rowId, isDecided, quotes }) => ({ rowId, isDecided, quotes }))).toEqual(
			decisions.map(({ rowId }) => ({ rowId, isDecided: true, quotes: 0 }))
		);
		expect(told.drafts).toHaveLength(1);
		expect(counts).toHaveLength(2);
		expect(told.numbers).toEqual([{ reportId, title: 'Testwijk 2021–2025', places: counts.length }]);
		expect((await uses(said.sourceId, interviewer)).counts).toEqual([]);
		valueOf(await withdrawCase(interviewer, id, kase.id, {}));
		expect((await uses(project.said[1].sourceId)).decisions).toMatchObject([{ needsReview: true }, {}]);
	});
});

describe('who sees what leans on an interview', () => {
	test('sees what his or her roles show, and is told which kinds they do not', async () => {
		const { project, id, said, report, write, decide, uses } = await begin();
		const { id: reportId } = await report();
		await write(reportId, [{ kind: 'quote', codingId: said.codingId, shortened: null }, { kind: 'display' }]);
		await decide(project.theme);
		const all = { reports: true, displays: true, explanations: true, publications: true };
		const coder = await contextFor(store, project.users.coder);
		expect(await uses(said.sourceId, coder)).toMatchObject({
			...{ items: [], counts: [], versions: [], decisions: [{ codeId: project.theme }] },
			readable: { ...all, reports: false }
		});
		const none = { reports: false, displays: false, explanations: false, publications: false };
		const keyHolder = await contextFor(store, project.users['key-holder']);
		expect(await uses(said.sourceId, keyHolder)).toMatchObject({ items: [], decisions: [], readable: none });
		const reader = await contextFor(store, project.users.reader);
		expect(codesOf(await viewSourceUses(reader, id, said.sourceId))).toEqual(['not-allowed']);
	});

	test('sees no report that is also about an area he or she may not read', async () => {
		const { project, id, said, report, write, uses } = await begin();
		const { id: reportId } = await report([project.areas.district, project.areas.other]);
		await write(reportId, [{ kind: 'quote', codingId: said.codingId, shortened: null }, { kind: 'display' }]);
		expect((await uses()).items).toHaveLength(1);
		const userId = await addUser(store, 'Auteur van één wijk');
		await addMember(store, id, userId, 'author', [project.areas.district]);
		const found = await uses(said.sourceId, await contextFor(store, userId));
		expect(found).toMatchObject({ items: [], counts: [], readable: { reports: true } });
		expect(JSON.stringify(found)).not.toContain(reportId);
	});

	test('sees nothing of the team on an interview that he or she codes blind', async () => {
		const { project, said, decide, uses } = await begin();
		await decide(project.theme);
		await insertSecondCoder(store.db, said.sourceId, project.users.coder);
		const coder = await contextFor(store, project.users.coder);
		expect(await uses(said.sourceId, coder)).toMatchObject({ decisions: [], isBlind: true });
		expect(await uses(project.said[2].sourceId, coder)).toMatchObject({ decisions: [{}], isBlind: false });
	});
});
