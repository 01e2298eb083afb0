import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/lib/contract/cursor.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { createProject } from '../../src/lib/server/commands/create-project.ts';
import { deleteProject } from '../../src/lib/server/commands/delete-project.ts';
import { updateProject } from '../../src/lib/server/commands/update-project.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listAreas } from '../../src/lib/server/views/list-areas.ts';
import { listIndicators } from '../../src/lib/server/views/list-indicators.ts';
import { listPillars } from '../../src/lib/server/views/list-pillars.ts';
import { listProjects, pageOfProjects } from '../../src/lib/server/views/list-projects.ts';
import { listStudies } from '../../src/lib/server/views/list-studies.ts';
import { listValences } from '../../src/lib/server/views/list-valences.ts';
import { listWaves } from '../../src/lib/server/views/list-waves.ts';
import { readProject } from '../../src/lib/server/views/read-project.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	project = await addProject(store);
});
afterAll(() => store.close());

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
const wrong = 'AAAA';

describe('a new project', () => {
	test('has the five pillars and three rounds of the monitor, no areas, and its maker in every role but reader', async () => {
		const maker = await contextFor(store, await addUser(store, 'Maker', true));
		const made = valueOf(await createProject(maker, { name: '  Wijken 😀 van morgen ' }));
		expect(made).toMatchObject({ name: 'Wijken 😀 van morgen', language: 'nl', isFictional: false, smallCell: 3 });
		expect(made.roles).toEqual(['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'key-holder']);
		expect(new Set(made.actions).has('project.manage')).toBe(true);
		expect(valueOf(await readProject(maker, made.id)).actions).toEqual(made.actions);
		expect(valueOf(await listPillars(maker, made.id, {})).items).toHaveLength(5);
		expect(valueOf(await listWaves(maker, made.id, {})).items.map(({ year }) => year)).toEqual([2021, 2023, 2025]);
		expect(valueOf(await listAreas(maker, made.id, {})).items).toEqual([]);
		expect(made.asksForConsent).toBe(false);
		const careful = valueOf(await createProject(maker, { name: 'Met toestemming', asksForConsent: true }));
		expect(careful.asksForConsent).toBe(true);
	});

	test('is made by an administrator of the installation only', async () => {
		expect(codesOf(await createProject(await as('administrator'), { name: 'Nieuw' }))).toEqual(['not-allowed']);
	});
});

describe('the list of projects', () => {
	test('holds those one is a member of, with the roles in each, a page at a time', async () => {
		const other = await addProject(store, 'Andere monitor');
		const coder = project.users.coder;
		await addMember(store, other.id, coder, 'reader');
		const context = await contextFor(store, coder);
		const first = valueOf(await pageOfProjects(context, { limit: '1' }));
		expect(first.items.map(({ name, roles }) => [name, roles])).toEqual([['Andere monitor', ['reader']]]);
		const rest = valueOf(await pageOfProjects(context, { limit: '1', cursor: first.nextCursor ?? '' }));
		expect(rest.items.map(({ name, roles }) => [name, roles])).toEqual([['Testmonitor', ['coder']]]);
		expect(rest.nextCursor).toBeNull();
		expect(valueOf(await pageOfProjects(await as('stranger'), {})).items).toEqual([]);
	});

	test('is one project for a token of that project', async () => {
		const other = await addProject(store, 'Andere monitor');
		await addMember(store, other.id, project.users.coder, 'coder');
		const token = { scope: 'read' as const, projectId: project.id };
		const context = await contextFor(store, project.users.coder, { token });
		expect(valueOf(await pageOfProjects(context, {})).items.map(({ id }) => id)).toEqual([project.id]);
		expect(codesOf(await readProject(context, other.id))).toEqual(['project-unknown']);
	});
});

describe('the settings of a project', () => {
	test('change one by one, and others are told', async () => {
		const context = await as('administrator');
		const before = valueOf(await readProject(context, project.id));
		const comparisonAreaId = project.areas.country;
		const changed = valueOf(await updateProject(context, project.id, { comparisonAreaId, smallCell: 5 }));
		expect(changed).toEqual({ ...before, comparisonAreaId, smallCell: 5 });
		expect(valueOf(await readProject(context, project.id))).toEqual(changed);
		expect(context.events).toMatchObject([{ kind: 'frame', change: 'changed', ids: [project.id] }]);
		valueOf(await updateProject(context, project.id, { comparisonAreaId: null, name: 'Nieuwe naam' }));
		expect(valueOf(await readProject(context, project.id))).toEqual({ ...before, name: 'Nieuwe naam', smallCell: 5 });
	});

	test.each([
		['an empty name', { name: ' ' }, 'input-empty'],
		['a cell of no interviews', { smallCell: 0 }, 'input-too-small'],
		['what makes it fictional', { isFictional: true }, 'input-unknown-field']
	])('refuse %s', async (_, input, code) => {
		expect(codesOf(await updateProject(await as('administrator'), project.id, input))).toEqual([code]);
	});

	test('compare with an area of this project only', async () => {
		const other = await addProject(store, 'Elders');
		const input = { comparisonAreaId: other.areas.country };
		expect(codesOf(await updateProject(await as('administrator'), project.id, input))).toEqual(['reference-unknown']);
	});

	test('are for administrators', async () => {
		expect(codesOf(await updateProject(await as('author'), project.id, { name: 'Mijn' }))).toEqual(['not-allowed']);
		expect(codesOf(await updateProject(await as('stranger'), project.id, { name: 'Mijn' }))).toEqual([
			'project-unknown'
		]);
	});
});

describe('a project that is deleted', () => {
	test('is gone for all its members, and kept whole', async () => {
		const context = await as('administrator');
		expect(codesOf(await deleteProject(await as('codebook-manager'), project.id))).toEqual(['not-allowed']);
		valueOf(await deleteProject(context, project.id));
		expect(codesOf(await readProject(context, project.id))).toEqual(['project-unknown']);
		expect(codesOf(await listAreas(await as('coder'), project.id, {}))).toEqual(['project-unknown']);
		expect(valueOf(await listProjects(context))).toEqual([]);
		expect(codesOf(await deleteProject(context, project.id))).toEqual(['project-unknown']);
		const areas = await store.db.selectFrom('areas').select('id').where('project_id', '=', project.id).execute();
		expect(areas).toHaveLength(4);
		const actions = await store.db
			.selectFrom('audit_events')
			.select('action')
			.where('project_id', '=', project.id)
			.execute();
		expect(actions).toEqual([{ action: 'project.remove' }]);
	});
});

describe('the frame of a project', () => {
	type ListOfFrame = (
		context: Context,
		projectId: string,
		query: unknown
	) => Promise<Result<Page<{ readonly id: string }>>>;
	const lists: Record<string, ListOfFrame> = { listAreas, listWaves, listStudies, listPillars, listIndicators };

	test.each(Object.entries(lists))('%s is for members, in pages that can be followed', async (_, list) => {
		const context = await as('reader');
		const all = valueOf(await list(context, project.id, {})).items.map(({ id }) => id);
		const seen: string[] = [];
		let cursor: string | null = null;
		do {
			const page: Page<{ readonly id: string }> = valueOf(
				await list(context, project.id, { limit: '1', ...(cursor !== null && { cursor }) })
			);
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		} while (cursor !== null);
		expect(seen).toEqual(all);
		expect(codesOf(await list(await as('stranger'), project.id, {}))).toEqual(['project-unknown']);
		expect(codesOf(await list(context, project.id, { cursor: wrong }))).toEqual(['cursor-invalid']);
		expect(codesOf(await list(context, project.id, { limit: '501' }))).toEqual(['input-too-big']);
		expect(codesOf(await list(context, project.id, { sort: 'name' }))).toEqual(['input-unknown-field']);
	});

	test('areas can be asked by kind, pillars by where they are measured', async () => {
		const context = await as('coder');
		const areas = valueOf(await listAreas(context, project.id, { kind: 'municipality' })).items;
		expect(areas.map(({ name }) => name)).toEqual(['Teststad']);
		const absence = { pillar_id: project.pillars.second, area_id: project.areas.district };
		await store.db.insertInto('pillar_absences').values(absence).execute();
		const { district, other } = project.areas;
		const pillarsIn = async (areaId: string) =>
			valueOf(await listPillars(context, project.id, { areaId })).items.map(({ id }) => id);
		expect(await pillarsIn(district)).toEqual([project.pillars.first]);
		expect(await pillarsIn(other)).toEqual([project.pillars.first, project.pillars.second]);
	});

	test('has four valences on two axes', async () => {
		const { items } = valueOf(await listValences(await as('reader'), project.id));
		expect(items.map(({ key, axis, sign }) => [key, axis, sign])).toEqual([
			['forward', 'change', 1],
			['backward', 'change', -1],
			['good', 'level', 1],
			['improve', 'level', -1]
		]);
		expect(items.every(({ label }) => label !== '')).toBe(true);
	});
});
