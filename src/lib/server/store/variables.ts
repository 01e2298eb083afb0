import { sql } from 'kysely';
import { variablesOf, type Variable } from '../../domain/case/variable.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** What a project keeps about people: the standard properties as it changed them, and its own. */
export const listVariables = async (db: Db, projectId: ProjectId): Promise<readonly Variable[]> => {
	const rows = await db
		.selectFrom('variables')
		.select(['key', 'name', 'classes', 'group'])
		.where('project_id', '=', projectId)
		.orderBy('place')
		.orderBy('key')
		.execute();
	return variablesOf(rows);
};

/** Stores a property as it is now, in the place of the one with this key or after all others. */
export const saveVariable = async (trx: Db, projectId: ProjectId, variable: Variable): Promise<void> => {
	const { key, name, classes, group } = variable;
	await sql`insert into variables (project_id, key, name, classes, "group", place)
		values (${projectId}, ${key}, ${name}, ${[...classes]}::text[], ${group},
			(select coalesce(max(place), 0) + 1 from variables where project_id = ${projectId}))
		on conflict (project_id, key) do update
			set name = excluded.name, classes = excluded.classes, "group" = excluded."group"`.execute(trx);
};

/** Stores properties that nobody stored yet, so that values can refer to them. */
export const keepVariables = async (trx: Db, projectId: ProjectId, variables: readonly Variable[]): Promise<void> => {
	for (const { key, name, classes, group } of variables)
		await sql`insert into variables (project_id, key, name, classes, "group", place)
			values (${projectId}, ${key}, ${name}, ${[...classes]}::text[], ${group}, 0)
			on conflict (project_id, key) do nothing`.execute(trx);
};

/** Takes a property away with everybody's value for it; whether there was one. */
export const deleteVariable = async (trx: Db, projectId: ProjectId, key: string): Promise<boolean> => {
	await trx.deleteFrom('variable_values').where('project_id', '=', projectId).where('variable_key', '=', key).execute();
	const { numDeletedRows } = await trx
		.deleteFrom('variables')
		.where('project_id', '=', projectId)
		.where('key', '=', key)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

/** How many people have each class of a property. */
export const countClasses = async (db: Db, projectId: ProjectId, key: string): Promise<ReadonlyMap<string, number>> => {
	const rows = await db
		.selectFrom('variable_values')
		.select(['value', sql<number>`count(*)::int`.as('people')])
		.where('project_id', '=', projectId)
		.where('variable_key', '=', key)
		.groupBy('value')
		.execute();
	return new Map(rows.map(({ value, people }) => [value, people]));
};

/** Gives a class another name with everybody who has it. */
export const renameClass = async (
	trx: Db,
	projectId: ProjectId,
	key: string,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<void> => {
	await trx
		.updateTable('variable_values')
		.set({ value: to })
		.where('project_id', '=', projectId)
		.where('variable_key', '=', key)
		.where('value', '=', from)
		.execute();
};
