import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addReport } from '#lib/server/commands/add-report.ts';
import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportQueriedQuotes, exportQuotes } from '#lib/server/views/export-quotes.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { listReportVersions } from '#lib/server/views/report-versions.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** Two interviews with residents of the district, where three are the least. */
const begin = async () => {
	const project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	const context = await contextFor(store, project.users.author);
	const areaIds = [project.areas.district];
	const report = valueOf(await addReport(context, project.id, { title: 'Testwijk', kind: 'final', areaIds }));
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const file = { kind: 'report', reportId: report.id };
	const write = async (text: unknown) =>
		valueOf(await writeSection(context, project.id, report.id, { ...place, slot: 'message' }, { version: 0, text }));
	const check = async (of: object = file) => valueOf(await viewExportCheck(context, project.id, of, 'nl'));
	const confirm = async (of: object = file, more: object = {}) =>
		confirmExport(context, project.id, {
			export: of,
			fingerprint: (await check(of)).fingerprint,
			reason: 'De groep is groot genoeg.',
			...more
		});
	const take = (more: object = {}) =>
		exportReport(context, project.id, { reportId: report.id, format: 'html', ...more });
	return { project, context, report, place, file, write, check, confirm, take };
};
const words = (file: { readonly bytes: Uint8Array }) => new TextDecoder().decode(file.bytes);

describe('a report in which few interviews are counted', () => {
	test('is not taken away without a confirmation, and says in the file who confirmed it and why', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat beter 😀.'));
		const check = await there.check();
		const small = { rule: 'small-cell', grade: 'confirm' };
		expect(check).toMatchObject({ outcome: 'confirm', findings: [small, small] });
		expect(check.findings[0]?.text).toContain('Er zijn 2 gesprekken');
		expect(codesOf(await there.take())).toEqual(['export-not-confirmed']);
		const confirmed = valueOf(await there.confirm());
		expect(confirmed).toMatchObject({ kind: 'report', findings: 2, reason: 'De groep is groot genoeg.' });
		const html = words(valueOf(await there.take({ confirmation: confirmed.id })));
		expect(html).toContain('Nagekeken op herkenning door Test author');
		expect(html).toContain('De groep is groot genoeg.');
		const logged = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_id'])
			.where('project_id', '=', there.project.id)
			.where('action', 'in', ['export.confirm', 'export.report'])
			.execute();
		expect(logged).toEqual([
			{ action: 'export.confirm', object_id: confirmed.id },
			{ action: 'export.report', object_id: there.report.id }
		]);
	});

	test('is kept as a version when it is taken away, once for the same report', async () => {
		const there = await begin();
		await there.write(textOf('Het gaat beter.'));
		const { id: confirmation } = valueOf(await there.confirm());
		valueOf(await there.take({ confirmation }));
		valueOf(await there.take({ confirmation }));
		const versions = valueOf(await listReportVersions(there.context, there.project.id, there.report.id, {})).items;
		expect(versions).toMatchObject([{ number: 1, kind: 'export' }]);
	});

	test('asks for another confirmation when something else is found, or of somebody else', async () => {
		const there = await begin();
		const { id: confirmation } = valueOf(await there.confirm());
		const colleague = await addUser(store, 'Collega');
		await addMember(store, there.project.id, colleague, 'author');
		const query = { reportId: there.report.id, format: 'html', confirmation };
		const other = await exportReport(await contextFor(store, colleague), there.project.id, query);
		expect(codesOf(other)).toEqual(['export-confirmation-unknown']);
		await store.db.updateTable('projects').set({ small_cell: 5 }).where('id', '=', there.project.id).execute();
		expect(codesOf(await there.take({ confirmation }))).toEqual(['export-check-changed']);
		expect(codesOf(await there.confirm(there.file, { fingerprint: 'iets anders' }))).toEqual(['export-check-changed']);
	});

	test('needs nothing where enough interviews are counted', async () => {
		const there = await begin();
		await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', there.project.id).execute();
		expect(await there.check()).toMatchObject({ outcome: 'clear', findings: [] });
		expect(words(valueOf(await there.take()))).not.toContain('Nagekeken');
		expect(codesOf(await there.confirm())).toEqual(['export-nothing-to-confirm']);
	});
});

describe('what may not be taken away', () => {
	test('is a quote from an interview in which a name that was found is not settled', async () => {
		const there = await begin();
		const [said] = there.project.said;
		const shows = { kind: 'quote', codingId: said.codingId };
		const block = valueOf(
			await placeBlock(there.context, there.project.id, there.report.id, { ...there.place, shows })
		);
		await there.write([{ kind: 'live', id: block.id }]);
		const coder = await contextFor(store, there.project.users.coder);
		valueOf(await reportName(coder, there.project.id, said.sourceId, { version: 1, start: 20, end: 24 }));
		const check = await there.check();
		expect(check.outcome).toBe('forbidden');
		expect(check.findings[0]).toMatchObject({ rule: 'open-names', grade: 'forbidden' });
		expect(codesOf(await there.confirm())).toEqual(['export-forbidden', 'export-holds-open-names']);
		expect(codesOf(await there.take())).toEqual(['export-forbidden', 'export-holds-open-names']);
	});

	test('is what a block still says of a figure that was suppressed since', async () => {
		const there = await begin();
		const shows = { kind: 'figure', indicatorId: there.project.indicatorId };
		const block = valueOf(
			await placeBlock(there.context, there.project.id, there.report.id, { ...there.place, shows })
		);
		await there.write([{ kind: 'live', id: block.id }]);
		await store.db
			.updateTable('observations')
			.set({ suppressed: true, value: null })
			.where('indicator_id', '=', there.project.indicatorId)
			.where('area_id', '=', there.place.areaId)
			.where('wave_id', '=', there.project.waves[2025])
			.execute();
		const rules = (await there.check()).findings.map(({ rule }) => rule);
		expect(rules).toContain('suppressed-told');
		expect(codesOf(await there.take())).toEqual(['export-forbidden', 'export-tells-suppressed']);
	});
});

