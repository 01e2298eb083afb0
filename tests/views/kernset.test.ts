import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '#lib/import/read-table.ts';
import { addIndicator } from '#lib/server/commands/add-indicator.ts';
import { importIndicators } from '#lib/server/commands/import-indicators.ts';
import { saveTypedObservation, type TypedObservation } from '#lib/server/commands/save-typed-observation.ts';
import { importObservations } from '#lib/server/commands/import-figures.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportKernset } from '#lib/server/views/export-kernset.ts';
import { viewFrame } from '#lib/server/views/kernset-frame.ts';
import { viewKernset } from '#lib/server/views/kernset.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A project with one indicator of its first pillar. */
const kernset = async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.administrator);
	const input = {
		key: 'KV1',
		label: 'Voelt zich onveilig é 😀',
		pillarId: project.pillars.first,
		unit: '% 15+',
		direction: 'lower-better' as const,
		kind: 'survey' as const,
		rhythm: null
	};
	const indicator = valueOf(await addIndicator(context, project.id, input));
	const cell = (areaId: string, waveId: string, changes: Partial<TypedObservation>): TypedObservation => ({
		indicatorId: indicator.id,
		areaId,
		waveId,
		referenceYear: '2024',
		value: '',
		n: '',
		lower: '',
		upper: '',
		trendBreak: false,
		suppressed: false,
		note: '',
		...changes
	});
	const save = async (areaId: string, waveId: string, changes: Partial<TypedObservation>) =>
		valueOf(await saveTypedObservation(context, project.id, cell(areaId, waveId, changes)));
	return { project, context, indicator, save };
};

const district = ({ areas }: TestProject) => areas.district;

test('the page shows the values of one area over all rounds, their development, and the area beside it', async () => {
	const { project, context, save } = await kernset();
	const { areas, waves } = project;
	await save(district(project), waves[2021], { value: '31,5', referenceYear: '2020', note: 'Voor corona' });
	await save(district(project), waves[2025], { value: '26' });
	await save(areas.municipality, waves[2025], { value: '20.5' });

	const page = valueOf(await viewKernset(context, project.id, { areaId: district(project) }));
	expect(page.areas.map(({ name }) => name)).toEqual(['Andere wijk', 'Testwijk', 'Teststad', 'Testland']);
	expect([page.area?.name, page.from?.year, page.to?.year, page.mayEdit]).toEqual(['Testwijk', 2021, 2025, true]);
	expect(page.sections.map(({ rows }) => rows.length)).toEqual([1, 0]);
	const row = page.sections[0]?.rows[0];
	expect(row?.observations.map((each) => each && [each.value, each.referenceYear, each.note])).toEqual([
		[31.5, 2020, 'Voor corona'],
		null,
		[26, 2024, '']
	]);
	expect(row?.figures.development).toMatchObject({ verdict: 'better', delta: -5.5, inPercentagePoints: true });
	expect(row?.figures.comparison).toMatchObject({
		areaName: 'Teststad',
		development: { verdict: 'worse', delta: 5.5 }
	});

	const national = valueOf(
		await viewKernset(context, project.id, { areaId: district(project), comparison: 'country' })
	);
	expect(national.sections[0]?.rows[0]?.figures.comparison).toBeNull();
	const later = { areaId: district(project), fromWaveId: waves[2023], toWaveId: waves[2025] };
	const since = valueOf(await viewKernset(context, project.id, later));
	expect(since.sections[0]?.rows[0]?.figures.development).toMatchObject({ kind: 'unknown' });
});

test('without areas or rounds there is no area to show; with one round there is no development to choose', async () => {
	const { project, context } = await kernset();
	await store.db.deleteFrom('waves').where('project_id', '=', project.id).where('year', '>', 2021).execute();
	const one = valueOf(await viewKernset(context, project.id, {}));
	expect([one.area?.name, one.from, one.to, one.waves.length]).toEqual(['Andere wijk', null, null, 1]);
	await store.db.deleteFrom('waves').where('project_id', '=', project.id).execute();
	const none = valueOf(await viewKernset(context, project.id, {}));
	expect([none.area, none.sections, none.has]).toEqual([null, [], { pillars: true, indicators: true }]);
});

test('who has one wijk sees that wijk and what lies around it, and no other; only the administrator may change', async () => {
	const { project, context, save } = await kernset();
	await save(project.areas.other, project.waves[2025], { value: '50' });
	const userId = await addUser(store, 'Lezer van één wijk');
	await addMember(store, project.id, userId, 'coder', [district(project)]);
	const reader = await contextFor(store, userId);

	const page = valueOf(await viewKernset(reader, project.id, {}));
	expect([page.areas.map(({ name }) => name), page.mayEdit]).toEqual([['Testwijk', 'Teststad', 'Testland'], false]);
	expect(codesOf(await viewKernset(reader, project.id, { areaId: project.areas.other }))).toEqual(['area-unknown']);
	expect(codesOf(await viewKernset(context, project.id, { areaId: newId() }))).toEqual(['area-unknown']);
	expect(valueOf(await viewFrame(reader, project.id)).mayEdit).toBe(false);
	const asked = { file: 'observations', format: 'xlsx' };
	expect(codesOf(await exportKernset(reader, project.id, asked, 'nl'))).toEqual(['not-allowed']);

	const stranger = await contextFor(store, project.users.stranger);
	expect(codesOf(await viewKernset(stranger, project.id, {}))).toEqual(['project-unknown']);
	expect(codesOf(await viewFrame(stranger, project.id))).toEqual(['project-unknown']);
});

test.each(['nl', 'en'] as const)('the file to fill in is read back as it was, in %s', async (locale) => {
	const { project, context, save } = await kernset();
	await save(district(project), project.waves[2023], {
		value: '31,5',
		n: '1.500',
		lower: '29',
		upper: '34',
		trendBreak: true,
		note: 'Andere vraag é 😀',
		source: 'GGD é 😀',
		sourceVersion: 'uitgave 2',
		trendBreakReason: 'Andere vraag.'
	});
	await save(project.areas.other, project.waves[2023], { suppressed: true });
	const asked = { areaId: district(project) };
	const before = valueOf(await viewKernset(context, project.id, asked)).sections[0]?.rows[0]?.observations[1];

	const taken = async (file: string) =>
		valueOf(await exportKernset(context, project.id, { file, format: 'xlsx' }, locale)).bytes;
	const file = { name: 'waarden.xlsx', bytes: await taken('observations') };
	expect(valueOf(readTable(file)).rows).toHaveLength(1 * 4 * 3);
	const imported = valueOf(await importObservations(context, project.id, [file]));
	expect(imported).toEqual({ stored: 12, added: 10, changed: 2, warnings: [] });
	const after = valueOf(await viewKernset(context, project.id, asked)).sections[0]?.rows[0]?.observations;
	expect(after?.[1]).toEqual(before);
	expect(after?.[1]).toMatchObject({ source: 'GGD é 😀', sourceVersion: 'uitgave 2' });
	expect(after?.map((each) => each?.value)).toEqual([null, 31.5, null]);

	const frame = valueOf(await viewFrame(context, project.id)).indicators;
	const again = await importIndicators(context, project.id, [
		{ name: 'indicatoren.xlsx', bytes: await taken('indicators') }
	]);
	expect(valueOf(again)).toEqual({ stored: 1, added: 0, changed: 1, warnings: [] });
	expect(valueOf(await viewFrame(context, project.id)).indicators).toEqual(frame);
});
