import type { CodingId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import { isStale } from './coding-requests.ts';
import { patch, settle, type Sending } from './sending.ts';

/** As what a coding was seen when its note was written. */
export type SeenNote = {
	/** the texts that may stand there without somebody else having written them; absent = not known */
	readonly over?: readonly string[];
	/** when the coding had changed last; absent = as it is known on the desk */
	readonly changedAt?: string | null;
};

/** Whether the server has a note, or gets it together with its coding. */
export type NoteReply = Reply<'stored' | 'waits'>;

/** A note that the server did not answer about yet. */
type WaitingNote = {
	readonly memo: string;
	readonly over: readonly string[];
	readonly changedAt: string | null;
	/** who waits for the answer, also about what was written before */
	readonly answers: readonly ((reply: NoteReply) => void)[];
};

/**
 * The notes on the codings of a desk, on their way to the server. What was not answered yet is remembered for the desk
 * of the same tab that takes the work up; never in the browser, where words do not belong.
 */
export class CodingNotes {
	readonly #sending: Sending;
	readonly #waiting = new Map<CodingId, WaitingNote>();
	/** the notes of the desk that took this one's work up */
	#heir: CodingNotes | null = null;

	constructor(sending: Sending) {
		this.#sending = sending;
	}

	/** Stores a note; that of a coding that the server does not have yet goes along with it. */
	save(id: CodingId, memo: string, seen: SeenNote = {}): Promise<NoteReply> {
		const { board, memos, onStale, trails } = this.#sending;
		const coding = board.get(id);
		const changedAt = seen.changedAt ?? coding?.changedAt ?? null;
		if (this.#heir) return this.#heir.#saveLasting(this.#lastingId(id), memo, { ...seen, changedAt });
		if (coding?.savedId === null) {
			memos.set(id, memo);
			board.put({ ...coding, hasMemo: memo !== '' });
		}
		return new Promise((answer) => {
			const before = this.#waiting.get(id);
			const over = [...(before ? [...before.over, before.memo] : []), ...(seen.over ?? [])];
			const note: WaitingNote = { memo, over, changedAt, answers: [...(before?.answers ?? []), answer] };
			this.#waiting.set(id, note);
			void trails.next(id, async () => {
				const reply = await sendNote(this.#sending, id, memo, { ...seen, over });
				if (this.#waiting.get(id) === note) this.#waiting.delete(id);
				if (reply && isStale(reply)) onStale();
				answer(reply?.ok ? { ok: true, value: 'stored' } : (reply ?? this.#unsent(id, memo)));
			});
		});
	}

	/** Leaves what waits, and what is still written on this desk, to the desk that took its work up. */
	handOver(heir: CodingNotes): void {
		this.#heir = heir;
		for (const [id, { memo, over, changedAt, answers }] of this.#waiting) {
			const reply = heir.#saveLasting(this.#lastingId(id), memo, { over, changedAt });
			for (const answer of answers) void reply.then(answer);
		}
		this.#waiting.clear();
	}

	/** A note that nothing was asked about: it waits for its coding, unless somebody else took that away. */
	#unsent(id: CodingId, memo: string): NoteReply {
		const { board, memos, trails } = this.#sending;
		const removed = trails.find(id)?.removed ?? null;
		// Whoever brings it back has its note again.
		if (removed?.savedId === null) memos.set(id, memo);
		if (removed || board.get(id)?.savedId === null) return { ok: true, value: 'waits' };
		const message = m.desk_memo_gone();
		return { ok: false, status: 404, codes: ['coding-unknown'], message, messages: [message] };
	}

	#lastingId(id: CodingId): CodingId {
		const { board, trails } = this.#sending;
		return board.get(id)?.savedId ?? trails.find(id)?.savedId ?? id;
	}

	/** Stores a note on a coding as another desk knows it. */
	#saveLasting(lastingId: CodingId, memo: string, seen: SeenNote): Promise<NoteReply> {
		return this.save(this.#sending.board.findSaved(lastingId)?.id ?? lastingId, memo, seen);
	}
}

/**
 * Sends a note; null when the coding is not there (any more). That the coding changed since is no reason to leave it,
 * as long as nobody else wrote in its note.
 */
const sendNote = async (
	sending: Sending,
	id: CodingId,
	memo: string,
	{ over = [], changedAt }: SeenNote
): Promise<Reply<unknown> | null> => {
	const { board, client, server, trails } = sending;
	const leaving = board.get(id) ? null : trails.find(id);
	if (leaving?.removed?.savedId && leaving.deletionId === null) {
		// It is taken away after this: whoever brings it back has its note again.
		const { savedId, changedAt: known } = leaving.removed;
		const last = await server.ask(() => client.change(savedId, { memo, ...(known && { changedAt: known }) }));
		if (last.ok) settle(sending, id, last.value);
		return last.ok ? last : null;
	}
	const reply = await patch(sending, id, { memo, ...(changedAt && { changedAt }) });
	const savedId = board.get(id)?.savedId ?? null;
	if (!reply || reply.ok || savedId === null || !reply.codes.includes('coding-changed')) return reply;
	const now = await server.ask(() => client.read(savedId));
	if (!now.ok) return reply;
	const present = now.value.memo.trim();
	if (present === memo.trim()) {
		// It was stored before, and the answer got lost on the way.
		settle(sending, id, now.value);
		return now;
	}
	if (!over.some((text) => text.trim() === present)) return reply;
	return patch(sending, id, { memo, changedAt: now.value.changedAt });
};
