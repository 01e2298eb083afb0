import { ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { orProblem, type ConstraintProblems } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';

export type FramePart = 'area' | 'wave' | 'study' | 'pillar' | 'indicator' | 'observation';

/** What was changed, for others who look at it, and the answer to who changed it. */
export type Changed<T> = { readonly ids: readonly string[]; readonly answer: T };

type What = {
	readonly part: FramePart;
	readonly change: ProjectEvent['change'];
	/** the name that has to be unique, for the problem that it is not */
	readonly name?: string | number | undefined;
	/** what asks for another right than the frame itself */
	readonly action?: 'study.write';
};

/**
 * The steps that every change of a project's frame has in common: may this person; one change at a time in a project;
 * all or nothing; a line in the log; tell other screens.
 */
export const changeFrame = async <T>(
	context: Context,
	projectId: string,
	what: What,
	step: (trx: Db, project: Project, access: Access) => Promise<Result<Changed<T>>>
): Promise<Result<T>> => {
	const permitted = await permit(context, projectId, what.action ?? 'frame.edit');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const stored = await orProblem(problemsOf(what), () =>
		inTransaction(context.db, async (trx) => {
			await lockProject(trx, project.id);
			const changed = await step(trx, project, access);
			if (!changed.ok || changed.value.ids.length === 0) return changed;
			const [first = null, ...others] = changed.value.ids;
			const id = others.length === 0 ? first : null;
			await audit(context, trx, project.id, `${what.part}.${verbs[what.change]}`, { kind: what.part, id });
			return changed;
		})
	);
	if (!stored.ok) return stored;
	const { ids, answer } = stored.value;
	if (ids.length > 0)
		context.publish({
			projectId: project.id,
			kind: 'frame',
			change: what.change,
			ids,
			actorId: context.actor.userId
		});
	return ok(answer);
};

const verbs = { added: 'add', changed: 'change', removed: 'remove' } as const;

const problemsOf = ({ part, change, name }: What): ConstraintProblems => {
	const at = part === 'wave' ? 'year' : part === 'indicator' ? 'key' : 'name';
	const taken: Problem = { code: 'already-exists', params: { kind: part, name: name ?? '' }, at };
	const reference: Problem =
		change === 'removed'
			? { code: 'in-use', params: { kind: 'other', count: 1 } }
			: { code: 'reference-gone', params: { kind: part } };
	return {
		areas_unique: taken,
		waves_unique: taken,
		studies_unique: taken,
		pillars_unique: taken,
		indicators_unique: taken,
		reference
	};
};
