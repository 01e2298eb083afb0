import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectEvent } from '../../src/lib/server/access/context.ts';
import { addStudy } from '../../src/lib/server/commands/add-study.ts';
import { addFinding, deleteFinding, updateFinding } from '../../src/lib/server/commands/change-findings.ts';
import {
	addStudyTable,
	deleteStudyTable,
	updateStudyTable
} from '../../src/lib/server/commands/change-study-tables.ts';
import { deletePillar } from '../../src/lib/server/commands/delete-pillar.ts';
import { deleteStudy } from '../../src/lib/server/commands/delete-study.ts';
import { updateStudy } from '../../src/lib/server/commands/update-study.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { exportJointDisplay } from '../../src/lib/server/views/export-joint-display.ts';
import { readJointDisplay } from '../../src/lib/server/views/joint-display.ts';
import { exportStudyTable, readStudy, viewStudies } from '../../src/lib/server/views/studies.ts';
import { toXlsx } from '../../src/lib/report/to-xlsx.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
import { confirmed } from '../support/confirmed.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, type DisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
let project: DisplayProject;
beforeAll(async () => {
	store = await testStore();
	project = await addDisplayProject(store);
});
afterAll(() => store.close());

const author = () => contextFor(store, project.users.author);
/** Somebody who changes things, and what other screens are told of it. */
const heard = async () => {
	const told: ProjectEvent[] = [];
	const context = await contextFor(store, project.users.author, { publish: (event) => told.push(event) });
	return { told, context };
};
const csv = (text: string, name = 'Diploma’s.csv') => ({ name, bytes: new TextEncoder().encode(text) });
const newStudy = async (name: string) =>
	valueOf(
		await addStudy(await author(), project.id, {
			...{ name, kind: 'secondary-analysis', institute: 'DUO', period: '2018-2022', method: 'Koppeling.', n: 340 }
		})
	);
const about = () => ({ pillarIds: [project.pillars.first], areaIds: [project.areas.district] });

describe('a study', () => {
	test('tells what it rests on; a number of somebody in it is replaced', async () => {
		const study = await newStudy('Over BSN');
		expect(study).toMatchObject({ institute: 'DUO', period: '2018-2022', n: 340, version: 1 });
		const input = { version: 1, remark: 'BSN 123456782' };
		const changed = valueOf(await updateStudy(await author(), project.id, study.id, input));
		expect(changed).toMatchObject({ remark: 'BSN [BSN]', institute: 'DUO', version: 2 });
		expect(codesOf(await updateStudy(await author(), project.id, study.id, input))).toEqual(['study-changed']);
		valueOf(await deleteStudy(await author(), project.id, study.id));
	});

	test('that is saved as it was keeps its version, and nobody is told', async () => {
		const study = await newStudy('Twee keer opgeslagen');
		const { told, context } = await heard();
		const { id, version: _, ...same } = study;
		expect(valueOf(await updateStudy(context, project.id, id, { version: 1, ...same }))).toEqual(study);
		expect(told).toEqual([]);
		expect(valueOf(await updateStudy(context, project.id, id, { version: 1, remark: 'Anders' })).version).toBe(2);
		expect(told).toMatchObject([{ kind: 'frame', ids: [id] }]);
		valueOf(await deleteStudy(context, project.id, id));
	});

	test('stays while it holds tables or findings, and so does what they are about', async () => {
		const study = await newStudy('Vol');
		const said = { text: 'Iets.', ...about() };
		const { id } = valueOf(await addFinding(await author(), project.id, study.id, said));
		expect(codesOf(await deleteStudy(await author(), project.id, study.id))).toEqual(['in-use']);
		const administrator = await contextFor(store, project.users.administrator);
		expect(codesOf(await deletePillar(administrator, project.id, project.pillars.first))).toContain('in-use');
		valueOf(await deleteFinding(await author(), project.id, study.id, id));
		valueOf(await deleteStudy(await author(), project.id, study.id));
	});
});

