import {
	addReviewSessionInput,
	recogniseFigureInput,
	updateReviewSessionInput,
	type FigureRecognitionAnswer,
	type ReviewSessionAnswer
} from '../../contract/review-session.ts';
import { areaPath } from '../../domain/area/area.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { Action } from '../../domain/project/membership.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import { wavesBetween } from '../../merge/scope.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { check, isUuid, permit, type Permit } from '../access/permit.ts';
import type { Db } from '../store/database.ts';
import { loadFrame, lockProject, type ProjectFrame } from '../store/frame.ts';
import {
	deleteReviewSession as remove,
	findReviewSession,
	insertFigureRecognition,
	insertReviewSession,
	updateReviewSession as save,
	type ListedSession
} from '../store/review-sessions.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

type Desk = Permit & { readonly trx: Db; readonly frame: ProjectFrame };

/** Makes a session about an area and two rounds, in which figures are laid before people who know the area. */
export const addReviewSession = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ReviewSessionAnswer>> => {
	const parsed = parseWords(addReviewSessionInput, input);
	if (!parsed.ok) return parsed;
	const { areaId, fromWaveId, toWaveId } = parsed.value;
	return change(context, projectId, 'review-session.add', async (desk) => {
		const { areas, waves } = desk.frame;
		const foreign = foreignReferences({ area: areas, wave: waves }, [
			{ kind: 'area', field: 'areaId', ids: [areaId] },
			{ kind: 'wave', field: 'fromWaveId', ids: [fromWaveId] },
			{ kind: 'wave', field: 'toWaveId', ids: [toWaveId] }
		]);
		if (foreign.length > 0) return failAll(foreign);
		const pair = wavesBetween(waves, fromWaveId, toWaveId);
		if (!pair.ok) return pair;
		const allowed = inArea(desk, 'explanation.write', areaId);
		if (!allowed.ok) return allowed;
		const session = { ...parsed.value, id: context.newId() };
		await insertReviewSession(desk.trx, desk.project.id, session, { by: context.actor.userId, at: context.now() });
		return ok({
			id: session.id,
			answer: { ...session, area: areas.find(({ id }) => id === areaId)?.name ?? '', version: 1 }
		});
	});
};

/** Changes the day or the participants of a session; where it is told which version was on the screen, only that one. */
export const updateReviewSession = async (
	context: Context,
	projectId: string,
	sessionId: string,
	input: unknown
): Promise<Result<ReviewSessionAnswer>> => {
	const parsed = parseWords(updateReviewSessionInput, input);
	if (!parsed.ok) return parsed;
	return change(context, projectId, 'review-session.change', async (desk) => {
		const before = await sessionToChange(desk, sessionId);
		if (!before.ok) return before;
		const { version, ...fields } = parsed.value;
		const session = withChanges(before.value, fields);
		if (session === before.value) return ok({ id: sessionId, answer: session });
		const present = before.value.version;
		if (version !== undefined && version !== present)
			return fail('review-session-changed', { version, present }, 'version');
		await save(desk.trx, session);
		return ok({ id: sessionId, answer: { ...session, version: present + 1 } });
	});
};

/** Deletes a session with the answers on its figures; the explanations that were given in it stay. */
export const deleteReviewSession = (context: Context, projectId: string, sessionId: string): Promise<Result<null>> =>
	change(context, projectId, 'review-session.remove', async (desk) => {
		const before = await sessionToChange(desk, sessionId);
		if (!before.ok) return before;
		await remove(desk.trx, sessionId);
		return ok({ id: sessionId, answer: null });
	});

/** Records whether a figure was recognised in a session. Earlier answers stay. */
export const recogniseFigure = async (
	context: Context,
	projectId: string,
	sessionId: string,
	input: unknown
): Promise<Result<FigureRecognitionAnswer>> => {
	const parsed = parseWords(recogniseFigureInput, input);
	if (!parsed.ok) return parsed;
	return change(context, projectId, 'recognition.add', async (desk) => {
		const session = await sessionToChange(desk, sessionId);
		if (!session.ok) return session;
		const foreign = foreignReferences({ indicator: desk.frame.indicators }, [
			{ kind: 'indicator', field: 'indicatorId', ids: [parsed.value.indicatorId] }
		]);
		if (foreign.length > 0) return failAll(foreign);
		const recognition = {
			...parsed.value,
			id: context.newId(),
			sessionId,
			createdBy: context.actor.userId,
			createdAt: context.now().toISOString()
		};
		await insertFigureRecognition(desk.trx, recognition);
		return ok({ id: sessionId, answer: recognition });
	});
};

/** May this person; all or nothing; a line in the log; tell other screens. */
const change = async <T>(
	context: Context,
	projectId: string,
	action: string,
	step: (desk: Desk) => Promise<Result<{ readonly id: string; readonly answer: T }>>
): Promise<Result<T>> => {
	const permitted = await permit(context, projectId, 'explanation.write');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const stored = await inTransaction(context.db, async (trx) => {
		await lockProject(trx, project.id);
		const changed = await step({ ...permitted.value, trx, frame: await loadFrame(trx, project.id) });
		if (changed.ok) await audit(context, trx, project.id, action, { kind: 'review-session', id: changed.value.id });
		return changed;
	});
	if (!stored.ok) return stored;
	const { id, answer } = stored.value;
	const actorId = context.actor.userId;
	context.publish({ projectId: project.id, kind: 'explanation', change: 'changed', ids: [id], actorId });
	return ok(answer);
};

/** A session this person may change; one in an area he or she may not see does not exist. */
const sessionToChange = async (desk: Desk, sessionId: string): Promise<Result<ListedSession>> => {
	const session = isUuid(sessionId) ? await findReviewSession(desk.trx, desk.project.id, sessionId) : null;
	if (!session || !inArea(desk, 'explanation.read', session.areaId).ok) return fail('review-session-unknown');
	const allowed = inArea(desk, 'explanation.write', session.areaId);
	return allowed.ok ? ok(session) : allowed;
};

const inArea = (desk: Desk, action: Action, areaId: string): Result<null> =>
	check(desk, action, { areaPath: areaPath(desk.frame.areas, areaId).map(({ id }) => id) });
