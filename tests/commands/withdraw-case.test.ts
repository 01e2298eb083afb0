import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import { makeCodebookVersion } from '#lib/server/commands/make-codebook-version.ts';
import { deleteSource } from '#lib/server/commands/delete-source.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { takeExample } from '#lib/server/commands/take-example.ts';
import { undoCodeChange } from '#lib/server/commands/undo-code-change.ts';
import { updateCase } from '#lib/server/commands/update-case.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { readEdition } from '#lib/server/views/factsheet-editions.ts';
import { checkIntegrity } from '#lib/server/views/integrity.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { listExplanations } from '#lib/server/views/list-explanations.ts';
import { listCases, readCase } from '#lib/server/views/list-cases.ts';
import { readSection } from '#lib/server/views/report-sections.ts';
import { readSource } from '#lib/server/views/read-source.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf } from '../support/display-project.ts';
import { allDisplays, expectedRows, rowsOf, sorted } from '../support/golden-display.ts';
import { mentionOf, textOf } from '../support/memos.ts';
import { addUser, contextFor, testNow } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
}, 60_000);
afterAll(() => store.close());

const preview = { preview: 'true' };

describe('the open request of the demo', () => {
	let context: Awaited<ReturnType<typeof contextFor>>;
	let projectId = '';
	let caseId = '';
	beforeAll(async () => {
		context = await contextFor(store, await addUser(store, 'Test administrator', true));
		projectId = valueOf(await loadDemo(context)).projectId;
		const { items } = valueOf(await listCases(context, projectId, { state: 'requested' }));
		expect(items.map(({ label, withdrawalRequestedOn }) => [label, withdrawalRequestedOn])).toEqual([
			['SOE-B-01', '2025-07-03']
		]);
		caseId = items[0]?.id ?? '';
	}, 120_000);

	test('shows first what goes, and changes nothing by that', async () => {
		const before = await store.db.selectFrom('audit_events').select('sequence').execute();
		const told = valueOf(await withdrawCase(context, projectId, caseId, preview));
		const codings = await store.db
			.selectFrom('codings')
			.innerJoin('sources', 'sources.id', 'codings.source_id')
			.select('codings.id')
			.where('sources.title', '=', 'SOE-B-01')
			.where('sources.project_id', '=', projectId)
			.execute();
		expect(told).toMatchObject({ label: 'SOE-B-01', isPreview: true, lastDay: '2025-09-01', isLate: false });
		expect(told.interviews.map(({ title, takesOthers }) => [title, takesOthers])).toEqual([['SOE-B-01', false]]);
		expect(told.total).toMatchObject({ versions: 2, codings: codings.length });
		expect(told.total.codings).toBeGreaterThan(5);
		expect(await store.db.selectFrom('audit_events').select('sequence').execute()).toHaveLength(before.length);
		expect(valueOf(await readCase(context, projectId, caseId)).sourceIds).toHaveLength(1);
	});

	test('once carried out, leads to the state after-withdrawal of expected-display.csv', async () => {
		const done = valueOf(await withdrawCase(context, projectId, caseId, {}));
		expect(done.isPreview).toBe(false);
		const rows = rowsOf(await allDisplays(context, projectId), 'after-withdrawal');
		expect(rows).toEqual(expectedRows('after-withdrawal').map(sorted));
	}, 60_000);

	test('leaves a shell: the code and what was said about consent', async () => {
		const shell = valueOf(await readCase(context, projectId, caseId));
		expect(shell).toMatchObject({ label: 'SOE-B-01', values: {}, sourceIds: [], hiddenSources: 0 });
		expect(shell.withdrawnAt).not.toBeNull();
		expect(shell.consentNow).toMatchObject({ participation: 'withdrawn', quotes: 'withdrawn', recording: 'withdrawn' });
		expect(shell.permissions).toMatchObject({ mayEdit: false, mayWithdraw: false });
		expect(codesOf(await withdrawCase(context, projectId, caseId, {}))).toEqual(['case-withdrawn']);
		expect(codesOf(await updateCase(context, projectId, caseId, { version: shell.version, label: 'X' }))).toEqual([
			'case-withdrawn'
		]);
	});

	test('leaves lines in the log, without content, and a database that fits together', async () => {
		const lines = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_kind', 'result'])
			.where('project_id', '=', projectId)
			.orderBy('sequence', 'desc')
			.limit(2)
			.execute();
		expect(lines.map(({ action, object_kind }) => `${action} ${object_kind}`).toSorted()).toEqual([
			'case.withdraw case',
			'source.destroy source'
		]);
		expect(await checkIntegrity(store.db)).toMatchObject({ faults: [], auditFaults: [] });
	});
});

