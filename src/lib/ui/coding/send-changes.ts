import { agrees } from '#lib/domain/coding/undo.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { Reply } from '../api/ask.ts';
import { canHelp, inputOf, isOfEarlierText, isStale } from './coding-requests.ts';
import type { CodingChange } from './coding-trails.ts';
import { codingOfAnswer, type DeskCoding } from './desk-coding.ts';
import { patch, settle, type Board, type Sending } from './sending.ts';

/** Sends a change, with what could not be stored before it. */
export const sendChange = async (sending: Sending, id: CodingId, last: CodingChange): Promise<void> => {
	const { board, onFailure, onStale, text, trails } = sending;
	const trail = trails.of(id);
	const change = { ...trail.failed, ...last };
	if (board.get(id)?.failedTo === 'restore') {
		// It has to be there again first.
		trail.failed = change;
		return;
	}
	trail.failed = null;
	const reply = await patch(sending, id, inputOf(change, text.version), change);
	if (reply && isOfEarlierText(reply)) {
		// The desk of the new text makes the change, carried along with it.
		trail.isBehind = true;
		return onStale();
	}
	if (reply && !reply.ok && canHelp(reply)) return failed(sending, id, change, reply.message);
	const was = trail.was;
	if (trail.waiting <= 1 && !trail.isBehind) Object.assign(trail, { change: null, was: null });
	else if (reply?.ok) trail.was = { ...codingOfAnswer(reply.value), id };
	if (!reply || reply.ok) return;
	if (await isThereAlready(sending, board.get(id), change, reply)) return;
	if (was) takeBack(board, id, was);
	if (isStale(reply)) onStale();
	if (was) onFailure('change', was, reply.message, null);
};

/** Shows a stored coding as it was before a change. */
export const takeBack = (board: Board, id: CodingId, { asked: _, ...was }: DeskCoding): void => {
	const now = board.get(id);
	if (!now) return;
	const { savedId, changedAt, hasMemo } = now;
	board.put({ ...was, id, savedId, changedAt, hasMemo, state: 'saved', problem: null });
};

/** The server had a fault of its own: the change stays in sight until it is tried again or given up. */
const failed = (
	{ again, board, onFailure, trails }: Sending,
	id: CodingId,
	change: CodingChange,
	problem: string
): void => {
	trails.of(id).failed = change;
	const coding = board.get(id);
	if (!coding) return;
	board.put({ ...coding, state: 'failed', problem });
	onFailure('change', coding, problem, () => again.retry(id));
};

/** A change whose answer was lost on the way: the server has it, though it says that the coding has changed. */
const isThereAlready = async (
	sending: Sending,
	coding: DeskCoding | undefined,
	change: CodingChange,
	reply: Reply<unknown>
): Promise<boolean> => {
	if (reply.ok || !coding || coding.savedId === null || !reply.codes.includes('coding-changed')) return false;
	const present = await sending.client.read(coding.savedId);
	if (!present.ok) return false;
	const saved = codingOfAnswer(present.value);
	if (!agrees(saved, change)) return false;
	settle(sending, coding.id, present.value);
	return true;
};
