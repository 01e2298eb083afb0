import { unassignSourcesInput } from '../../contract/assignment.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { mayTakeAway } from '../../domain/source/assignment.ts';
import { assignmentsInSight, permitWork } from '../access/assignment-permit.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { targetOf } from '../access/source-permit.ts';
import { deleteAssignments } from '../store/assignments.ts';
import { inTransaction } from '../store/transaction.ts';
import { workChanged } from './work-changed.ts';

/** Takes assignments away, all or none: by who gives out work, or what one took oneself. What was read stays read. */
export const unassignSources = async (context: Context, projectId: string, input: unknown): Promise<Result<null>> => {
	const parsed = parse(unassignSourcesInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitWork(context, projectId);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const taken = await inTransaction(context.db, async (trx): Promise<Result<readonly string[]>> => {
		const found = await assignmentsInSight(permitted.value, trx, parsed.value.assignmentIds);
		if (!found.ok) return found;
		const isFree = found.value.every((assignment) => mayTakeAway(access, assignment, targetOf(assignment.source)));
		if (!isFree) return fail('not-allowed', { action: 'source.assign' });
		await deleteAssignments(
			trx,
			found.value.map(({ id }) => id)
		);
		const sourceIds = [...new Set(found.value.map(({ sourceId }) => sourceId))];
		for (const id of sourceIds) await audit(context, trx, project.id, 'work.unassign', { kind: 'source', id });
		return ok(sourceIds);
	});
	if (!taken.ok) return taken;
	workChanged(context, project.id, taken.value, 'removed');
	return ok(null);
};
