import type { CodingId } from '#lib/domain/project/ids.ts';
import { canHelp } from './coding-requests.ts';
import { settled, type DeskCoding } from './desk-coding.ts';
import { sendAdditions } from './send-additions.ts';
import { settle, type Sending } from './sending.ts';

/** Takes a coding away at the server that is off the screen already. */
export const sendRemoval = async (sending: Sending, id: CodingId, coding: DeskCoding): Promise<void> => {
	const { again, board, client, onFailure, onStale, server, trails } = sending;
	const trail = trails.of(id);
	if (trail.savedId === null || trail.removed === null) return;
	const { savedId, removed } = trail;
	trail.untold += 1;
	const { onlyOwn, into } = trail;
	const savedInto = into === null ? null : ((board.get(into) ?? trails.find(into))?.savedId ?? null);
	const reply = await server.ask(() => client.remove(savedId, removed.changedAt, { onlyOwn, into: savedInto }));
	if (!reply.ok) trail.untold -= 1;
	if (reply.ok) {
		trail.deletionId = reply.value.deletionId;
		if (savedInto !== null) sending.onCarried();
		const back = board.findSaved(savedId);
		if (back && back.state === 'saved') board.drop(back.id);
		return;
	}
	if (reply.status === 404) {
		trail.isGone = true;
		return onStale();
	}
	trail.removed = null;
	const problem = reply.message;
	// The server had a fault of its own: that it is to go stays in sight until it is tried again or given up.
	if (canHelp(reply)) board.put({ ...coding, savedId, state: 'failed', failedTo: 'remove', problem });
	else board.put({ ...settled({ ...coding, savedId }), ...(trail.failed && { state: 'failed' }) });
	// Another changed it since: what that was is read.
	if (reply.codes.includes('coding-changed')) onStale();
	onFailure('remove', coding, problem, canHelp(reply) ? () => again.retry(id) : null);
};

/** Brings a coding back at the server that is on the screen already. */
export const sendRestoration = async (sending: Sending, id: CodingId, coding: DeskCoding): Promise<void> => {
	const { again, board, client, onFailure, server, trails } = sending;
	const trail = trails.of(id);
	const now = board.get(id);
	if (!now) return;
	if (trail.savedId === null || trail.isGone) {
		trail.isGone = false;
		trail.savedId = null;
		board.put({ ...now, savedId: null });
		return sendAdditions(sending, [{ ...now, savedId: null }]);
	}
	if (trail.deletionId === null) return board.put({ ...now, savedId: trail.savedId, state: 'saved' });
	const { savedId, deletionId } = trail;
	const reply = await server.ask(() => client.restore(savedId, deletionId));
	if (reply.ok) {
		trail.deletionId = null;
		if (trail.into !== null) sending.onCarried();
		return settle(sending, id, reply.value);
	}
	const problem = reply.message;
	if (canHelp(reply)) board.put({ ...(board.get(id) ?? now), state: 'failed', failedTo: 'restore', problem });
	else {
		board.drop(id);
		trail.removed = coding;
	}
	onFailure('restore', coding, problem, canHelp(reply) ? () => again.retry(id) : null);
};