describe('everything that holds words of an interview', () => {
	test('goes or forgets them: versions, memos, mentions, quotes, examples, versions of the codebook and the way back', async () => {
		const project = await addDisplayProject(store);
		const [said] = project.said;
		const interviewer = await contextFor(store, project.users.interviewer);
		const manager = await contextFor(store, project.users['codebook-manager']);
		const author = await contextFor(store, project.users.author);
		const kase = await addPerson(interviewer, project.id, {
			label: 'TES-B-01',
			values: { ageBand: '30-44' },
			links: [{ sourceId: said.sourceId, speakerId: null }]
		});
		const { quote } = await store.db
			.selectFrom('codings')
			.select('quote')
			.where('id', '=', said.codingId)
			.executeTakeFirstOrThrow();
		const row = project.rowOf(project.theme);
		const short = { shortened: `(…) ${quote.split(' ').slice(1).join(' ')}` };
		valueOf(await chooseQuote(author, project.id, row, said.codingId, short));
		valueOf(await decideFit(author, project.id, row, { fit: 'confirms', reason: '', metaInference: '' }));
		const report = valueOf(
			await addReport(author, project.id, { title: 'Eindrapport', kind: 'final', areaIds: [project.areas.district] })
		);
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const shows = { kind: 'quote', codingId: said.codingId, shortened: null };
		const block = valueOf(await placeBlock(author, project.id, report.id, { ...place, shows }));
		const text = [{ kind: 'live', id: block.id }];
		valueOf(await writeSection(author, project.id, report.id, { ...place, slot: 'residents' }, { version: 0, text }));
		const other = project.rowOf(project.narrower);
		valueOf(await decideFit(author, project.id, other, { fit: 'confirms', reason: 'Samen bekeken.' }));
		await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
		const about = { areaId: place.areaId, fromWaveId: project.waves[2021], toWaveId: project.waves[2025] };
		const edition = valueOf(await publishFactsheet(author, project.id, about));
		expect(JSON.stringify(valueOf(await readEdition(author, project.id, edition.id)).document)).toContain(
			short.shortened
		);
		const [picture] = await store.db
			.insertInto('photos')
			.values({
				id: newId(),
				...{ source_id: said.sourceId, place: 0, format: 'png', width: 1, height: 1, orientation: 1 },
				...{ sha256: 'x', bytes: Buffer.from([1]), added_by: project.users.interviewer, added_at: testNow }
			})
			.returning('id')
			.execute();
		valueOf(await takeExample(manager, project.id, said.codingId));
		valueOf(await makeCodebookVersion(manager, project.id, { name: 'Eerste', note: '', waveIds: [] }));
		const memo = async (about: unknown, body: unknown) =>
			valueOf(await addMemo(author, project.id, { about, title: 'Memo', body, visibility: 'shared' }));
		await memo({ kind: 'source', sourceId: said.sourceId }, textOf('Over het gesprek'));
		await memo({ kind: 'coding', codingId: said.codingId }, textOf('Over de codering'));
		await memo({ kind: 'case', caseId: kase.id }, textOf('Over de deelnemer'));
		const mentioning = await memo({ kind: 'project' }, [
			...mentionOf('coding', said.codingId, quote),
			...mentionOf('source', said.sourceId, 'TES-B-01')
		]);

		const onCoding = await memo({ kind: 'coding', codingId: said.codingId }, textOf('Nog een gedachte'));
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const evidence = [
			{ kind: 'quote', side: 'contradicts', codingId: said.codingId, remark: 'Anders' },
			{ kind: 'memo', side: 'supports', memoId: onCoding.id },
			{ kind: 'literature', side: 'supports', reference: 'Veiligheidsmonitor 2024' }
		];
		valueOf(await updateExplanation(author, project.id, explanationId, { addEvidence: evidence }));

		const told = valueOf(await withdrawCase(interviewer, project.id, kase.id, preview));
		expect(told.total).toMatchObject({
			versions: 1,
			turns: 1,
			codings: 1,
			memos: 3,
			evidence: 2,
			mentions: 1,
			quotes: 1,
			reportQuotes: 1,
			publishedQuotes: 1,
			photos: 1,
			examples: 1,
			proposals: 0,
			keys: 0
		});
		expect(told).toMatchObject({ values: 1, caseMemos: 1, versions: [{ name: 'Eerste' }] });
		expect(told.drafts).toEqual([
			{
				rowId: row,
				pillarName: 'Fysieke leefomgeving',
				areaName: 'Testwijk',
				theme: 'Je veilig voelen',
				quotes: 1,
				isDecided: true
			}
		]);

		expect(told.reports).toEqual([{ reportId: report.id, title: 'Eindrapport', quotes: 1, isDeleted: false }]);

		expect(told.editions).toEqual([
			{ editionId: edition.id, title: edition.title, number: 1, quotes: 1, isWithdrawn: false }
		]);

		valueOf(await withdrawCase(interviewer, project.id, kase.id, {}));
		const editionText = JSON.stringify(valueOf(await readEdition(author, project.id, edition.id)).document);
		expect(editionText).not.toContain(short.shortened.slice(4));
		expect(editionText).toContain('Hier stond een citaat.');
		const [unsaid] = valueOf(await listExplanations(author, project.id, {})).items;
		expect(unsaid?.evidenceItems.map(({ kind }) => kind)).toEqual(['literature']);
		expect(
			await store.db
				.selectFrom('photos')
				.where('id', '=', picture?.id ?? '')
				.execute()
		).toEqual([]);
		const residents = await readSection(author, project.id, report.id, { ...place, slot: 'residents' });
		expect(valueOf(residents).blocks).toEqual([]);
		const everywhere = await wordsOf(project.id);
		expect(everywhere).not.toContain(quote);
		expect(everywhere).not.toContain(short.shortened.slice(4));
		expect(everywhere).not.toContain('Over de deelnemer');
		expect(codesOf(await readSource(interviewer, project.id, said.sourceId))).toEqual(['source-unknown']);
		const left = await store.db
			.selectFrom('memos')
			.select(['id', 'version'])
			.where('project_id', '=', project.id)
			.execute();
		expect(left).toEqual([{ id: mentioning.id, version: 2 }]);
		const page = valueOf(
			await viewJointDisplay(author, project.id, { pillarId: project.pillars.first, areaId: project.areas.district })
		);
		const shown = page.display.rows.find(({ rowId }) => rowId === row);
		expect(shown?.decision).toMatchObject({ fit: 'confirms', needsReview: true });
		expect(shown?.quotes).toEqual([]);

		// An undo brings nothing back either.
		const changes = await store.db
			.selectFrom('code_changes')
			.select('id')
			.where('project_id', '=', project.id)
			.execute();
		expect(changes).toHaveLength(1);
		for (const { id } of changes) valueOf(await undoCodeChange(manager, project.id, id));
		expect(await wordsOf(project.id)).not.toContain(quote);
	});

	/** All text of a project outside the interviews of others, as the tables hold it. */
	const wordsOf = async (projectId: string): Promise<string> => {
		const rows = [
			...(await store.db.selectFrom('codes').select('example').where('project_id', '=', projectId).execute()),
			...(await store.db.selectFrom('codebook_versions').select('tree').where('project_id', '=', projectId).execute()),
			...(await store.db.selectFrom('code_changes').select('way_back').where('project_id', '=', projectId).execute()),
			...(await store.db
				.selectFrom('memos')
				.select(['title', 'body', 'searched'])
				.where('project_id', '=', projectId)
				.execute()),
			...(await store.db
				.selectFrom('report_blocks')
				.innerJoin('reports', 'reports.id', 'report_id')
				.select(['said', 'shortened'])
				.where('project_id', '=', projectId)
				.execute()),
			...(await store.db.selectFrom('chosen_quotes').select('shortened').where('project_id', '=', projectId).execute()),
			...(await store.db
				.selectFrom('edition_quotes')
				.innerJoin('factsheet_editions', 'factsheet_editions.id', 'edition_id')
				.select('said')
				.where('project_id', '=', projectId)
				.execute()),
			...(await store.db
				.selectFrom('factsheet_editions')
				.select('document')
				.where('project_id', '=', projectId)
				.execute()),
			...(await store.db.selectFrom('variable_values').select('value').where('project_id', '=', projectId).execute())
		];
		return JSON.stringify(rows);
	};
});

