import { valenceList } from '#lib/domain/coding/valence.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { Reply } from '../api/ask.ts';
import { isOfEarlierText, isOfGoneCode } from './coding-requests.ts';
import type { DeskCoding } from './desk-coding.ts';
import { patch, settle, type Sending } from './sending.ts';

/** Stores new codings of one passage, together. */
export const sendAdditions = async (sending: Sending, codings: readonly DeskCoding[]): Promise<void> => {
	const [first] = codings;
	if (!first) return;
	const { client, memos, server, text } = sending;
	const memo = memos.get(first.id);
	const reply = await server.ask(() =>
		client.apply({
			...text,
			...first.range,
			codeIds: codings.map(({ codeId }) => codeId),
			valences: [...valenceList(first.valences)],
			...(first.isImportant && { important: true }),
			...(memo !== undefined && { memo })
		})
	);
	// One code of several went from the codebook: the others do not wait for it.
	if (codings.length > 1 && isOfGoneCode(reply)) {
		for (const coding of codings) await sendAdditions(sending, [coding]);
		return;
	}
	const unknown: DeskCoding[] = [];
	for (const coding of codings) {
		const { id, codeId } = coding;
		const answer = reply.ok ? reply.value.items.find((item) => item.codeId === codeId) : undefined;
		if (answer) settle(sending, id, answer);
		// It was there already: sent twice, or by the same person elsewhere.
		else if (reply.ok && reply.value.existing.some((known) => known.codeId === codeId)) unknown.push(coding);
		else failed(sending, id, reply);
	}
	const existing = reply.ok ? reply.value.existing : [];
	for (const { id, codeId } of unknown)
		await adopt(sending, id, existing.find((known) => known.codeId === codeId)?.id ?? null);
};

/** Takes the server's coding for the one from here, before anything that was changed since is sent. */
const adopt = async (sending: Sending, id: CodingId, savedId: CodingId | null): Promise<void> => {
	const { client, memos, onStale, server } = sending;
	const found = savedId ? await server.ask(() => client.read(savedId)) : null;
	if (!found?.ok) return onStale();
	const memo = memos.get(id);
	settle(sending, id, found.value);
	if (memo !== undefined) await addMemo(sending, id, memo, found.value.memo);
};

/** Adds a memo to what the server's coding said already. */
const addMemo = async (sending: Sending, id: CodingId, memo: string, present: string): Promise<void> => {
	if (present.includes(memo)) return;
	const whole = present === '' ? memo : `${present}\n${memo}`;
	const reply = await patch(sending, id, { memo: whole });
	const coding = sending.board.get(id);
	if (!reply || reply.ok || !coding) return;
	sending.memos.set(id, whole);
	sending.onFailure('change', coding, reply.message, () => void sending.again.saveMemo(id, whole));
};

const failed = ({ again, board, onFailure, onStale }: Sending, id: CodingId, reply: Reply<unknown>): void => {
	const coding = board.get(id);
	if (!coding) return;
	const message = reply.ok ? '' : reply.message;
	board.put({ ...coding, state: 'failed', problem: message });
	// The desk of the new text places it there, or asks where.
	if (isOfEarlierText(reply)) return onStale();
	onFailure('add', coding, message, () => again.retry(id));
};
