import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LiveBlockAnswer, ReportSectionAnswer } from '#lib/contract/report.ts';
import { addReport } from '#lib/server/commands/add-report.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { deleteReport, restoreReport } from '#lib/server/commands/delete-report.ts';
import { editSource } from '#lib/server/commands/edit-source.ts';
import { keepBlock } from '#lib/server/commands/keep-block.ts';
import { placeBlock } from '#lib/server/commands/place-block.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import { refreshBlock } from '#lib/server/commands/refresh-block.ts';
import { updateReport } from '#lib/server/commands/update-report.ts';
import { writeSection } from '#lib/server/commands/write-section.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportReport } from '#lib/server/views/export-report.ts';
import { listReports, readReport } from '#lib/server/views/list-reports.ts';
import { searchReportQuotes, viewReportChoices } from '#lib/server/views/report-choices.ts';
import { viewReport } from '#lib/server/views/report-page.ts';
import { readSourceUses } from '#lib/server/views/source-uses.ts';
import { readBlock, readSection } from '#lib/server/views/report-sections.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { textOf } from '../support/rich-text-of.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'in één wijk er\u0303g thuis, met 👩‍👩‍👧';

/** A report about the district, by its author, with the place in which the tests write. */
const begin = async () => {
	const project = await addDisplayProject(store);
	await allowQuotes(project, true);
	const context = await contextFor(store, project.users.author);
	const report = valueOf(
		await addReport(context, project.id, {
			title: 'Testwijk 2021–2025',
			kind: 'final',
			areaIds: [project.areas.district]
		})
	);
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	return {
		project,
		context,
		report,
		place,
		write: (text: unknown, version = 0, slot = 'message') =>
			writeSection(context, project.id, report.id, { ...place, slot }, { version, text }),
		read: async (slot = 'message'): Promise<ReportSectionAnswer> =>
			valueOf(await readSection(context, project.id, report.id, { ...place, slot })),
		put: async (shows: unknown): Promise<LiveBlockAnswer> =>
			valueOf(await placeBlock(context, project.id, report.id, { ...place, shows })),
		block: async (id: string): Promise<LiveBlockAnswer> => valueOf(await readBlock(context, project.id, report.id, id))
	};
};

const allowQuotes = async ({ id }: DisplayProject, quotes_allowed: boolean) => {
	await store.db.updateTable('sources').set({ quotes_allowed }).where('project_id', '=', id).execute();
};

const setValue = async ({ indicatorId, areas, waves }: DisplayProject, value: number) => {
	await store.db
		.updateTable('observations')
		.set({ value })
		.where('indicator_id', '=', indicatorId)
		.where('area_id', '=', areas.district)
		.where('wave_id', '=', waves[2025])
		.execute();
};

describe('the appendices of a report that is taken away', () => {
	const take = async (there: Awaited<ReturnType<typeof begin>>, more: Readonly<Record<string, string>>) => {
		await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', there.project.id).execute();
		const query = { reportId: there.report.id, format: 'html', ...more };
		const file = valueOf(await exportReport(there.context, there.project.id, query));
		return new TextDecoder().decode(file.bytes);
	};

	test('hold every quote with all its words, and none that may not be quoted any more', async () => {
		const there = await begin();
		const { id, whole } = await there.put({
			kind: 'quote',
			codingId: there.project.said[0].codingId,
			shortened: null
		});
		valueOf(await there.write([{ kind: 'live', id }], 0, 'residents'));
		expect(await take(there, {})).not.toContain('Bijlage: citaten');
		const withQuotes = await take(there, { quotes: 'true' });
		expect(withQuotes).toContain('<caption>1 citaat</caption>');
		expect(withQuotes).toContain('Aantallen en vingerafdrukken');
		await allowQuotes(there.project, false);
		const without = await take(there, { quotes: 'true' });
		expect(without).toContain('In dit rapport staan geen citaten.');
		expect(without).not.toContain(whole ?? 'no words');
	});

	test('tell codebook, coders, thresholds and counts, for all pillars and areas', async () => {
		const html = await take(await begin(), { methods: 'true' });
		expect(html).toContain('Bijlage: verantwoording');
		expect(html).toMatch(/codeurs? (heeft|hebben) de gesprekken gecodeerd/);
		expect(html).toContain('Drempel per cijfer');
		expect(html).toContain('Verandering telt vanaf');
	});
});

