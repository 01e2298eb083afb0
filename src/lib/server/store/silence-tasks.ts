import { sql } from 'kysely';
import type { NamedSilenceTask, SilenceTask } from '../../domain/integration/silence-task.ts';
import type { ProjectId, SilenceTaskId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** All tasks of a project, open ones first, by the day they are due and then as they were given. */
export const listSilenceTasks = async (db: Db, projectId: ProjectId): Promise<readonly NamedSilenceTask[]> =>
	(
		await select(db, projectId)
			.orderBy(sql`silence_tasks.done_at is not null`)
			.orderBy(sql`silence_tasks.due_on nulls last`)
			.orderBy('silence_tasks.given_at')
			.orderBy('silence_tasks.id')
			.execute()
	).map(toTask);

/** One task of a project. */
export const findSilenceTask = async (
	db: Db,
	projectId: ProjectId,
	taskId: SilenceTaskId
): Promise<NamedSilenceTask | null> => {
	const row = await select(db, projectId).where('silence_tasks.id', '=', taskId).executeTakeFirst();
	return row ? toTask(row) : null;
};

/** Stores a new task. */
export const insertSilenceTask = async (trx: Db, projectId: ProjectId, task: SilenceTask): Promise<void> => {
	await trx
		.insertInto('silence_tasks')
		.values({
			...{ id: task.id, project_id: projectId, pillar_id: task.pillarId, area_id: task.areaId },
			...{ from_wave_id: task.fromWaveId, to_wave_id: task.toWaveId },
			...{ indicator_id: task.indicatorId, code_id: task.codeId, user_id: task.userId, due_on: task.dueOn },
			...{ remark: task.remark, given_by: task.givenBy, given_at: task.givenAt }
		})
		.execute();
};

/** Stores that a task was done, and by whom; null = it is open again. */
export const setSilenceTaskDone = async (
	trx: Db,
	taskId: SilenceTaskId,
	done: { readonly by: UserId; readonly at: Date } | null
): Promise<void> => {
	await trx
		.updateTable('silence_tasks')
		.set({ done_by: done?.by ?? null, done_at: done?.at ?? null })
		.where('id', '=', taskId)
		.execute();
};

/** Takes a task away. */
export const deleteSilenceTask = async (trx: Db, taskId: SilenceTaskId): Promise<void> => {
	await trx.deleteFrom('silence_tasks').where('id', '=', taskId).execute();
};

const select = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('silence_tasks')
		.innerJoin('users as people', 'people.id', 'silence_tasks.user_id')
		.innerJoin('users as givers', 'givers.id', 'silence_tasks.given_by')
		.leftJoin('users as doers', 'doers.id', 'silence_tasks.done_by')
		.select([
			'silence_tasks.id',
			'silence_tasks.pillar_id',
			'silence_tasks.area_id',
			'silence_tasks.from_wave_id',
			'silence_tasks.to_wave_id',
			'silence_tasks.indicator_id',
			'silence_tasks.code_id',
			'silence_tasks.user_id',
			'silence_tasks.due_on',
			'silence_tasks.remark',
			'silence_tasks.given_by',
			'silence_tasks.given_at',
			'silence_tasks.done_by',
			'silence_tasks.done_at',
			'people.name as person_name',
			'givers.name as giver_name',
			'doers.name as done_by_name'
		])
		.where('silence_tasks.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toTask = (row: Row): NamedSilenceTask => ({
	id: row.id,
	pillarId: row.pillar_id,
	areaId: row.area_id,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	indicatorId: row.indicator_id,
	codeId: row.code_id,
	userId: row.user_id,
	dueOn: row.due_on,
	remark: row.remark,
	givenBy: row.given_by,
	givenAt: row.given_at,
	doneBy: row.done_by,
	doneAt: row.done_at,
	personName: row.person_name,
	giverName: row.giver_name,
	doneByName: row.done_by_name
});