describe('the other files', () => {
	test('are taken away by scripts as before, and say who confirmed them where somebody did', async () => {
		const { project, context, place, check, confirm } = await begin();
		const files = [
			{
				asked: { kind: 'factsheet', areaId: place.areaId },
				take: (more: object) =>
					exportFactsheet(context, project.id, { areaId: place.areaId, format: 'html', ...more }, 'nl')
			},
			{
				asked: { kind: 'quotes' },
				take: (more: object) => exportQuotes(context, project.id, { format: 'csv', ...more }, 'nl')
			}
		];
		for (const { asked, take } of files) {
			const plain = words(valueOf(await take({})));
			expect(plain).not.toContain('Nagekeken');
			expect(plain).toContain('Niet bevestigd: in dit bestand zijn');
			expect((await check(asked)).outcome).toBe('confirm');
			const { id: confirmation } = valueOf(await confirm(asked));
			expect(words(valueOf(await take({ confirmation })))).toContain('Nagekeken op herkenning');
		}
		const file = { kind: 'joint-display', ...place };
		const { id: confirmation } = valueOf(await confirm(file));
		const display = { ...place, format: 'xlsx' };
		expect((await exportJointDisplay(context, project.id, display, 'nl')).ok).toBe(true);
		expect((await exportJointDisplay(context, project.id, { ...display, confirmation }, 'nl')).ok).toBe(true);
		const wrong = await exportJointDisplay(context, project.id, { ...display, confirmation: project.id }, 'nl');
		expect(codesOf(wrong)).toEqual(['export-confirmation-unknown']);
	});
});

describe('a display whose theme borrows a figure from another pillar', () => {
	const borrowed = async () => {
		const there = await begin();
		const { project, context, place } = there;
		const [said] = project.said;
		await store.db
			.updateTable('indicators')
			.set({ pillar_id: project.pillars.second })
			.where('id', '=', project.indicatorId)
			.execute();
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const addEvidence = [{ kind: 'quote', side: 'supports', codingId: said.codingId }];
		valueOf(await updateExplanation(context, project.id, explanationId, { addEvidence }));
		return { ...there, said, asked: { kind: 'joint-display', ...place } };
	};
	const found = async ({ check, asked }: Awaited<ReturnType<typeof borrowed>>) =>
		(await check(asked)).findings.map(({ rule }) => rule);

	test('is looked through for the people in the quotes beside its explanations', async () => {
		const there = await borrowed();
		expect(await found(there)).not.toContain('open-names');
		const coder = await contextFor(store, there.project.users.coder);
		valueOf(await reportName(coder, there.project.id, there.said.sourceId, { version: 1, start: 20, end: 24 }));
		expect(await found(there)).toContain('open-names');
		const taken = await exportJointDisplay(there.context, there.project.id, { ...there.place, format: 'xlsx' }, 'nl');
		expect(codesOf(taken)).toEqual(['export-forbidden', 'export-holds-open-names']);
	});

	test('is looked through for the numbers behind that figure', async () => {
		const there = await borrowed();
		expect(await found(there)).not.toContain('small-figure');
		await store.db
			.updateTable('observations')
			.set({ n: 4 })
			.where('indicator_id', '=', there.project.indicatorId)
			.where('area_id', '=', there.place.areaId)
			.execute();
		expect(await found(there)).toContain('small-figure');
	});
});

describe('a table of quotes that a question finds', () => {
	const question = (where: object) => ({ kind: 'queried-quotes', where });
	const where = { text: 'wijk*' };

	test('is looked through and confirmed as one by filters is, with the question in the body', async () => {
		const { project, context, check, confirm } = await begin();
		const take = (more: object = {}) =>
			exportQueriedQuotes(context, project.id, { format: 'csv', where, ...more }, 'nl');
		expect(await check(question(where))).toMatchObject({
			...{ kind: 'queried-quotes', outcome: 'confirm' },
			findings: (await check({ kind: 'quotes' })).findings
		});
		expect(words(valueOf(await take()))).not.toContain('Nagekeken');
		const { id: confirmation } = valueOf(await confirm(question(where)));
		expect(words(valueOf(await take({ confirmation })))).toContain('Nagekeken op herkenning door Test author');
		const kept = await store.db
			.selectFrom('disclosure_confirmations')
			.selectAll()
			.where('id', '=', confirmation)
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(kept)).not.toContain('wijk*');
	});

	test('does not leave with a confirmation of another question, or of the same words by filters', async () => {
		const { project, context, confirm } = await begin();
		const { id: other } = valueOf(await confirm(question({ group: 'resident' })));
		const { id: byFilter } = valueOf(await confirm({ kind: 'quotes' }));
		const take = (confirmation: string) =>
			exportQueriedQuotes(context, project.id, { format: 'csv', where, confirmation }, 'nl');
		expect(codesOf(await take(other))).toEqual(['export-check-changed']);
		expect(codesOf(await take(byFilter))).toEqual(['export-confirmation-unknown']);
	});

	test('is refused to who may not take it away, and so is what is not in the project', async () => {
		const { project, context } = await begin();
		const unknown = question({ code: project.id });
		expect(codesOf(await viewExportCheck(context, project.id, unknown, 'nl'))).toEqual(['query-code-unknown']);
		const coder = await contextFor(store, project.users.coder);
		expect(codesOf(await viewExportCheck(coder, project.id, question(where), 'nl'))).toEqual(['not-allowed']);
	});
});