describe('a chart in a report', () => {
	test('is a line over the rounds, which says when its figures change and is refreshed', async () => {
		const { project, write, read, put, context, report } = await begin();
		const block = await put({ kind: 'chart', indicatorId: project.indicatorId });
		const written = valueOf(await write([{ kind: 'live', id: block.id }]));
		expect(valueOf(await write([{ kind: 'live', id: block.id }])).version).toBe(written.version);
		expect(block).toMatchObject({ state: 'same', said: { kind: 'chart' } });
		expect(block.said?.kind === 'chart' && block.said.points.map(({ label }) => label)).toContain('2025');
		await setValue(project, 12);
		expect((await read()).blocks[0]).toMatchObject({ state: 'changed', shows: { kind: 'chart' } });
		const fresh = valueOf(await refreshBlock(context, project.id, report.id, block.id, {}));
		expect(fresh.said?.kind === 'chart' && fresh.said.points.at(-1)?.value).toBe(12);
	});
});

describe('a report', () => {
	test('is about areas and two rounds, the first and the last when nothing is said', async () => {
		const { project, context, report } = await begin();
		expect(report).toMatchObject({ version: 1, fromWaveId: project.waves[2021], toWaveId: project.waves[2025] });
		expect(valueOf(await listReports(context, project.id)).items).toEqual([report]);
	});

	test('gets another title, and says so to who saw an older one', async () => {
		const { project, context, report } = await begin();
		const changed = valueOf(await updateReport(context, project.id, report.id, { version: 1, title: 'Anders' }));
		expect(changed).toMatchObject({ version: 2, title: 'Anders' });
		expect(codesOf(await updateReport(context, project.id, report.id, { version: 1, title: 'Nog anders' }))).toEqual([
			'report-changed'
		]);
		expect(valueOf(await updateReport(context, project.id, report.id, { version: 1, title: 'Anders' })).version).toBe(
			2
		);
	});

	test('goes and comes back', async () => {
		const { project, context, report } = await begin();
		valueOf(await deleteReport(context, project.id, report.id));
		expect(codesOf(await readReport(context, project.id, report.id))).toEqual(['report-unknown']);
		expect(valueOf(await restoreReport(context, project.id, report.id)).title).toBe(report.title);
		expect((await readReport(context, project.id, report.id)).ok).toBe(true);
	});

	test('does not exist for an author of other areas, who cannot begin one there either', async () => {
		const { project, report } = await begin();
		const userId = await addUser(store, 'Auteur elders');
		await addMember(store, project.id, userId, 'author', [project.areas.other]);
		const context = await contextFor(store, userId);
		expect(codesOf(await readReport(context, project.id, report.id))).toEqual(['report-unknown']);
		expect(valueOf(await listReports(context, project.id)).items).toEqual([]);
		const both = { title: 'Twee wijken', kind: 'final', areaIds: [project.areas.other, project.areas.district] };
		expect(codesOf(await addReport(context, project.id, both))).toEqual(['not-allowed']);
	});

	test('is not about areas or rounds of another project', async () => {
		const { project, context } = await begin();
		const other = await addDisplayProject(store);
		const input = { title: 'Elders', kind: 'factsheet' };
		for (const wrong of [
			{ areaIds: [other.areas.district] },
			{ areaIds: [project.areas.district], toWaveId: other.waves[2025] }
		])
			expect(codesOf(await addReport(context, project.id, { ...input, ...wrong }))).toEqual(['reference-unknown']);
	});
});

