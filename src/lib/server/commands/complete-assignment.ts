import type { AssignmentAnswer } from '../../contract/assignment.ts';
import { toAssignmentAnswer } from '../../contract/assignment-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { assignmentsInSight } from '../access/assignment-permit.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { setDone } from '../store/assignments.ts';
import { findPseudonymSettings } from '../store/pseudonym-work.ts';
import { inTransaction } from '../store/transaction.ts';
import { workChanged } from './work-changed.ts';

/** A coder says that a source is coded; saying it twice changes nothing. */
export const completeAssignment = (
	context: Context,
	projectId: string,
	assignmentId: string
): Promise<Result<AssignmentAnswer>> => setCompletion(context, projectId, assignmentId, true);

/** A coder says that a source is not coded after all. */
export const reopenAssignment = (
	context: Context,
	projectId: string,
	assignmentId: string
): Promise<Result<AssignmentAnswer>> => setCompletion(context, projectId, assignmentId, false);

const setCompletion = async (
	context: Context,
	projectId: string,
	assignmentId: string,
	isDone: boolean
): Promise<Result<AssignmentAnswer>> => {
	const permitted = await permit(context, projectId, 'work.take');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	let changed: readonly string[] = [];
	const set = await inTransaction(context.db, async (trx): Promise<Result<AssignmentAnswer>> => {
		const found = await assignmentsInSight(permitted.value, trx, [assignmentId]);
		if (!found.ok) return found;
		const own = found.value.find(({ userId }) => userId === context.actor.userId);
		if (!own) return fail('assignment-unknown');
		if (own.task !== 'code') return fail('assignment-follows');
		const doneAt = isDone ? (own.doneAt ?? context.now()) : null;
		const settings = await findPseudonymSettings(trx, project.id);
		const answer = toAssignmentAnswer({ ...own, doneAt }, access, targetOf(own.source), settings);
		if (doneAt === own.doneAt) return ok(answer);
		await setDone(trx, own.id, doneAt);
		const action = isDone ? 'work.complete' : 'work.reopen';
		await audit(context, trx, project.id, action, { kind: 'source', id: own.sourceId });
		changed = [own.sourceId];
		return ok(answer);
	});
	if (set.ok) workChanged(context, project.id, changed, 'changed');
	return set;
};
