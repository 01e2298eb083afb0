import { fail, ok, type Result } from '../../domain/problem.ts';
import { may, type Access, type Action, type Target } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { accessOf } from '../store/memberships.ts';
import { findProject } from '../store/projects.ts';
import type { Actor, Context } from './context.ts';

/** A project as seen by someone who may do what was asked. */
export type Permit = { readonly project: Project; readonly access: Access };

const writing: ReadonlySet<Action> = new Set([
	'project.manage',
	'member.manage',
	'frame.edit',
	'source.upload',
	'source.prepare',
	'source.release',
	'source.assign',
	'reading.mark',
	'work.take',
	'work.settle',
	'case.edit',
	'case.withdraw',
	'codebook.edit',
	'coding.apply',
	'memo.write',
	'memo.settle',
	'display.decide',
	'explanation.write',
	'study.write',
	'report.write',
	'publication.write',
	'source.pseudonymise',
	'pseudonym.check',
	'name.report',
	'key.open',
	'key.destroy'
]);

/**
 * The first step of every command and view: may this person do this, here? Who is no member is told that the project
 * does not exist (404); who is a member without the right, that it is not allowed (403).
 */
export const permit = async (
	{ db, actor }: Context,
	projectId: string,
	action: Action,
	target?: Target
): Promise<Result<Permit>> => {
	if (!isUuid(projectId)) return fail('project-unknown');
	const project = await findProject(db, projectId);
	if (!project) return fail('project-unknown');
	return judge(actor, project, await accessOf(db, project.id, actor.userId), action, target);
};

/** The decision of `permit` on what was loaded already, for a command that reads everything it needs at once. */
export const judge = (
	actor: Actor,
	project: Project,
	access: Access,
	action: Action,
	target?: Target
): Result<Permit> => {
	if (actor.token?.projectId && actor.token.projectId !== project.id) return fail('project-unknown');
	if (access.memberships.length === 0) return fail('project-unknown');
	if (actor.token?.scope === 'read' && writing.has(action)) return fail('token-reads-only');
	if (!may(access, action, target)) return fail('not-allowed', { action });
	return ok({ project, access });
};

/** Checks a second target with a permit that was given already, e.g. the area of a source that had to be found first. */
export const check = ({ access }: Permit, action: Action, target: Target): Result<null> =>
	may(access, action, target) ? ok(null) : fail('not-allowed', { action });

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; anything else is unknown without asking the database. */
export const isUuid = (text: string): boolean => uuid.test(text);