describe('a text of a report', () => {
	test('is stored with who wrote it and when, once when it is sent twice', async () => {
		const { project, write, read } = await begin();
		for (let times = 0; times < 2; times += 1)
			expect(valueOf(await write(textOf('Het gaat beter 😀.')))).toMatchObject({
				version: 1,
				changedBy: { id: project.users.author, name: 'Test author' }
			});
		expect(await read()).toMatchObject({ version: 1, text: textOf('Het gaat beter 😀.'), blocks: [] });
		expect(await read('attention')).toMatchObject({ version: 0, text: [], changedBy: null });
	});

	test('is not overwritten by who did not see what a colleague wrote', async () => {
		const { write, read } = await begin();
		valueOf(await write(textOf('Van de een.')));
		expect(codesOf(await write(textOf('Van de ander.')))).toEqual(['report-text-changed']);
		expect((await read()).text).toEqual(textOf('Van de een.'));
		expect(valueOf(await write(textOf('Van beiden.'), 1)).version).toBe(2);
	});

	test('holds live blocks of its own report only', async () => {
		const here = await begin();
		const there = await begin();
		const { id } = await there.put({ kind: 'figure', indicatorId: there.project.indicatorId });
		expect(codesOf(await here.write([{ kind: 'live', id }]))).toEqual(['report-block-unknown']);
		expect(valueOf(await there.write([{ kind: 'live', id }])).blocks).toMatchObject([{ id, state: 'same' }]);
	});
});

describe('a figure in a text', () => {
	test('says that its value changed, and is refreshed, or kept with a reason', async () => {
		const { project, context, report, put, block } = await begin();
		const { id, said, state } = await put({ kind: 'figure', indicatorId: project.indicatorId });
		expect(state).toBe('same');
		expect(JSON.stringify(said)).toContain('34% in 2021, 31% in 2023 en 26% in 2025. Gunstiger: 8 procentpunt lager.');
		await setValue(project, 22);
		expect(await block(id)).toMatchObject({ state: 'changed', said });
		expect(JSON.stringify((await block(id)).now)).toContain('22% in 2025. Gunstiger: 12 procentpunt lager.');

		const keep = await keepBlock(context, project.id, report.id, id, { reason: 'Het rapport is al vastgesteld.' });
		expect(valueOf(keep)).toMatchObject({ state: 'kept', said, kept: { reason: 'Het rapport is al vastgesteld.' } });
		await setValue(project, 20);
		expect(await block(id)).toMatchObject({ state: 'changed' });
		const fresh = valueOf(await refreshBlock(context, project.id, report.id, id, {}));
		expect(fresh).toMatchObject({ state: 'same', kept: null });
		expect(JSON.stringify(fresh.said)).toContain('20% in 2025');
	});
});

