import { assignSourcesInput, type AssignedSourcesAnswer } from '../../contract/assignment.ts';
import { toAssignmentAnswer } from '../../contract/assignment-answer.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { fitsTask, type Task } from '../../domain/source/assignment.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { findAssignments, listTaken, saveAssignments } from '../store/assignments.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { accessOf } from '../store/memberships.ts';
import { findPseudonymSettings } from '../store/pseudonym-work.ts';
import { findTargets } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { workChanged } from './work-changed.ts';

/**
 * Gives sources to somebody whose roles fit the task, or takes them oneself: all of them or none. What a colleague has
 * already is taken by nobody else, but who gives out work can give it to two people.
 */
export const assignSources = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<AssignedSourcesAnswer>> => {
	const parsed = parse(assignSourcesInput, input);
	if (!parsed.ok) return parsed;
	const { task, dueOn } = parsed.value;
	const me = context.actor.userId;
	const userId = parsed.value.userId ?? me;
	const permitted = await permit(context, projectId, userId === me ? 'work.take' : 'source.assign');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const sourceIds = [...new Set(parsed.value.sourceIds)];
	const given = await inTransaction(context.db, async (trx): Promise<Result<AssignedSourcesAnswer>> => {
		await lockProject(trx, project.id);
		const checked = await check(permitted.value, trx, { sourceIds, task, userId });
		if (!checked.ok) return checked;
		const stamp = { givenBy: me, givenAt: context.now(), dueOn, doneAt: null };
		const ids = await saveAssignments(
			trx,
			project.id,
			sourceIds.map((sourceId) => ({ id: context.newId(), sourceId, userId, task, ...stamp }))
		);
		const settings = await findPseudonymSettings(trx, project.id);
		const stored = await findAssignments(trx, project.id, ids);
		for (const id of sourceIds) await audit(context, trx, project.id, 'work.assign', { kind: 'source', id });
		return ok({
			items: stored.map((one) => toAssignmentAnswer(one, access, targetOf(one.source), settings))
		});
	});
	if (given.ok) workChanged(context, project.id, sourceIds, 'added');
	return given;
};

type Asked = { readonly sourceIds: readonly string[]; readonly task: Task; readonly userId: string };

/** Whether all these sources can be given to this person, by who asks. */
const check = async (
	{ project, access }: Permit,
	trx: Db,
	{ sourceIds, task, userId }: Asked
): Promise<Result<null>> => {
	const found = await findTargets(trx, project.id, sourceIds);
	const targets = [...found.values()].map(targetOf).filter((target) => may(access, 'source.list', target));
	if (targets.length < sourceIds.length) return fail('source-unknown', undefined, 'sourceIds');
	const assignsAll = targets.every((target) => may(access, 'source.assign', target));
	const isMe = userId === access.userId;
	if (!isMe && !assignsAll) return fail('not-allowed', { action: 'source.assign' });
	const person = isMe ? access : await accessOf(trx, project.id, userId);
	if (person.memberships.length === 0) return fail('member-unknown', undefined, 'userId');
	const unfit = targets.filter((target) => !fitsTask(person, task, target));
	if (unfit.length > 0) return fail('assignment-unfit', { n: unfit.length }, 'userId');
	if (assignsAll) return ok(null);
	const taken = await listTaken(trx, sourceIds, task, userId);
	return taken.length > 0 ? fail('assignment-taken', { n: taken.length }, 'sourceIds') : ok(null);
};
