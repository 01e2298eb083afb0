import type { SilenceTaskAnswer, SilenceTasksAnswer } from '../../contract/silence-task.ts';
import type { NamedSilenceTask } from '../../domain/integration/silence-task.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { toldSilenceTasks } from '../../merge/told-silence-tasks.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { loadTaskDisplays, seesTask } from '../access/silence-permit.ts';
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
	return ok(toldSilenceTasks(await loadTaskDisplays(context.db, permitted.value, seen), seen));
};
