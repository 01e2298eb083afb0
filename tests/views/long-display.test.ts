import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/database.ts';
import { exportLongDisplay } from '#lib/server/views/export-long-display.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { sheetsOf } from '../report/unzip.ts';
import { confirmed } from '../support/confirmed.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { addCoding, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async (smallCell: number) => {
	const project = await addDisplayProject(store);
	await store.db.updateTable('projects').set({ small_cell: smallCell }).where('id', '=', project.id).execute();
	const context = await contextFor(store, project.users.author);
	const take = async (more: object = {}) => {
		const file = valueOf(await exportLongDisplay(context, project.id, { format: 'csv', ...more }, 'nl'));
		const rows = Papa.parse<string[]>(new TextDecoder().decode(file.bytes), { delimiter: ';' }).data;
		const head = rows.findIndex(([first]) => first === 'Wijk');
		return {
			columns: rows[head],
			rows: rows.slice(head + 1).filter((row) => row.length > 5),
			about: rows.slice(0, head)
		};
	};
	return { project, context, take };
};
const ofTheme = (rows: readonly (readonly string[])[], theme = 'Je veilig voelen') =>
	rows.filter((row) => row[2] === theme).map((row) => row.slice(3));

const codeAgain = async (project: DisplayProject) => {
	const [said] = project.said;
	return addCoding(store, project, { id: said.sourceId, text: said.text }, { start: 0, end: 4 }, project.theme);
};

test('voices in long form count interviews and codings, with a row for being mentioned at all', async () => {
	const { project, take } = await begin(1);
	await codeAgain(project);
	const { columns, rows, about } = await take();
	expect(columns).toEqual([
		...['Wijk', 'Pijler', 'Thema', 'Meetronde', 'Groep', 'Richting'],
		...['Gesprekken', 'Gesprekken in totaal', 'Coderingen']
	]);
	expect(ofTheme(rows)).toEqual([
		['2025', 'bewoner', 'genoemd', '2', '2', '3'],
		['2025', 'bewoner', 'gaat vooruit', '2', '2', '2'],
		['2025', 'professional', 'genoemd', '1', '1', '1'],
		['2025', 'professional', 'gaat vooruit', '1', '1', '1']
	]);
	expect(about.map(([label]) => label)).toContain('In dit bestand: Stemmen');
});

test('a group of which too few were spoken to is one row that does not say what they say', async () => {
	const { take } = await begin(2);
	const { rows, about } = await take();
	expect(ofTheme(rows)).toEqual([
		['2025', 'bewoner', 'niet apart: een kleine groep is ermee af te leiden', '', '2', ''],
		['2025', 'professional', 'te weinig om te splitsen', '', '1', ''],
		['2025', 'samen', 'genoemd', '3', '3', '3'],
		['2025', 'samen', 'gaat vooruit', '3', '3', '3']
	]);
	expect(JSON.stringify(about)).toContain('2 groepen gesprekken staan er zonder wat zij zeggen.');
	expect(JSON.stringify(about)).toContain('Van de groep professional is er 1 gesprek.');
});

test('the file is looked through: it says what could point to somebody and that nobody confirmed it', async () => {
	const { project, context, take } = await begin(1);
	expect(JSON.stringify((await take()).about)).not.toContain('Niet bevestigd');
	await store.db.updateTable('projects').set({ small_cell: 3 }).where('id', '=', project.id).execute();
	expect(JSON.stringify((await take()).about)).toContain('Niet bevestigd: in dit bestand zijn 2 punten gevonden');
	const confirmation = await confirmed(context, project.id, { kind: 'long-display' });
	expect(JSON.stringify((await take({ confirmation })).about)).toContain('Nagekeken op herkenning');
});

test('rounds that the project does not have are refused', async () => {
	const { project, context } = await begin(1);
	for (const asked of [{ fromWaveId: project.id }, { toWaveId: project.id }])
		expect(codesOf(await exportLongDisplay(context, project.id, { format: 'csv', ...asked }, 'nl'))).toEqual([
			'display-unknown'
		]);
});

test('chosen pillars and areas are taken, figures as CSV too, and both in Excel', async () => {
	const { project, context, take } = await begin(1);
	const { areas, pillars } = project;
	expect((await take({ areaIds: areas.district, pillarIds: pillars.first })).rows.length).toBeGreaterThan(0);
	const figures = await take({ table: 'figures', areaIds: areas.district });
	expect(figures.rows.map((row) => [row[5], row[7]])).toContainEqual(['2025', '26']);
	const file = valueOf(await exportLongDisplay(context, project.id, { format: 'xlsx' }, 'nl'));
	expect(sheetsOf(file.bytes).map(({ name }) => name)).toEqual(['Stemmen', 'Cijfers', 'Over dit bestand']);
	const unknown = await exportLongDisplay(context, project.id, { format: 'csv', areaIds: project.id }, 'nl');
	expect(codesOf(unknown)).toEqual(['display-unknown']);
});
