import { parse } from '../../contract/parse.ts';
import { toProjectAnswer } from '../../contract/project-answer.ts';
import { createProjectInput, type ProjectAnswer } from '../../contract/project.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Role } from '../../domain/project/membership.ts';
import { templatePillars, templateWaves } from '../../domain/project/monitor-template.ts';
import type { Project } from '../../domain/project/project.ts';
import { usualOriginalDays } from '../../domain/source/retention.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { insertMembership } from '../store/memberships.ts';
import { insertPillars } from '../store/pillars.ts';
import { insertProject } from '../store/projects.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertWaves } from '../store/waves.ts';

/** Everything but the reader: a team of one can do the whole job, and give roles away later. */
export const rolesOfMaker: readonly Role[] = [
	'administrator',
	'interviewer',
	'coder',
	'codebook-manager',
	'author',
	'key-holder'
];

/** Makes a project from the template of the monitor: five pillars and three waves, no areas yet. */
export const createProject = async (context: Context, input: unknown): Promise<Result<ProjectAnswer>> => {
	const parsed = parse(createProjectInput, input);
	if (!parsed.ok) return parsed;
	const { actor, newId, now } = context;
	if (!actor.isAdministrator || actor.token?.projectId) return fail('not-allowed', { action: 'project.create' });
	if (actor.token?.scope === 'read') return fail('token-reads-only');
	const project: Project = {
		id: newId(),
		name: parsed.value.name,
		language: parsed.value.language,
		isFictional: false,
		comparisonAreaId: null,
		includeEarlierWaves: false,
		smallCell: 3,
		asksForConsent: parsed.value.asksForConsent,
		withdrawalUntil: null,
		originalDays: usualOriginalDays,
		keysUntil: null,
		networkGroupIds: []
	};
	return inTransaction(context.db, async (trx) => {
		await insertProject(trx, project, actor.userId, now());
		const memberships = rolesOfMaker.map((role) => ({ id: newId(), userId: actor.userId, role, areaIds: null }));
		for (const membership of memberships) await insertMembership(trx, project.id, membership, now());
		const pillars = templatePillars.map(({ name, shortName }) => ({ id: newId(), name, shortName, absentIn: [] }));
		await insertPillars(trx, project.id, pillars, 0);
		await insertWaves(
			trx,
			project.id,
			templateWaves.map((wave) => ({ id: newId(), ...wave }))
		);
		await audit(context, trx, project.id, 'project.add', { kind: 'project', id: project.id });
		return ok(toProjectAnswer(project, { userId: actor.userId, memberships }));
	});
};
