import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemJson } from '#lib/contract/problem-json.ts';
import type { Result } from '#lib/domain/problem.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { addReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportMemos } from '#lib/server/views/export-memos.ts';
import { exportQueriedQuotes, exportQuotes } from '#lib/server/views/export-quotes.ts';
import type { ExportedFile } from '#lib/server/views/exported-file.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { exportReviewSession } from '#lib/server/views/review-sessions.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';
import { textOf } from '../support/memos.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

type Taking = (more: object) => Promise<Result<ExportedFile>>;

/** A quote in every kind of file, from an interview in which a name can still be reported. */
const begin = async () => {
	const project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	const context = await contextFor(store, project.users.author);
	const coder = await contextFor(store, project.users.coder);
	const [said] = project.said;
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const { id } = project;
	valueOf(await chooseQuote(context, id, project.rowOf(project.theme), said.codingId));
	const addEvidence = [{ kind: 'quote', side: 'supports', codingId: said.codingId }];
	valueOf(
		await updateExplanation(context, id, await addExplanationOf(store, project, project.indicatorId), { addEvidence })
	);
	const session = { fromWaveId: project.waves[2021], toWaveId: project.waves[2025], heldOn: '2025-06-03' };
	const { id: sessionId } = valueOf(await addReviewSession(context, id, { ...session, areaId: place.areaId }));
	const where = { group: 'resident' };
	const files: readonly { readonly asked: { readonly kind: string }; readonly take: Taking }[] = [
		{
			asked: { kind: 'factsheet', areaId: place.areaId } as { kind: string },
			take: (more) => exportFactsheet(context, id, { areaId: place.areaId, format: 'html', ...more }, 'nl')
		},
		{
			asked: { kind: 'joint-display', ...place },
			take: (more) => exportJointDisplay(context, id, { ...place, format: 'xlsx', ...more }, 'nl')
		},
		{
			asked: { kind: 'quotes' },
			take: (more) => exportQuotes(context, id, { format: 'csv', ...more }, 'nl')
		},
		{
			asked: { kind: 'queried-quotes', where } as { kind: string },
			take: (more) => exportQueriedQuotes(context, id, { format: 'csv', where, ...more }, 'nl')
		},
		{
			asked: { kind: 'review-session', sessionId } as { kind: string },
			take: (more) => exportReviewSession(context, id, { sessionId, format: 'html', ...more }, 'nl')
		}
	];
	const report = async () => valueOf(await reportName(coder, id, said.sourceId, { version: 1, start: 20, end: 24 }));
	return { project, context, coder, said, place, files, report };
};

const problemsOf = (result: Result<unknown>) => (result.ok ? [] : result.problems);

test('what may not be told stops every kind of file, with or without a confirmation, and the answer says what it is', async () => {
	const { project, context, files, report } = await begin();
	const confirmations: string[] = [];
	for (const { asked, take } of files) {
		expect((await take({})).ok, asked.kind).toBe(true);
		const { fingerprint } = valueOf(await viewExportCheck(context, project.id, asked, 'nl'));
		const confirmation = { export: asked, fingerprint, reason: 'De groep is groot genoeg 😀.' };
		confirmations.push(valueOf(await confirmExport(context, project.id, confirmation)).id);
	}
	await report();
	for (const [at, { asked, take }] of files.entries())
		for (const more of [{}, { confirmation: confirmations[at] }]) {
			const { status, problems } = problemJson(problemsOf(await take(more)), (problem) => sayProblem(problem, 'nl'));
			expect(status, asked.kind).toBe(409);
			expect(problems[0]?.code, asked.kind).toBe('export-forbidden');
			expect(problems.map(({ message }) => message).join(' '), asked.kind).toContain(
				'1 gemelde naam nog niet afgehandeld'
			);
		}
});

test('the sheet of a session says who confirmed it, or that nobody did', async () => {
	const { project, context, files } = await begin();
	const { asked, take } = files.at(-1)!;
	const html = async (more: object) => new TextDecoder().decode(valueOf(await take(more)).bytes);
	expect(await html({})).toContain('Niet bevestigd: in dit bestand zijn');
	const { fingerprint } = valueOf(await viewExportCheck(context, project.id, asked, 'nl'));
	const confirmation = { export: asked, fingerprint, reason: 'Blijft in de kamer.' };
	const { id } = valueOf(await confirmExport(context, project.id, confirmation));
	expect(await html({ confirmation: id })).toContain('Nagekeken op herkenning door Test author');
});

test('memos about an interview in which a name is open leave without their text', async () => {
	const { project, coder, said, report } = await begin();
	const about = { kind: 'coding', codingId: said.codingId };
	valueOf(await addMemo(coder, project.id, { about, body: textOf('Zij noemt haar zus 😀.'), visibility: 'shared' }));
	const taken = async () =>
		new TextDecoder().decode(valueOf(await exportMemos(coder, project.id, { format: 'csv' }, 'nl')).bytes);
	expect(await taken()).toContain('haar zus');
	await report();
	const text = await taken();
	expect(text).not.toContain('haar zus');
	expect(text).toContain('[tekst weggelaten: niet vrij om te delen]');
});
