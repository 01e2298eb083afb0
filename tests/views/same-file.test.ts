import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '#lib/domain/problem.ts';
import type { Context } from '#lib/server/access/context.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportQuotes } from '#lib/server/views/export-quotes.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import type { ExportedFile } from '#lib/server/views/exported-file.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
let context: Context;
let reportId = '';

beforeAll(async () => {
	store = await testStore();
	project = await addDisplayProject(store);
	await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', project.id).execute();
	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
	context = await contextFor(store, project.users.author);
	const areaIds = [project.areas.district];
	const { codingId } = project.said[0];
	valueOf(await chooseQuote(context, project.id, project.rowOf(project.theme), codingId));
	reportId = valueOf(await addReport(context, project.id, { title: 'Eén wijk 😀', kind: 'final', areaIds })).id;
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const shows = { kind: 'chart', indicatorId: project.indicatorId };
	const chart = valueOf(await placeBlock(context, project.id, reportId, { ...place, shows }));
	const quote = valueOf(
		await placeBlock(context, project.id, reportId, { ...place, shows: { kind: 'quote', codingId } })
	);
	const text = [
		{ kind: 'live', id: chart.id },
		{ kind: 'live', id: quote.id }
	];
	valueOf(await writeSection(context, project.id, reportId, { ...place, slot: 'message' }, { version: 0, text }));
}, 120_000);
afterAll(() => store.close());

type Take = (context: Context) => Promise<Result<ExportedFile>>;

const display = (format: string): Take => {
	const [pillarId, areaId] = [() => project.pillars.first, () => project.areas.district];
	return (who) => exportJointDisplay(who, project.id, { pillarId: pillarId(), areaId: areaId(), format }, 'nl');
};
const report =
	(format: string): Take =>
	(who) =>
		exportReport(who, project.id, { reportId, format, quotes: 'true', methods: 'true' });
const factsheet =
	(format: string): Take =>
	(who) =>
		exportFactsheet(who, project.id, { areaId: project.areas.district, format }, 'nl');
const quotes =
	(format: string): Take =>
	(who) =>
		exportQuotes(who, project.id, { format }, 'nl');

const files: Readonly<Record<string, Take>> = {
	...Object.fromEntries(['docx', 'pdf', 'html'].map((format) => [`report as ${format}`, report(format)])),
	...Object.fromEntries(['docx', 'pdf', 'html'].map((format) => [`factsheet as ${format}`, factsheet(format)])),
	...Object.fromEntries(['docx', 'pdf', 'xlsx'].map((format) => [`display as ${format}`, display(format)])),
	...Object.fromEntries(['csv', 'xlsx'].map((format) => [`quotes as ${format}`, quotes(format)]))
};

describe('the same data', () => {
	test.each(Object.entries(files))(
		'are the same file another day: %s',
		async (_name, take) => {
			const nextDay = new Date(context.now().getTime() + 26 * 3_600_000);
			const one = valueOf(await take(context));
			const two = valueOf(await take({ ...context, now: () => nextDay }));
			expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
		},
		60_000
	);

	test('are dated by what changed last, in what the file tells', async () => {
		const html = async () => new TextDecoder().decode(valueOf(await factsheet('html')(context)).bytes);
		const elsewhere = { changed_at: new Date('2026-01-02T10:00:00Z') };
		await store.db
			.updateTable('codings')
			.set({ changed_at: new Date('2025-09-08T10:00:00Z') })
			.where('id', '=', project.said[1].codingId)
			.execute();
		await store.db.updateTable('report_sections').set(elsewhere).where('report_id', '=', reportId).execute();
		const quoted = new TextDecoder().decode(valueOf(await quotes('csv')(context)).bytes);
		expect(quoted).toContain('8 september 2025 om 12:00');
		expect(await html()).toContain('2 januari 2026 om 11:00');
	});
});
