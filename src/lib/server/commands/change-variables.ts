import { toVariableAnswer } from '../../contract/case-answer.ts';
import { parse } from '../../contract/parse.ts';
import { addVariableInput, updateVariableInput, type VariableAnswer } from '../../contract/variable.ts';
import { checkVariable, classOf, isStandardKey, type Variable } from '../../domain/case/variable.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';
import {
	countClasses,
	deleteVariable as remove,
	listVariables,
	renameClass,
	saveVariable
} from '../store/variables.ts';

const mostVariables = 50; // more than a form can ask

/** Adds a property of people that this project keeps, with its classes. */
export const addVariable = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<VariableAnswer>> => {
	const parsed = parse(addVariableInput, input);
	if (!parsed.ok) return parsed;
	return change(context, projectId, async (trx, variables) => {
		if (variables.length >= mostVariables) return fail('variable-too-many', { maximum: mostVariables });
		const variable: Variable = { key: context.newId(), ...parsed.value };
		const free = checkNameFree(variables, variable);
		if (!free.ok) return free;
		const checked = checkVariable(variable);
		if (!checked.ok) return checked;
		await saveVariable(trx, projectId, variable);
		return ok(variable);
	});
};

/** Changes the name, the classes or the group of a property; a class that somebody is in can only be renamed. */
export const updateVariable = async (
	context: Context,
	projectId: string,
	key: string,
	input: unknown
): Promise<Result<VariableAnswer>> => {
	const parsed = parse(updateVariableInput, input);
	if (!parsed.ok) return parsed;
	const { renames, ...changes } = parsed.value;
	return change(context, projectId, async (trx, variables) => {
		const before = variables.find((variable) => variable.key === key);
		if (!before) return fail('variable-not-there');
		const after: Variable = {
			key,
			name: changes.name === undefined ? before.name : changes.name,
			classes: changes.classes ?? before.classes,
			group: changes.group === undefined ? before.group : changes.group
		};
		const free = checkNameFree(variables, after);
		if (!free.ok) return free;
		const checked = checkVariable(after);
		if (!checked.ok) return checked;
		const moved = renames.filter(({ from, to }) => from !== to);
		const lost = moved.filter(({ to }) => classOf(after, to) === null);
		if (lost.length > 0) return fail('variable-rename-unknown', undefined, 'renames');
		const used = await countClasses(trx, projectId, key);
		const gone = [...used].filter(
			([name]) => !after.classes.includes(name) && !moved.some(({ from }) => from === name)
		);
		if (gone.length > 0)
			return failAll(gone.map(([name, people]) => ({ code: 'class-in-use', params: { name, people }, at: 'classes' })));
		await saveVariable(trx, projectId, after);
		for (const { from, to } of moved) await renameClass(trx, projectId, key, { from, to: classOf(after, to) ?? to });
		return ok(after);
	});
};

/** Takes a property of the project's own away, with what was filled in about it. */
export const deleteVariable = async (context: Context, projectId: string, key: string): Promise<Result<null>> => {
	const deleted = await change(context, projectId, async (trx, variables) => {
		const variable = variables.find((one) => one.key === key);
		if (!variable) return fail('variable-not-there');
		if (isStandardKey(key)) return fail('variable-standard');
		await remove(trx, projectId, key);
		return ok(variable);
	});
	return deleted.ok ? ok(null) : deleted;
};

const change = async (
	context: Context,
	projectId: string,
	step: (trx: Db, variables: readonly Variable[]) => Promise<Result<Variable>>
): Promise<Result<VariableAnswer>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const changed = await inTransaction(context.db, async (trx) => {
		await lockProject(trx, project.id);
		const stored = await step(trx, await listVariables(trx, project.id));
		if (stored.ok) await audit(context, trx, project.id, 'variable.change', { kind: 'variable', id: stored.value.key });
		return stored;
	});
	if (!changed.ok) return changed;
	const { id } = project;
	context.publish({ projectId: id, kind: 'frame', change: 'changed', ids: [id], actorId: context.actor.userId });
	return ok(toVariableAnswer(changed.value));
};

const checkNameFree = (variables: readonly Variable[], variable: Variable): Result<null> => {
	const name = variable.name?.toLowerCase();
	const isTaken = variables.some((one) => one.key !== variable.key && one.name?.toLowerCase() === name);
	return name !== undefined && isTaken ? fail('variable-name-taken', { name: variable.name ?? '' }, 'name') : ok(null);
};
