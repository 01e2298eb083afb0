import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#lib/domain/project/membership.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { matrixCell } from '#lib/merge/matrix.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice, type DisplayProject } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const seen = async (project: DisplayProject, userId = project.users.author, query: Record<string, unknown> = {}) => {
	const page = await viewMatrix(await contextFor(store, userId), project.id, query);
	if (!page.ok) throw new Error(JSON.stringify(page.problems));
	return page.value;
};

const firstCell = async (project: DisplayProject, userId?: string, query: Record<string, unknown> = {}) => {
	const cell = (await seen(project, userId, query)).matrix?.cells[0]?.[0];
	if (!cell) throw new Error('no cell');
	return cell;
};

describe('the overview', () => {
	test('lays pillars out over wijken, and leaves larger areas to the comparison', async () => {
		const project = await addDisplayProject(store);
		const { matrix, from, to } = await seen(project);
		expect(matrix?.pillars.map(({ name }) => name)).toEqual(['Fysieke leefomgeving', 'Samen leven']);
		expect(matrix?.areas.map(({ name }) => name)).toEqual(['Andere wijk', 'Testwijk']);
		expect([from?.year, to?.year]).toEqual([2021, 2025]);
	});

	test('each cell is the display behind it in a few signs, also when displays are loaded one by one', async () => {
		const project = await addDisplayProject(store);
		const { areas, theme, narrower, other } = project;
		await addVoice(store, project, { title: 'X-1', codeId: other, areaId: areas.other, change: 'backward' });
		await addVoice(store, project, { title: 'X-2', codeId: narrower, level: 'improve' });
		await addVoice(store, project, { title: 'X-3', codeId: theme, layer: 'second', change: 'backward' });
		const context = await contextFor(store, project.users.author);
		await decideFit(context, project.id, project.rowOf(theme), { fit: 'confirms' });
		const { matrix } = await seen(project);
		for (const cell of matrix?.cells.flat() ?? []) {
			const page = await viewJointDisplay(context, project.id, { pillarId: cell.pillar.id, areaId: cell.area.id });
			if (!page.ok) throw new Error(JSON.stringify(page.problems));
			expect(cell).toEqual(matrixCell(page.value.display));
		}
	});

	test.each([
		[2021, 2023],
		[2021, 2025],
		[2023, 2025]
	] as const)(
		'lays any two rounds beside each other: %i and %i, with what is thin and who deviates',
		async (from, to) => {
			const project = await addDisplayProject(store);
			const { theme, waves } = project;
			await addVoice(store, project, { title: 'X-1', codeId: theme, waveId: waves[2023], change: 'backward' });
			await addVoice(store, project, { title: 'X-2', codeId: theme, waveId: waves[2025], change: 'backward' });
			const pair = { fromWaveId: waves[from], toWaveId: waves[to] };
			const { matrix } = await seen(project, undefined, pair);
			const cell = matrix?.cells[0]?.find(({ area }) => area.id === project.areas.district);
			const place = { pillarId: project.pillars.first, areaId: project.areas.district };
			const page = await viewJointDisplay(await contextFor(store, project.users.author), project.id, {
				...place,
				...pair
			});
			if (!page.ok) throw new Error(JSON.stringify(page.problems));
			expect(cell).toEqual(matrixCell(page.value.display));
			const row = page.value.display.rows.find(({ codeId }) => codeId === theme);
			const values = { 2021: 34, 2023: 31, 2025: 26 };
			const ends = row?.indicators[0]?.values.filter(({ year }) => year === from || year === to);
			expect(ends?.map(({ value }) => value)).toEqual([values[from], values[to]]);
			// Each round counts its own interviews, as this project is set; the one that says the opposite is shown whatever the others say.
			expect(row?.voices.together).toMatchObject(
				to === 2023
					? { mentions: 1, forward: 0, backward: 1, isThin: true }
					: { mentions: 4, forward: 3, backward: 1, isThin: false }
			);
			expect(row?.voices.signs.some(({ change }) => change === 'backward')).toBe(true);
		}
	);

	test('an interview stands once in a cell, whatever number of themes it speaks of', async () => {
		const project = await addDisplayProject(store);
		const cellOf = async () => {
			const { matrix } = await seen(project);
			return matrix?.cells[0]?.find(({ area }) => area.id === project.areas.district);
		};
		expect((await cellOf())?.signs).toHaveLength(3);
		await addVoice(store, project, { title: 'X-9', codeId: project.other });
		expect((await cellOf())?.signs).toHaveLength(4);
	});

	test('a group chooses whose signs are shown; the judgement stays that on both', async () => {
		const project = await addDisplayProject(store);
		await addVoice(store, project, { title: 'X-9', codeId: project.theme, group: 'professional', change: 'backward' });
		const cellOf = async (query: Record<string, unknown>) => {
			const { matrix } = await seen(project, undefined, query);
			const cell = matrix?.cells[0]?.find(({ area }) => area.id === project.areas.district);
			return { signs: cell?.signs.map(({ group }) => group), headline: cell?.headline };
		};
		const headline = { fit: 'confirms', isDecided: false };
		expect(await cellOf({})).toEqual({ signs: ['resident', 'resident', 'professional', 'professional'], headline });
		expect(await cellOf({ group: 'professional' })).toEqual({ signs: ['professional', 'professional'], headline });
		expect(await cellOf({ group: 'resident' })).toEqual({ signs: ['resident', 'resident'], headline });
	});

	test('a decision asks to be looked at again when an interview turns out to be of a professional', async () => {
		const project = await addDisplayProject(store);
		const context = await contextFor(store, project.users.author);
		await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms' });
		const reviews = async () => {
			const place = { pillarId: project.pillars.first, areaId: project.areas.district };
			const page = await viewJointDisplay(context, project.id, place);
			if (!page.ok) throw new Error(JSON.stringify(page.problems));
			const row = page.value.display.rows.find(({ codeId }) => codeId === project.theme);
			const cell = (await seen(project)).matrix?.cells[0]?.find(({ area }) => area.id === project.areas.district);
			expect(cell).toEqual(matrixCell(page.value.display));
			return row?.decision?.changes;
		};
		expect(await reviews()).toEqual([]);
		const speaks = store.db.selectFrom('codings').select('source_id').where('code_id', '=', project.theme);
		await store.db
			.updateTable('sources')
			.set({ group: 'professional' })
			.where('id', 'in', speaks)
			.where('group', '=', 'resident')
			.execute();
		expect(await reviews()).toContainEqual({ kind: 'interviews-regrouped', count: 1 });
	});

	test('decisions count for the pair of rounds they were made on', async () => {
		const project = await addDisplayProject(store);
		const context = await contextFor(store, project.users.author);
		expect((await seen(project)).matrix?.decided).toBe(0);
		await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms' });
		expect((await seen(project)).matrix?.decided).toBe(1);
		expect((await seen(project, undefined, { fromWaveId: project.waves[2023] })).matrix?.decided).toBe(0);
	});

	test('what is not there yet is told', async () => {
		const project = await addDisplayProject(store);
		await store.db.deleteFrom('observations').where('project_id', '=', project.id).execute();
		await store.db.deleteFrom('waves').where('id', 'in', [project.waves[2021], project.waves[2023]]).execute();
		expect(await seen(project, project.users.administrator)).toMatchObject({
			matrix: null,
			has: { areas: true, pillars: true, waves: false },
			allowsFrame: true
		});
		expect(await seen(project)).toMatchObject({ matrix: null, allowsFrame: false });
	});
});

