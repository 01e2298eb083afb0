import { usualOriginalDays } from '../../domain/source/retention.ts';
import { insertArea } from '../store/areas.ts';
import { insertMembership } from '../store/memberships.ts';
import { insertPillars } from '../store/pillars.ts';
import { insertProject, listProjects, updateProject } from '../store/projects.ts';
import { insertStudy } from '../store/studies.ts';
import { insertWaves } from '../store/waves.ts';
import { rolesOfMaker } from './create-project.ts';
import { demoProject } from './demo-files.ts';
import { idOf, type DemoFrame, type Ids, type Loading } from './demo-loading.ts';

/** The project of the demo with its areas, rounds, studies and pijlers; who loads it gets all roles of a maker. */
export const loadDemoFrame = async ({ context, trx, projectId }: Loading): Promise<DemoFrame> => {
	const demo = demoProject();
	const { newId, now, actor } = context;
	const keyed = (items: readonly { key: string }[]): Ids => new Map(items.map(({ key }) => [key, newId()]));
	const areas = keyed(demo.areas);
	const waves = keyed(demo.waves);
	const studies = keyed(demo.studies);
	const pillars = keyed(demo.pillars);
	const mine = await listProjects(trx, actor.userId);
	const project = {
		id: projectId,
		name: namedFreely(
			demo.name,
			mine.map(({ name }) => name)
		),
		language: demo.language,
		isFictional: true,
		comparisonAreaId: null,
		includeEarlierWaves: demo.includeEarlierWaves,
		smallCell: demo.smallCell,
		asksForConsent: false,
		withdrawalUntil: demo.withdrawalUntil,
		originalDays: usualOriginalDays,
		keysUntil: null,
		networkGroupIds: []
	};
	await insertProject(trx, project, actor.userId, now());
	for (const role of rolesOfMaker)
		await insertMembership(trx, projectId, { id: newId(), userId: actor.userId, role, areaIds: null }, now());
	for (const [place, { key, name, kind, parent, aliasName }] of demo.areas.entries())
		await insertArea(
			trx,
			projectId,
			{
				id: idOf(areas, key),
				parentId: parent === null ? null : idOf(areas, parent),
				name,
				aliasName,
				kind,
				statisticalCodes: []
			},
			place
		);
	await updateProject(trx, { ...project, comparisonAreaId: idOf(areas, demo.comparisonArea) });
	await insertWaves(
		trx,
		projectId,
		demo.waves.map(({ key, label, year }) => ({ id: idOf(waves, key), label, year }))
	);
	for (const { key, name, kind } of demo.studies)
		await insertStudy(trx, projectId, { id: idOf(studies, key), name, kind, areaId: null });
	await insertPillars(
		trx,
		projectId,
		demo.pillars.map(({ key, name, shortName, absentIn }) => ({
			id: idOf(pillars, key),
			name,
			shortName: shortName ?? null,
			absentIn: absentIn.map((area) => idOf(areas, area))
		})),
		0
	);
	return { areas, waves, studies, pillars };
};

/** A name that none of the person's projects has: the second demo is number 2. */
const namedFreely = (name: string, taken: readonly string[]): string => {
	for (let n = 1; ; n += 1) {
		const candidate = n === 1 ? name : `${name} ${n}`;
		if (!taken.includes(candidate)) return candidate;
	}
};
