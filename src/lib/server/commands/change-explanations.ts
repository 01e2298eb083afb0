import type { ExplanationAnswer } from '../../contract/explanation.ts';
import { areaPath } from '../../domain/area/area.ts';
import type { Explanation } from '../../domain/integration/explanation.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { Action } from '../../domain/project/membership.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { wavesBetween } from '../../merge/scope.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { check, isUuid, permit, type Permit } from '../access/permit.ts';
import type { Db } from '../store/database.ts';
import { findExplanation, type StoredExplanation } from '../store/explanations.ts';
import { findReviewSession } from '../store/review-sessions.ts';
import { loadFrame, lockProject, type ProjectFrame } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';

/** Where the possible explanations of a project are changed, by somebody who may do so in some areas at least. */
export type ExplanationsDesk = Permit & { readonly trx: Db; readonly frame: ProjectFrame };

type What = {
	/** for the log */
	readonly action: 'explanation.add' | 'explanation.change' | 'explanation.remove' | 'recognition.add';
	/** what happened to the explanation, for other screens */
	readonly change: ProjectEvent['change'];
};

/**
 * The steps that every change of possible explanations has in common: may this person; all or nothing; a line in the
 * log; tell other screens.
 */
export const changeExplanations = async <T>(
	context: Context,
	projectId: string,
	{ action, change }: What,
	step: (desk: ExplanationsDesk) => Promise<Result<{ readonly explanationId: string; readonly answer: T }>>
): Promise<Result<T>> => {
	const permitted = await permit(context, projectId, 'explanation.write');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const stored = await inTransaction(context.db, async (trx) => {
		await lockProject(trx, project.id);
		const changed = await step({ ...permitted.value, trx, frame: await loadFrame(trx, project.id) });
		if (changed.ok)
			await audit(context, trx, project.id, action, { kind: 'explanation', id: changed.value.explanationId });
		return changed;
	});
	if (!stored.ok) return stored;
	const { explanationId, answer } = stored.value;
	const actorId = context.actor.userId;
	context.publish({ projectId: project.id, kind: 'explanation', change, ids: [explanationId], actorId });
	return ok(answer);
};

/** An explanation this person may change; one in an area he or she may not see does not exist. */
export const explanationToChange = async (
	desk: ExplanationsDesk,
	explanationId: string
): Promise<Result<StoredExplanation>> => {
	const explanation = isUuid(explanationId)
		? await findExplanation(desk.trx, desk.project.id, desk.access, explanationId)
		: null;
	if (!explanation || !inArea(desk, 'explanation.read', explanation.areaId).ok) return fail('explanation-unknown');
	const allowed = inArea(desk, 'explanation.write', explanation.areaId);
	return allowed.ok ? ok(explanation) : allowed;
};

/** An explanation as it stands after a change, for who changed it. */
export const storedAnswer = async (
	{ trx, project, access }: ExplanationsDesk,
	explanationId: string
): Promise<Result<{ readonly explanationId: string; readonly answer: ExplanationAnswer }>> => {
	const stored = await findExplanation(trx, project.id, access, explanationId);
	if (!stored) throw new RangeError(`explanation ${explanationId} was stored and is not there`);
	return ok({ explanationId, answer: { ...stored, recognitions: [...stored.recognitions] } });
};

/** Whether an explanation is about things of this project, rounds in order of time, and an area of this person. */
export const checkExplanation = async (
	desk: ExplanationsDesk,
	{
		areaId,
		indicatorId,
		fromWaveId,
		toWaveId,
		sessionId
	}: Pick<Explanation, 'areaId' | 'indicatorId' | 'fromWaveId' | 'toWaveId' | 'sessionId'>
): Promise<Result<null>> => {
	const { areas, indicators, waves } = desk.frame;
	const foreign = foreignReferences({ area: areas, indicator: indicators, wave: waves }, [
		{ kind: 'area', field: 'areaId', ids: [areaId] },
		{ kind: 'indicator', field: 'indicatorId', ids: [indicatorId] },
		{ kind: 'wave', field: 'fromWaveId', ids: [fromWaveId] },
		{ kind: 'wave', field: 'toWaveId', ids: [toWaveId] }
	]);
	if (foreign.length > 0) return failAll(foreign);
	if (sessionId !== null) {
		const session = await findReviewSession(desk.trx, desk.project.id, sessionId);
		if (session?.areaId !== areaId) return fail('review-session-unknown', undefined, 'sessionId');
	}
	const pair = wavesBetween(waves, fromWaveId, toWaveId);
	return pair.ok ? inArea(desk, 'explanation.write', areaId) : pair;
};

const inArea = (desk: ExplanationsDesk, action: Action, areaId: string): Result<null> =>
	check(desk, action, { areaPath: areaPath(desk.frame.areas, areaId).map(({ id }) => id) });