describe('a quote in a text', () => {
	test('is shortened with (…) and still leads to its passage', async () => {
		const { project, context, report, put } = await begin();
		const codingId = project.said[0].codingId;
		const block = await put({ kind: 'quote', codingId, shortened: 'in één wijk (…)' });
		expect(block).toMatchObject({
			shows: { codingId },
			said: { text: 'in één wijk (…)', reference: 'TES-B-01 · 2025 · beurt 1' },
			whole: words
		});
		const other = await refreshBlock(context, project.id, report.id, block.id, { shortened: 'heel andere woorden' });
		expect(codesOf(other)).toEqual(['report-quote-other-words']);
		const whole = valueOf(await refreshBlock(context, project.id, report.id, block.id, { shortened: null }));
		expect(whole.said).toMatchObject({ text: words });
	});

	test('shows no word any more once its speaker does not want to be quoted', async () => {
		const { project, context, report, put, block } = await begin();
		const { id } = await put({ kind: 'quote', codingId: project.said[0].codingId, shortened: 'in één wijk (…)' });
		await allowQuotes(project, false);
		const now = await block(id);
		expect(now).toMatchObject({ state: 'not-allowed', said: null, now: null, whole: null });
		expect(JSON.stringify(now)).not.toContain('wijk');
		for (const attempt of [
			await refreshBlock(context, project.id, report.id, id, {}),
			await keepBlock(context, project.id, report.id, id, { reason: 'Toch.' })
		])
			expect(codesOf(attempt)).toEqual(['report-block-not-allowed']);
	});

	test('is refused without consent, or from another area', async () => {
		const { project, context, report, place } = await begin();
		await allowQuotes(project, false);
		const shows = { kind: 'quote', codingId: project.said[0].codingId };
		const attempt = (where: object) => placeBlock(context, project.id, report.id, { ...place, ...where, shows });
		expect(codesOf(await attempt({}))).toEqual(['report-block-not-allowed']);
		expect(codesOf(await attempt({ areaId: project.areas.other }))).toEqual(['report-place-unknown']);
	});

	test('goes out of every report with its interview', async () => {
		const { project, put, write, read } = await begin();
		const { id } = await put({ kind: 'quote', codingId: project.said[0].codingId });
		valueOf(await write([{ kind: 'live', id }]));
		await store.db.deleteFrom('sources').where('id', '=', project.said[0].sourceId).execute();
		expect(await read()).toMatchObject({ text: [{ kind: 'live', id }], blocks: [] });
		const left = await store.db.selectFrom('report_blocks').select('id').where('id', '=', id).execute();
		expect(left).toEqual([]);
	});

	test('does not keep a name that is found later', async () => {
		const { project, put, block } = await begin();
		const { sourceId, codingId } = project.said[0];
		const { id } = await put({ kind: 'quote', codingId, shortened: 'in één wijk (…)' });
		const coder = await contextFor(store, project.users.coder);
		valueOf(await reportName(coder, project.id, sourceId, { version: 1, start: 20, end: 24 }));
		const now = await block(id);
		expect(now.state).toBe('changed');
		expect(JSON.stringify(now)).not.toContain('wijk');
	});

	test('says that it changed when the transcript was corrected, with the words of now and the version it was taken in', async () => {
		const { project, put, block } = await begin();
		const { sourceId, codingId, text } = project.said[0];
		const { id, quoted } = await put({ kind: 'quote', codingId });
		expect(quoted).toEqual({ sourceId, takenIn: 1, isAllowed: true, consent: null });
		const at = [...text.slice(0, text.indexOf('thuis'))].length;
		const operations = [{ retain: at }, { insert: 'heel 😀 ' }];
		const interviewer = await contextFor(store, project.users.interviewer);
		const change = { version: 1, operations, reason: 'nageluisterd' };
		valueOf(await editSource(interviewer, project.id, sourceId, change));
		const now = await block(id);
		expect(now.state).toBe('changed');
		expect(now.said).toMatchObject({ text: words });
		expect(now.now).toMatchObject({ text: words.replace('thuis', 'heel 😀 thuis') });
		expect(now.quoted).toMatchObject({ takenIn: 1 });
	});

	test('says what a participant answered about quoting, and when', async () => {
		const { project, put, block } = await begin();
		const { sourceId, codingId } = project.said[0];
		const { id } = await put({ kind: 'quote', codingId });
		const interviewer = await contextFor(store, project.users.interviewer);
		await addPerson(interviewer, project.id, {
			...{ label: 'TES-B-01', group: 'resident', links: [{ sourceId, speakerId: null }] },
			answers: { participation: 'given', quotes: 'refused' }
		});
		expect((await block(id)).quoted).toMatchObject({
			isAllowed: false,
			consent: { state: 'refused', decidedOn: '2025-03-01' }
		});
	});

	test('is found from its interview', async () => {
		const { project, context, report, put, write, place } = await begin();
		const { sourceId, codingId } = project.said[0];
		const { id } = await put({ kind: 'quote', codingId });
		expect(valueOf(await readSourceUses(context, project.id, sourceId)).items).toEqual([]);
		valueOf(await write([...textOf('Een bewoner:'), { kind: 'live', id }], 0, 'residents'));
		expect(valueOf(await readSourceUses(context, project.id, sourceId)).items).toMatchObject([
			{ reportId: report.id, ...place, slot: 'residents', codingId }
		]);
	});
});

