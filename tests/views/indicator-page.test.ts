import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveObservation } from '#lib/server/commands/save-observation.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewIndicator } from '#lib/server/views/indicator-page.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addLinkedIndicator } from '../support/display-project.ts';
import { addCode, addMember, addProject, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A project with values of one indicator in two districts, the municipality and the country. */
const measured = async () => {
	const project = await addProject(store);
	const { areas } = project;
	const code = await addCode(store, project, 'Je veilig voelen', { pillarIds: [project.pillars.first] });
	const indicatorId = await addLinkedIndicator(store, project, code, [
		{ areaId: areas.district, year: 2021, value: 34 },
		{ areaId: areas.district, year: 2025, value: 26 },
		{ areaId: areas.other, year: 2025, value: 40 },
		{ areaId: areas.municipality, year: 2021, value: 30 },
		{ areaId: areas.municipality, year: 2025, value: 23 },
		{ areaId: areas.country, year: 2025, value: 25 }
	]);
	return { project, indicatorId, context: await contextFor(store, project.users.administrator) };
};

const save = async (project: TestProject, indicatorId: string, more: Readonly<Record<string, unknown>>) =>
	valueOf(
		await saveObservation(await contextFor(store, project.users.administrator), project.id, {
			...{ indicatorId, areaId: project.areas.district, waveId: project.waves[2023], referenceYear: 2022 },
			...more
		})
	);

test('shows each wijk over all rounds, with the larger areas as lines and not as series of their own', async () => {
	const { project, indicatorId, context } = await measured();
	const page = valueOf(await viewIndicator(context, project.id, indicatorId));
	expect([page.indicator.label, page.pillar]).toEqual(['Voelt zich wel eens onveilig', 'Fysieke leefomgeving']);
	expect(page.series.map(({ area }) => area)).toEqual([
		{ id: project.areas.other, name: 'Andere wijk' },
		{ id: project.areas.district, name: 'Testwijk' }
	]);
	const own = page.series[1];
	expect(own?.figures.values.map(({ year, value }) => [year, value])).toEqual([
		[2021, 34],
		[2023, null],
		[2025, 26]
	]);
	expect(own?.figures.development).toMatchObject({ kind: 'known', verdict: 'better', delta: -8 });
	expect(own?.figures.comparison).toMatchObject({ areaName: 'Teststad', development: { verdict: 'worse' } });
	expect(own?.lines).toMatchObject([
		{ label: 'Teststad', values: [30, null, 23], breakBefore: [false, false, false] },
		{ label: 'Testland', values: [null, null, 25], breakBefore: [false, false, false] }
	]);
	expect(page.series[0]?.figures.development).toMatchObject({ kind: 'unknown', reason: { kind: 'missing' } });
});

test('without values in a wijk it shows the areas that have some, and without any none', async () => {
	const { project, indicatorId, context } = await measured();
	const { areas } = project;
	await store.db.deleteFrom('observations').where('area_id', 'in', [areas.district, areas.other]).execute();
	const page = valueOf(await viewIndicator(context, project.id, indicatorId));
	expect(page.series.map(({ area, lines }) => [area.name, lines.map(({ label }) => label)])).toEqual([
		['Testland', []],
		['Teststad', ['Testland']]
	]);
	await store.db.deleteFrom('observations').where('project_id', '=', project.id).execute();
	expect(valueOf(await viewIndicator(context, project.id, indicatorId)).series).toEqual([]);
});

test('tells of a value where it comes from and why the series breaks, and keeps what was said before', async () => {
	const { project, indicatorId, context } = await measured();
	const said = { source: 'GGD é 😀', sourceVersion: 'uitgave 2', trendBreakReason: 'Andere vraag.' };
	await save(project, indicatorId, { value: 31, trendBreak: true });
	await save(project, indicatorId, { value: 31, trendBreak: true, ...said });
	const page = valueOf(await viewIndicator(context, project.id, indicatorId));
	expect(page.series[1]?.figures.values[1]).toMatchObject({ value: 31, trendBreak: true, ...said });
	expect(page.series[1]?.figures.development).toMatchObject({ kind: 'unknown', reason: { kind: 'trend-break' } });
	const none = { source: null, sourceVersion: null, trendBreakReason: null };
	expect(page.history.items.map(({ before, after }) => [before, after])).toMatchObject([
		[none, said],
		[null, none]
	]);
});

test('who has one wijk sees that wijk with the areas around it, and no other', async () => {
	const { project, indicatorId } = await measured();
	const userId = await addUser(store, 'Lezer van één wijk');
	await addMember(store, project.id, userId, 'coder', [project.areas.other]);
	const reader = await contextFor(store, userId);
	const page = valueOf(await viewIndicator(reader, project.id, indicatorId));
	expect(page.series.map(({ area, lines }) => [area.name, lines.map(({ label }) => label)])).toEqual([
		['Andere wijk', ['Teststad', 'Testland']]
	]);
	const stranger = await contextFor(store, project.users.stranger);
	expect(codesOf(await viewIndicator(stranger, project.id, indicatorId))).toEqual(['project-unknown']);
});
