import type { ChangeCodingInput, CodingAnswer, CodingItem } from '#lib/contract/coding.ts';
import type { CodingId, SourceId } from '#lib/domain/project/ids.ts';
import type { Reply } from '../api/ask.ts';
import { decisionIn, type CodingChange, type CodingTrails } from './coding-trails.ts';
import type { DeskClient } from './desk-client.ts';
import { codingOfAnswer, type DeskCoding } from './desk-coding.ts';
import type { Persevering } from './persevering.ts';

/** Where the codings are shown. */
export type Board = {
	get(id: CodingId): DeskCoding | undefined;
	findSaved(savedId: CodingId): DeskCoding | undefined;
	put(coding: DeskCoding): void;
	drop(id: CodingId): void;
};

/** How it is told that something did not come through; `again` tries once more, null = trying again cannot help. */
export type OnFailure = (
	what: 'add' | 'change' | 'remove' | 'restore',
	coding: DeskCoding,
	message: string,
	again: (() => void) | null
) => void;

/** What all requests about codings of one text share. */
export type Sending = {
	readonly board: Board;
	readonly client: DeskClient;
	readonly text: { readonly sourceId: SourceId; readonly version: number };
	readonly onFailure: OnFailure;
	/** the server has something else than the screen: read again */
	readonly onStale: () => void;
	/** memos went from one coding to another, or came back */
	readonly onCarried: () => void;
	readonly trails: CodingTrails;
	/** memos of codings that the server does not have yet */
	readonly memos: Map<CodingId, string>;
	readonly server: Persevering;
	/** asks once more what did not come through */
	readonly again: {
		retry(id: CodingId): void;
		saveMemo(id: CodingId, memo: string): Promise<unknown>;
	};
};

/**
 * Sends a change, which decides `part` anew; null when the coding is not there (any more). Unless the change says as
 * what the coding was seen, that is as it is on the desk.
 */
export const patch = async (
	sending: Sending,
	id: CodingId,
	input: ChangeCodingInput,
	part: CodingChange = {}
): Promise<Reply<CodingAnswer> | null> => {
	const { board, client, server, trails } = sending;
	const coding = board.get(id);
	if (!coding || coding.savedId === null) return null;
	const { savedId, changedAt } = coding;
	const known = changedAt === null ? {} : { changedAt };
	const trail = trails.of(id);
	const { range, codeId, valences, isImportant } = trail.was ?? coding;
	trail.asked = { range, codeId, valences, isImportant, ...decisionIn(part) };
	const reply = await server.ask(() => client.change(savedId, { ...known, ...input }));
	trail.asked = null;
	if (reply.ok) settle(sending, id, reply.value);
	return reply;
};

/** Takes over what the server stored; what was taken off the screen meanwhile stays off. */
export const settle = (sending: Sending, id: CodingId, answer: CodingAnswer | CodingItem): void => {
	const { board, memos, onStale, text, trails } = sending;
	const trail = trails.of(id);
	// A memo that was written since is on its way.
	if (trail.waiting <= 1) memos.delete(id);
	const now = board.get(id);
	const isOfNewText = answer.version !== text.version;
	if (isOfNewText) onStale();
	const saved = { ...codingOfAnswer(answer), ...(isOfNewText && now && { range: now.range }) };
	// After a reload the page may have read it already, and not known it as its own.
	const read = saved.savedId === null ? undefined : board.findSaved(saved.savedId);
	if (now && read && read.id !== id) board.drop(read.id);
	if (!now) {
		trail.savedId = saved.savedId;
		if (trail.removed) trail.removed = { ...trail.removed, changedAt: saved.changedAt };
	} else if (trail.waiting <= 1 && !trail.failed) board.put({ ...saved, id });
	// More was changed since: what is on the screen is newer than the answer.
	else {
		const { asked: _, ...changed } = now;
		const state = trail.failed ? 'failed' : changed.state;
		board.put({ ...changed, savedId: saved.savedId, changedAt: saved.changedAt, state });
	}
};