test('a group interview goes whole, and the preview names who else is in it', async () => {
	const project = await addDisplayProject(store);
	const [said] = project.said;
	const context = await contextFor(store, project.users.interviewer);
	const link = { sourceId: said.sourceId, speakerId: null };
	const one = await addPerson(context, project.id, { label: 'GRP-1', links: [link] });
	const two = await addPerson(context, project.id, { label: 'GRP-2', links: [link] });
	const told = valueOf(await withdrawCase(context, project.id, one.id, preview));
	expect(told.interviews).toMatchObject([{ takesOthers: true, others: [{ caseId: two.id, label: 'GRP-2' }] }]);
	valueOf(await withdrawCase(context, project.id, one.id, {}));
	expect(valueOf(await readCase(context, project.id, two.id))).toMatchObject({ sourceIds: [], withdrawnAt: null });
});

test('an interview that was deleted, and could come back, goes with the withdrawal as well', async () => {
	const project = await addDisplayProject(store);
	const [said] = project.said;
	const context = await contextFor(store, project.users.interviewer);
	const links = [{ sourceId: said.sourceId, speakerId: null }];
	const kase = await addPerson(context, project.id, { label: 'WEG-1', links });
	valueOf(await deleteSource(context, project.id, said.sourceId, { codings: 'delete' }));
	expect(valueOf(await withdrawCase(context, project.id, kase.id, preview)).total).toMatchObject({ codings: 1 });
	valueOf(await withdrawCase(context, project.id, kase.id, {}));
	const left = await store.db.selectFrom('sources').select('id').where('id', '=', said.sourceId).execute();
	expect(left).toEqual([]);
});