describe('a finding', () => {
	test('is written, changed on the version that was seen, and deleted', async () => {
		const study = await newStudy('Bevindingen');
		const said = { text: 'Meer jongeren 😀 halen een diploma.', direction: 'forward', ...about() };
		const finding = valueOf(await addFinding(await author(), project.id, study.id, said));
		expect(finding).toMatchObject({ ...said, indicatorIds: [], waveIds: [], version: 1 });
		const change = { version: 1, direction: 'no-change', waveIds: [project.waves[2025]] };
		const changed = valueOf(await updateFinding(await author(), project.id, study.id, finding.id, change));
		expect(changed).toEqual({ ...finding, ...change, version: 2 });
		expect(valueOf(await readStudy(await author(), project.id, study.id)).findings).toEqual([changed]);
		expect(codesOf(await updateFinding(await author(), project.id, study.id, finding.id, change))).toEqual([
			'evidence-changed'
		]);
		valueOf(await deleteFinding(await author(), project.id, study.id, finding.id));
		expect(codesOf(await deleteFinding(await author(), project.id, study.id, finding.id))).toEqual([
			'evidence-unknown'
		]);
	});

	test('that is saved as it was keeps its version, and nobody is told', async () => {
		const study = await newStudy('Bevinding zonder wijziging');
		const waveIds = [project.waves[2021], project.waves[2025]];
		const said = { text: 'Iets.', direction: 'forward', ...about(), waveIds };
		const finding = valueOf(await addFinding(await author(), project.id, study.id, said));
		const { told, context } = await heard();
		const save = (input: object) => updateFinding(context, project.id, study.id, finding.id, { version: 1, ...input });
		expect(valueOf(await save({ ...said, waveIds: waveIds.toReversed() })).version).toBe(1);
		expect(told).toEqual([]);
		expect(valueOf(await save({ waveIds: waveIds.slice(1) })).version).toBe(2);
		expect(told).toMatchObject([{ kind: 'study', change: 'changed', ids: [study.id] }]);
	});

	test('is about a pillar or an indicator at least', async () => {
		const study = await newStudy('Nergens bij');
		expect(codesOf(await addFinding(await author(), project.id, study.id, { text: 'Iets.' }))).toEqual([
			'evidence-without-subject'
		]);
	});

	test('of one study is not found in another', async () => {
		const [one, other] = [await newStudy('Een'), await newStudy('Ander')];
		const { id } = valueOf(await addFinding(await author(), project.id, one.id, { text: 'Iets.', ...about() }));
		expect(codesOf(await deleteFinding(await author(), project.id, other.id, id))).toEqual(['evidence-unknown']);
	});
});

