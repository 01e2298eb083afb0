import { sql, type RawBuilder } from 'kysely';
import type { AreaId, AssignmentId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Assignment, PseudonymFacts, Task } from '../../domain/source/assignment.ts';
import type { SourceStatus } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { turnsRead } from './readings.ts';
import { areaPathOfSource, mayOnSource } from './visible-sources.ts';

/** Which assignments one asks for; what is left out does not narrow. */
export type AssignmentFilter = {
	readonly sourceId?: string | undefined;
	readonly userId?: string | undefined;
	readonly task?: Task | undefined;
};

/** An assignment with whose it is, and how far that person is. */
export type ListedAssignment = Assignment & {
	readonly personName: string;
	readonly giverName: string;
	readonly source: {
		readonly id: SourceId;
		readonly title: string;
		readonly status: SourceStatus;
		readonly version: number;
		readonly uploadedBy: UserId;
		readonly areaPath: readonly AreaId[];
	};
	readonly pseudonyms: PseudonymFacts;
	readonly turns: number;
	/** turns this person read */
	readonly read: number;
	/** the turn this person was at; null = nothing read yet */
	readonly lastTurn: number | null;
};

const withPeople = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('assignments')
		.innerJoin('sources', 'sources.id', 'assignments.source_id')
		.innerJoin('users as people', 'people.id', 'assignments.user_id')
		.innerJoin('users as givers', 'givers.id', 'assignments.given_by')
		.leftJoin('pseudonym_work', 'pseudonym_work.source_id', 'assignments.source_id')
		.leftJoin('readings', (join) =>
			join
				.onRef('readings.source_id', '=', 'assignments.source_id')
				.onRef('readings.user_id', '=', 'assignments.user_id')
		)
		.select([
			'assignments.id',
			'assignments.source_id',
			'assignments.user_id',
			'assignments.task',
			'assignments.given_by',
			'assignments.given_at',
			'assignments.due_on',
			'assignments.done_at',
			'people.name as person_name',
			'givers.name as giver_name',
			'sources.title',
			'sources.status',
			'sources.version',
			'sources.uploaded_by',
			'pseudonym_work.done_version',
			'pseudonym_work.check_outcome',
			'readings.last_turn'
		])
		.select([
			sql<number>`(select count(*)::int from turns where turns.source_id = sources.id
				and turns.version = sources.version)`.as('turns'),
			turnsRead.as('read'),
			areaPathOfSource.as('area_path')
		])
		.where('assignments.project_id', '=', projectId)
		.where('sources.deleted_at', 'is', null);

/** `limit` assignments on sources that a person may see, in the order in which they were given, from a place on. */
export const listAssignments = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ sourceId, userId, task }: AssignmentFilter,
	after: AssignmentId | null,
	limit: number
): Promise<readonly ListedAssignment[]> => {
	const conditions: RawBuilder<boolean>[] = [
		mayOnSource(access, 'source.list'),
		...(sourceId === undefined ? [] : [sql<boolean>`assignments.source_id = ${sourceId}`]),
		...(userId === undefined ? [] : [sql<boolean>`assignments.user_id = ${userId}`]),
		...(task === undefined ? [] : [sql<boolean>`assignments.task = ${task}`]),
		...(after === null ? [] : [sql<boolean>`assignments.id > ${after}`])
	];
	const rows = await withPeople(db, projectId)
		.where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
		.orderBy('assignments.id')
		.limit(limit)
		.execute();
	return rows.map(toListed);
};

/** Assignments by their ids, of sources that are still there. */
export const findAssignments = async (
	db: Db,
	projectId: ProjectId,
	ids: readonly AssignmentId[]
): Promise<readonly ListedAssignment[]> => {
	const rows = await withPeople(db, projectId)
		.where('assignments.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy('assignments.id')
		.execute();
	return rows.map(toListed);
};

/** Every assignment of a person, also on sources that he or she may not see yet. */
export const listAssignmentsOf = async (
	db: Db,
	projectId: ProjectId,
	userId: UserId
): Promise<readonly ListedAssignment[]> => {
	const rows = await withPeople(db, projectId)
		.where('assignments.user_id', '=', userId)
		.orderBy('assignments.id')
		.execute();
	return rows.map(toListed);
};

/** Which of these sources somebody else has for a task. */
export const listTaken = async (
	db: Db,
	sourceIds: readonly SourceId[],
	task: Task,
	userId: UserId
): Promise<readonly SourceId[]> => {
	const rows = await db
		.selectFrom('assignments')
		.select('source_id')
		.distinct()
		.where('source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
		.where('task', '=', task)
		.where('user_id', '<>', userId)
		.execute();
	return rows.map(({ source_id }) => source_id);
};

/** Stores assignments; who has one already keeps it, with the day of the new one. */
export const saveAssignments = async (
	trx: Db,
	projectId: ProjectId,
	assignments: readonly Assignment[]
): Promise<readonly AssignmentId[]> => {
	const rows = await trx
		.insertInto('assignments')
		.values(
			assignments.map(({ id, sourceId, userId, task, givenBy, givenAt, dueOn, doneAt }) => ({
				...{ id, project_id: projectId, source_id: sourceId, user_id: userId, task },
				...{ given_by: givenBy, given_at: givenAt, due_on: dueOn, done_at: doneAt }
			}))
		)
		.onConflict((conflict) =>
			conflict
				.columns(['source_id', 'task', 'user_id'])
				.doUpdateSet((eb) => ({ due_on: eb.ref('excluded.due_on'), given_at: eb.ref('excluded.given_at') }))
		)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
};

/** Notes that a task was done, or that it was not after all. */
export const setDone = async (trx: Db, id: AssignmentId, at: Date | null): Promise<void> => {
	await trx.updateTable('assignments').set({ done_at: at }).where('id', '=', id).execute();
};

/** Takes assignments away. */
export const deleteAssignments = async (trx: Db, ids: readonly AssignmentId[]): Promise<void> => {
	await trx
		.deleteFrom('assignments')
		.where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
};

type Row = Awaited<ReturnType<ReturnType<typeof withPeople>['execute']>>[number];

const toListed = (row: Row): ListedAssignment => ({
	id: row.id,
	sourceId: row.source_id,
	userId: row.user_id,
	task: row.task,
	givenBy: row.given_by,
	givenAt: row.given_at,
	dueOn: row.due_on,
	doneAt: row.done_at,
	personName: row.person_name,
	giverName: row.giver_name,
	source: {
		id: row.source_id,
		title: row.title,
		status: row.status,
		version: row.version,
		uploadedBy: row.uploaded_by,
		areaPath: row.area_path
	},
	pseudonyms: { doneVersion: row.done_version, outcome: row.check_outcome },
	turns: row.turns,
	read: row.read,
	lastTurn: row.last_turn
});