describe('counts, displays and tables in a text', () => {
	test('count interviews, and tell what nobody decided as no judgement', async () => {
		const { project, put } = await begin();
		const count = await put({ kind: 'count', codeId: project.theme, group: 'together', saying: 'forward' });
		expect(count.said).toEqual({
			kind: 'lines',
			lines: ['Over ‘Je veilig voelen’: 3 van 3 gesprekken zeggen dat het vooruitgaat.']
		});
		const display = await put({ kind: 'display' });
		expect(JSON.stringify(display.said)).toContain(
			'Nog geen oordeel. Voorstel: Bevestigt. 1 van 1 indicator gunstiger; 3 van 3 gesprekken vooruit.'
		);
		expect((await put({ kind: 'table' })).said).toMatchObject({
			kind: 'table',
			columns: ['Cijfer', '2021', '2023', '2025', 'Ontwikkeling']
		});
	});
});

describe('what can be placed', () => {
	test('has a chosen quote as it was shortened, and placing it so keeps the original beside it', async () => {
		const { project, context, report, place, put } = await begin();
		const [{ codingId }] = project.said;
		const shortened = 'in één wijk (…) met 👩‍👩‍👧';
		valueOf(await chooseQuote(context, project.id, project.rowOf(project.theme), codingId, { shortened }));
		const [quote] = valueOf(await viewReportChoices(context, project.id, report.id, place)).quotes;
		expect(quote).toMatchObject({ codingId, text: words, shortened });
		const block = await put({ kind: 'quote', codingId, shortened: quote?.shortened });
		expect(block.said).toMatchObject({ kind: 'quote', text: shortened });
		expect(block.shows).toEqual({ kind: 'quote', codingId, shortened });
	});

	test('begins with the quotes that were chosen, and finds others by their words', async () => {
		const { project, context, report, place } = await begin();
		const [chosen, other] = project.said;
		valueOf(await chooseQuote(context, project.id, project.rowOf(project.theme), chosen.codingId));
		const choices = valueOf(await viewReportChoices(context, project.id, report.id, place));
		expect(choices.quotes).toMatchObject([{ codingId: chosen.codingId, theme: 'Je veilig voelen', isChosen: true }]);
		expect(choices.figures).toMatchObject([{ indicatorId: project.indicatorId }]);
		expect(choices.themes.map(({ name }) => name)).toContain('Je veilig voelen');
		expect(choices.quotes).toMatchObject([{ shortened: null }]);
		const found = await searchReportQuotes(context, project.id, report.id, { ...place, words: 'ÉÉN wijk' });
		expect(valueOf(found).items.map(({ codingId }) => codingId)).toContain(other.codingId);
	});
});

describe('the page of a report', () => {
	test('counts what is written and what asks for attention', async () => {
		const { project, context, report, put, write } = await begin();
		const { id } = await put({ kind: 'figure', indicatorId: project.indicatorId });
		valueOf(await write([{ kind: 'live', id }], 0, 'figures'));
		await setValue(project, 12);
		const page = valueOf(await viewReport(context, project.id, report.id, {}));
		expect(page.outline.filter(({ written }) => written > 0)).toEqual([
			{ pillarId: project.pillars.first, areaId: project.areas.district, written: 1, attention: 1, comments: 0 }
		]);
		expect(page.sections.map(({ slot }) => slot)).toEqual([
			'message',
			'figures',
			'residents',
			'professionals',
			'explanations',
			'attention'
		]);
	});
});