describe('a table', () => {
	test('is read from its file, kept as data, and taken away again', async () => {
		const study = await newStudy('Tabellen');
		const fields = { note: 'Afgerond.', pillarIds: project.pillars.first, areaIds: [project.areas.district] };
		const file = csv('Schooljaar;Diploma;BSN\n2018;62,5;123456782\n2020;=1+1;\n');
		const added = valueOf(await addStudyTable(await author(), project.id, study.id, [file], fields));
		expect(added).toMatchObject({
			caption: 'Diploma’s',
			columns: ['Schooljaar', 'Diploma', 'BSN'],
			rows: [
				['2018', '62,5', '[BSN]'],
				['2020', '=1+1', null]
			],
			rowHeaders: true,
			...about(),
			bsns: 1
		});
		const taken = await exportStudyTable(await author(), project.id, { tableId: added.id, format: 'csv' }, 'nl');
		const text = new TextDecoder().decode(valueOf(taken).bytes);
		expect(text).toContain('Bron of instituut;DUO');
		expect(text).toContain("2020;'=1+1;");
		expect(text).not.toContain('Niet bevestigd');
		const change = { version: 1, caption: 'Diploma’s per jaar', rowHeaders: false };
		const changed = valueOf(await updateStudyTable(await author(), project.id, study.id, added.id, change));
		expect(changed).toMatchObject({ ...change, version: 2, columns: added.columns, rows: added.rows });
		valueOf(await deleteStudyTable(await author(), project.id, study.id, added.id));
		expect(valueOf(await readStudy(await author(), project.id, study.id)).tables).toEqual([]);
	});

	test('in which few people are counted says in its file whether somebody looked at that', async () => {
		const study = await newStudy('Kleine aantallen');
		const fields = { caption: 'Schoolverlaters', pillarIds: project.pillars.first };
		const file = csv('Schooljaar;Aantal\n2018;4\n2020;31\n');
		const added = valueOf(await addStudyTable(await author(), project.id, study.id, [file], fields));
		const taken = await exportStudyTable(await author(), project.id, { tableId: added.id, format: 'csv' }, 'nl');
		expect(new TextDecoder().decode(valueOf(taken).bytes)).toContain('Niet bevestigd: in dit bestand is 1');
		const confirmation = await confirmed(await author(), project.id, { kind: 'study-table', tableId: added.id });
		const asked = { tableId: added.id, format: 'csv', confirmation };
		const { bytes } = valueOf(await exportStudyTable(await author(), project.id, asked, 'nl'));
		expect(new TextDecoder().decode(bytes)).toContain('Nagekeken op herkenning door Test author');
		const again = valueOf(await addStudyTable(await author(), project.id, study.id, [file], fields));
		const other = await exportStudyTable(await author(), project.id, { ...asked, tableId: again.id }, 'nl');
		expect(codesOf(other)).toEqual(['export-check-changed']);
	});

	test('of a workbook is called after what stands above it; of several sheets one is named', async () => {
		const study = await newStudy('Werkmap');
		const fields = { pillarIds: project.pillars.first };
		const column = { label: 'Schooljaar', width: 12 };
		const sheets = ['Jaar 2018', 'Jaar 2022'].map((name) => ({
			...{ name, watermark: `Diploma’s, ${name} 😀`, about: [], columns: [column, column], rows: [[2018, 62.5]] }
		}));
		const file = { name: 'loopbanen.xlsx', bytes: await toXlsx(sheets, 'nl') };
		const asked = await addStudyTable(await author(), project.id, study.id, [file], fields);
		expect(asked).toMatchObject({
			problems: [
				{ code: 'study-table-which-sheet', params: { sheets: 'Jaar 2018 / Jaar 2022 / Over dit bestand' }, at: 'sheet' }
			]
		});
		const named = { ...fields, sheet: 'Jaar 2022' };
		const added = valueOf(await addStudyTable(await author(), project.id, study.id, [file], named));
		expect(added).toMatchObject({ caption: 'Diploma’s, Jaar 2022 😀', rows: [[2018, 62.5]] });
		expect(added).not.toHaveProperty('sheet');
		const other = { ...named, sheet: 'Jaar 2030' };
		expect(codesOf(await addStudyTable(await author(), project.id, study.id, [file], other))).toEqual([
			'study-table-sheet-unknown'
		]);
		expect(valueOf(await readStudy(await author(), project.id, study.id)).tables).toHaveLength(1);
	});

	test('that is no table is refused, and leaves nothing', async () => {
		const study = await newStudy('Geen tabel');
		const fields = { pillarIds: project.pillars.first };
		const bad = [{ name: 'x.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) }];
		expect(codesOf(await addStudyTable(await author(), project.id, study.id, bad, fields))).toHaveLength(1);
		expect(codesOf(await addStudyTable(await author(), project.id, study.id, [], fields))).toEqual([
			'table-file-missing'
		]);
		expect(valueOf(await readStudy(await author(), project.id, study.id)).tables).toEqual([]);
	});
});

test('the joint display shows findings and tables beside figures and voices, and so do its files', async () => {
	const study = await newStudy('Schoolloopbanen');
	const said = { text: 'Meer jongeren halen een diploma.', direction: 'forward', ...about() };
	valueOf(await addFinding(await author(), project.id, study.id, { ...said, indicatorIds: [project.indicatorId] }));
	const fields = { caption: 'Diploma’s per jaar', pillarIds: project.pillars.first };
	valueOf(await addStudyTable(await author(), project.id, study.id, [csv('Jaar;Aantal\n2018;3')], fields));
	const linked = { caption: 'Alleen bij een cijfer', indicatorIds: project.indicatorId };
	valueOf(await addStudyTable(await author(), project.id, study.id, [csv('Jaar;Aantal\n2018;3')], linked));
	const asked = { pillarId: project.pillars.first, areaId: project.areas.district };

	const display = valueOf(await readJointDisplay(await author(), project.id, asked));
	expect(display.studies.findings).toContainEqual(expect.objectContaining({ text: said.text, study: study.name }));
	for (const caption of ['Diploma’s per jaar', 'Alleen bij een cijfer'])
		expect(display.studies.tables).toContainEqual(expect.objectContaining({ caption }));
	const beside = valueOf(
		await readJointDisplay(await author(), project.id, { ...asked, pillarId: project.pillars.second })
	);
	expect(beside.studies.tables.map(({ caption }) => caption)).not.toContain('Alleen bij een cijfer');
	const rows = display.rows.filter(({ figures }) =>
		figures.some(({ indicatorId }) => indicatorId === project.indicatorId)
	);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) expect(row.findings.map(({ text }) => text)).toContain(said.text);

	const elsewhere = { ...asked, areaId: project.areas.other };
	const other = valueOf(await readJointDisplay(await author(), project.id, elsewhere));
	expect(other.studies.findings.map(({ text }) => text)).not.toContain(said.text);

	for (const format of ['docx', 'xlsx'] as const) {
		const file = valueOf(await exportJointDisplay(await author(), project.id, { ...asked, format }, 'nl'));
		const xml = Object.values(parts(file.bytes)).join('');
		expect(xml).toContain(said.text);
		expect(xml).toContain('Die telt niet mee in het voorstel.');
	}
});

test('a study is listed with how much somebody can read in it', async () => {
	const { items } = valueOf(await viewStudies(await author(), project.id));
	expect(items.find(({ name }) => name === 'Schoolloopbanen')).toMatchObject({ tables: 2, findings: 1 });
});
