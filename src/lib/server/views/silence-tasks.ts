import { toSilenceTaskAnswer } from '../../contract/silence-task-answer.ts';
import type { SilenceTaskAnswer, SilenceTasksAnswer } from '../../contract/silence-task.ts';
import type { NamedSilenceTask } from '../../domain/integration/silence-task.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { silenceTaskStates } from '../../merge/silence-task-states.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { loadTaskDisplays, rightsOnTask, seesTask } from '../access/silence-permit.ts';
import type { Db } from '../store/database.ts';
import { listSilenceTasks as list } from '../store/silence-tasks.ts';

/** The tasks about silences: one's own, and those beside displays one may see. */
export const listSilenceTasks = async (context: Context, projectId: string): Promise<Result<SilenceTasksAnswer>> => {
	const items = await tasksWhere(context, projectId, () => true);
	return items.ok ? ok({ items: items.value }) : items;
};

/** The tasks that were given to this person. */
export const ownSilenceTasks = (context: Context, projectId: string): Promise<Result<readonly SilenceTaskAnswer[]>> =>
	tasksWhere(context, projectId, ({ userId }) => userId === context.actor.userId);

const tasksWhere = async (
	context: Context,
	projectId: string,
	isAsked: (task: NamedSilenceTask) => boolean
): Promise<Result<readonly SilenceTaskAnswer[]>> => {
	const permitted = await permitDisplays(context, context.db, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const seen = (await list(context.db, project.id)).filter((task) => isAsked(task) && seesTask(permitted.value, task));
	return ok(await answersOfTasks(context.db, permitted.value, seen));
};

/** Tasks as this person sees them, as they stand beside the data of now. */
export const answersOfTasks = async (
	db: Db,
	permitted: DisplaysPermit,
	tasks: readonly NamedSilenceTask[]
): Promise<readonly SilenceTaskAnswer[]> =>
	silenceTaskStates(await loadTaskDisplays(db, permitted, tasks), tasks).map(({ task, state }) =>
		toSilenceTaskAnswer(permitted.frame, task, state, rightsOnTask(permitted, task))
	);
