import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '#lib/domain/problem.ts';
import type { Context } from '#lib/server/access/context.ts';
import { addReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportCodebook } from '#lib/server/views/export-codebook.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportLongDisplay } from '#lib/server/views/export-long-display.ts';
import { exportQuotes } from '#lib/server/views/export-quotes.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import type { ExportedFile } from '#lib/server/views/exported-file.ts';
import { exportEdition } from '#lib/server/views/factsheet-editions.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { exportNetworkDisplay } from '#lib/server/views/network-display.ts';
import { exportReviewSession } from '#lib/server/views/review-sessions.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice, type DisplayProject } from '../support/display-project.ts';
import { addCode, contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
let context: Context;
let reportId = '';
let sessionId = '';
let editionId = '';

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
	const rounds = { fromWaveId: project.waves[2021], toWaveId: project.waves[2025] };
	const session = { areaId: place.areaId, ...rounds, heldOn: '2025-11-20', participants: 'wijkmanager é' };
	sessionId = valueOf(await addReviewSession(context, project.id, session)).id;
	for (const code of [project.theme, project.narrower])
		valueOf(
			await decideFit(context, project.id, project.rowOf(code), {
				...{ fit: 'confirms', reason: 'Samen bekeken.', metaInference: 'Veiliger.' }
			})
		);
	editionId = valueOf(await publishFactsheet(context, project.id, { areaId: place.areaId, ...rounds })).id;
	const group = await addCode(store, project, 'Samenwerking', { isCodable: false });
	const theme = await addCode(store, project, 'Elkaar kennen', { parentId: group });
	for (const title of ['TES-P-11', 'TES-P-12'])
		await addVoice(store, project, { title, group: 'professional', codeId: theme, level: 'good' });
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

const session =
	(format: string): Take =>
	(who) =>
		exportReviewSession(who, project.id, { sessionId, format }, 'nl');
const edition =
	(format: string): Take =>
	(who) =>
		exportEdition(who, project.id, { editionId, format });
const long =
	(format: string): Take =>
	(who) =>
		exportLongDisplay(who, project.id, { format }, 'nl');
const network =
	(format: string): Take =>
	(who) =>
		exportNetworkDisplay(who, project.id, { format }, 'nl');
const codebook =
	(format: string): Take =>
	(who) =>
		exportCodebook(who, project.id, { format }, 'nl');

const files: Readonly<Record<string, Take>> = {
	...Object.fromEntries(['docx', 'pdf', 'html'].map((format) => [`report as ${format}`, report(format)])),
	...Object.fromEntries(['docx', 'pdf', 'html'].map((format) => [`factsheet as ${format}`, factsheet(format)])),
	...Object.fromEntries(['docx', 'pdf', 'xlsx'].map((format) => [`display as ${format}`, display(format)])),
	...Object.fromEntries(['docx', 'html'].map((format) => [`session sheet as ${format}`, session(format)])),
	...Object.fromEntries(['docx', 'pdf', 'html'].map((format) => [`edition as ${format}`, edition(format)])),
	...Object.fromEntries(
		['csv', 'xlsx'].flatMap((format) => [
			[`quotes as ${format}`, quotes(format)],
			[`long form as ${format}`, long(format)],
			[`network as ${format}`, network(format)],
			[`codebook as ${format}`, codebook(format)]
		])
	)
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