describe('who sees the overview', () => {
	test('every role that may read displays; a reader sees what is published, and no proposals', async () => {
		const project = await addDisplayProject(store);
		const outcomes = await Promise.all(
			[...roles, 'stranger' as const].map(async (role) => {
				const page = await viewMatrix(await contextFor(store, project.users[role]), project.id, {});
				if (!page.ok) return [role, page.problems[0]?.code];
				const cells = page.value.matrix?.cells.flat() ?? [];
				return [role, cells.flatMap(({ signs }) => signs).filter(({ title }) => title !== '').length];
			})
		);
		expect(Object.fromEntries(outcomes)).toEqual({
			administrator: 3,
			interviewer: 'not-allowed',
			coder: 3,
			'codebook-manager': 3,
			author: 3,
			reader: 'not-allowed',
			'key-holder': 'not-allowed',
			stranger: 'project-unknown'
		});
	});

	test('a person with a role in one area sees one column', async () => {
		const project = await addDisplayProject(store);
		const person = await addUser(store, 'Codeur van een wijk');
		await addMember(store, project.id, person, 'coder', [project.areas.other]);
		expect((await seen(project, person)).matrix?.areas.map(({ name }) => name)).toEqual(['Andere wijk']);
		expect((await firstCell(project, person)).signs).toEqual([]);
	});

	test('another project stays out of the counts', async () => {
		const project = await addDisplayProject(store);
		await addDisplayProject(store);
		const cells = (await seen(project)).matrix?.cells.flat() ?? [];
		expect(cells.flatMap(({ signs }) => signs)).toHaveLength(3);
	});
});
