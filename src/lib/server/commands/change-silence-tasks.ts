import { toSilenceTaskAnswer } from '../../contract/silence-task-answer.ts';
import { addSilenceTaskInput, type SilenceTaskAnswer } from '../../contract/silence-task.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { isSilent } from '../../merge/silences.ts';
import { silenceTaskStates } from '../../merge/silence-task-states.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { permitDisplay, permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { isUuid } from '../access/permit.ts';
import { loadTaskDisplays, peopleForTasks, rightsOnTask, seesTask } from '../access/silence-permit.ts';
import type { Db } from '../store/database.ts';
import { loadDisplay } from '../store/display.ts';
import * as tasks from '../store/silence-tasks.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/** Asks somebody to do something about a figure without voices, or a theme without a figure, that is there now. */
export const addSilenceTask = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<SilenceTaskAnswer>> => {
	const parsed = parseWords(addSilenceTaskInput, input);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	const added = await inTransaction(context.db, async (trx): Promise<Result<SilenceTaskAnswer>> => {
		const permitted = await permitDisplay(context, trx, projectId, 'display.decide', asked);
		if (!permitted.ok) return permitted;
		const { project, frame, pillar, area } = permitted.value;
		const { fromWaveId, toWaveId } = asked;
		const data = await loadDisplay(trx, permitted.value, frame, { pillar, area, fromWaveId, toWaveId });
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (!display.ok) return display;
		if (!isSilent(display.value, asked)) return fail('silence-gone');
		const people = await peopleForTasks(trx, permitted.value, area.id);
		if (!people.some(({ id }) => id === asked.userId)) return fail('silence-person-unfit', undefined, 'userId');
		const id = context.newId();
		const given = { givenBy: context.actor.userId, givenAt: context.now(), doneBy: null, doneAt: null };
		await tasks.insertSilenceTask(trx, project.id, { ...asked, id, ...given });
		await audit(context, trx, project.id, 'silence.task', { kind: 'silence-task', id });
		return ok(await answerOf(trx, permitted.value, id));
	});
	if (added.ok) tell(context, projectId, added.value.id, 'added');
	return added;
};

/** Says that a task is done: who it was given to, or who gives out such tasks. */
export const completeSilenceTask = (
	context: Context,
	projectId: string,
	taskId: string
): Promise<Result<SilenceTaskAnswer>> => settle(context, projectId, taskId, true);

/** Says that a task is not done after all. */
export const reopenSilenceTask = (
	context: Context,
	projectId: string,
	taskId: string
): Promise<Result<SilenceTaskAnswer>> => settle(context, projectId, taskId, false);

const settle = async (
	context: Context,
	projectId: string,
	taskId: string,
	isDone: boolean
): Promise<Result<SilenceTaskAnswer>> => {
	const settled = await inTransaction(context.db, async (trx): Promise<Result<SilenceTaskAnswer>> => {
		const found = await findTask(context, trx, projectId, taskId, 'work.settle');
		if (!found.ok) return found;
		const { permitted, task } = found.value;
		if (!rightsOnTask(permitted, task).maySettle) return fail('not-allowed', { action: 'work.settle' });
		const done = isDone ? { by: task.doneBy ?? context.actor.userId, at: task.doneAt ?? context.now() } : null;
		await tasks.setSilenceTaskDone(trx, task.id, done);
		const action = isDone ? 'silence.done' : 'silence.reopen';
		await audit(context, trx, permitted.project.id, action, { kind: 'silence-task', id: task.id });
		return ok(await answerOf(trx, permitted, task.id));
	});
	if (settled.ok) tell(context, projectId, taskId, 'changed');
	return settled;
};

/** Takes a task away: who gives out such tasks in its area. */
export const deleteSilenceTask = async (context: Context, projectId: string, taskId: string): Promise<Result<null>> => {
	const removed = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const found = await findTask(context, trx, projectId, taskId, 'display.decide');
		if (!found.ok) return found;
		const { permitted, task } = found.value;
		if (!rightsOnTask(permitted, task).mayRemove) return fail('not-allowed', { action: 'display.decide' });
		await tasks.deleteSilenceTask(trx, task.id);
		await audit(context, trx, permitted.project.id, 'silence.remove', { kind: 'silence-task', id: task.id });
		return ok(null);
	});
	if (removed.ok) tell(context, projectId, taskId, 'removed');
	return removed;
};

/** A task that this person sees; another one does not exist. */
const findTask = async (
	context: Context,
	trx: Db,
	projectId: string,
	taskId: string,
	action: 'work.settle' | 'display.decide'
) => {
	const permitted = await permitDisplays(context, trx, projectId, action);
	if (!permitted.ok) return permitted;
	const task = isUuid(taskId) ? await tasks.findSilenceTask(trx, permitted.value.project.id, taskId) : null;
	if (!task || !seesTask(permitted.value, task)) return fail('silence-task-unknown');
	return ok({ permitted: permitted.value, task });
};

/** A task that was stored just now, as it stands beside the data. */
const answerOf = async (trx: Db, permitted: DisplaysPermit, taskId: string): Promise<SilenceTaskAnswer> => {
	const task = await tasks.findSilenceTask(trx, permitted.project.id, taskId);
	if (!task) throw new RangeError(`task ${taskId} was stored and is not there`);
	const [told] = silenceTaskStates(await loadTaskDisplays(trx, permitted, [task]), [task]);
	if (!told) throw new RangeError(`task ${taskId} has no state`);
	return toSilenceTaskAnswer(permitted.frame, task, told.state, rightsOnTask(permitted, task));
};

const tell = (context: Context, projectId: string, id: string, change: ProjectEvent['change']): void =>
	context.publish({ projectId, kind: 'task', change, ids: [id], actorId: context.actor.userId });