test('a version of the codebook still never changes in any other way', async () => {
	const project = await addDisplayProject(store);
	const manager = await contextFor(store, project.users['codebook-manager']);
	valueOf(await makeCodebookVersion(manager, project.id, { name: 'Vast', note: '', waveIds: [] }));
	await expect(
		store.db
			.updateTable('codebook_versions')
			.set({ made_at: new Date() })
			.where('project_id', '=', project.id)
			.execute()
	).rejects.toThrow();
});

test('who may not withdraw is refused, and somebody after the last day is told so', async () => {
	const project = await addDisplayProject(store);
	const [said] = project.said;
	const context = await contextFor(store, project.users.interviewer);
	const kase = await addPerson(context, project.id, {
		label: 'TES-B-09',
		links: [{ sourceId: said.sourceId, speakerId: null }]
	});
	const coder = await contextFor(store, project.users.coder);
	expect(codesOf(await withdrawCase(coder, project.id, kase.id, preview))).toEqual(['not-allowed']);
	await store.db.updateTable('projects').set({ withdrawal_until: '2025-05-31' }).where('id', '=', project.id).execute();
	expect(valueOf(await withdrawCase(context, project.id, kase.id, preview))).toMatchObject({
		lastDay: '2025-05-31',
		isLate: true
	});
	expect((await updateSource(context, project.id, said.sourceId, { language: 'en' })).ok).toBe(true);
});
