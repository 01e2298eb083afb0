import type { ChangeCodingInput } from '#lib/contract/coding.ts';
import { valenceList, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId, SourceId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { codingOfAnswer, isSameDecision, type DeskCoding } from './desk-coding.ts';
import type { Reply } from '../api/ask.ts';
import type { DeskClient } from './desk-client.ts';

/** What can be changed about a coding. */
export type CodingChange = {
	readonly codeId?: CodeId;
	readonly valences?: Valences;
	readonly isImportant?: boolean;
	readonly range?: Range;
};

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

/** What becomes of a coding that is off the screen, or whose requests are still under way. */
type Trail = {
	savedId: CodingId | null;
	deletionId: string | null;
	removed: DeskCoding | null;
	queue: Promise<unknown>;
	/** requests that wait or are under way */
	waiting: number;
};

/**
 * Brings changes to the server after they are on the screen. Requests about one coding follow each other, so that a
 * coding can be taken away before the server has answered that it is there.
 */
export class CodingSync {
	readonly #board: Board;
	readonly #client: DeskClient;
	readonly #text: { readonly sourceId: SourceId; readonly version: number };
	readonly #onFailure: OnFailure;
	/** the server has something else than the screen: read again */
	readonly #onStale: () => void;
	readonly #trails = new Map<CodingId, Trail>();
	readonly #memos = new Map<CodingId, string>();

	constructor(
		board: Board,
		client: DeskClient,
		text: { readonly sourceId: SourceId; readonly version: number },
		onFailure: OnFailure,
		onStale: () => void
	) {
		this.#board = board;
		this.#client = client;
		this.#text = text;
		this.#onFailure = onFailure;
		this.#onStale = onStale;
	}

	/** Stores new codings of one passage, together. */
	add(codings: readonly DeskCoding[], memo: string): void {
		for (const coding of codings) {
			this.#board.put(coding);
			if (memo !== '') this.#memos.set(coding.id, memo);
		}
		const sent = this.#send(codings);
		for (const { id } of codings) this.#next(id, () => sent);
	}

	/** Tries once more to store a coding. */
	retry(id: CodingId): void {
		const coding = this.#board.get(id);
		if (coding?.state !== 'failed' || coding.savedId !== null) return;
		const again: DeskCoding = { ...coding, state: 'saving', problem: null };
		this.#board.put(again);
		this.#next(id, () => this.#send([again]));
	}

	change(id: CodingId, change: CodingChange): void {
		const before = this.#board.get(id);
		if (!before) return;
		this.#board.put({ ...before, ...change, state: before.savedId === null ? before.state : 'saving' });
		this.#next(id, async () => {
			const reply = await this.#patch(id, inputOf(change, this.#text.version));
			if (!reply || reply.ok) return;
			const now = this.#board.get(id);
			if (now) this.#board.put({ ...before, savedId: now.savedId, changedAt: now.changedAt, state: 'saved' });
			if (isStale(reply)) this.#onStale();
			this.#onFailure('change', before, reply.message, canHelp(reply) ? () => this.change(id, change) : null);
		});
	}

	/** Stores a memo and answers whether that went well. */
	async saveMemo(id: CodingId, memo: string): Promise<Reply<unknown>> {
		let reply: Reply<unknown> | null = null;
		await this.#next(id, async () => {
			reply = await this.#patch(id, { memo });
			if (reply && !reply.ok && isStale(reply)) this.#onStale();
		});
		return reply ?? { ok: true, value: null };
	}

	/** The memo a coding was made with, as long as the server does not have it. */
	memoOf(id: CodingId): string | undefined {
		return this.#memos.get(id);
	}

	remove(id: CodingId): void {
		const coding = this.#board.get(id);
		if (!coding) return;
		const trail = this.#trailOf(id);
		trail.removed = coding;
		trail.savedId = coding.savedId;
		this.#board.drop(id);
		this.#next(id, async () => {
			if (trail.savedId === null || trail.removed === null) return;
			const reply = await this.#client.remove(trail.savedId);
			if (reply.ok) {
				trail.deletionId = reply.value.deletionId;
				const again = this.#board.findSaved(trail.savedId);
				if (again && again.state === 'saved') this.#board.drop(again.id);
				return;
			}
			if (reply.status === 404) return this.#onStale();
			this.#board.put({ ...coding, savedId: trail.savedId, state: 'saved' });
			this.#onFailure('remove', coding, reply.message, canHelp(reply) ? () => this.remove(id) : null);
		});
	}

	/** Brings back what was removed here. */
	restore(id: CodingId): void {
		const trail = this.#trailOf(id);
		const coding = trail.removed;
		if (!coding) return;
		trail.removed = null;
		this.#board.put({ ...coding, savedId: trail.savedId, state: 'saving', problem: null });
		this.#next(id, async () => {
			const now = this.#board.get(id);
			if (!now) return;
			if (trail.savedId === null) return this.#send([now]);
			if (trail.deletionId === null) return this.#board.put({ ...now, savedId: trail.savedId, state: 'saved' });
			const reply = await this.#client.restore(trail.savedId, trail.deletionId);
			if (reply.ok) {
				trail.deletionId = null;
				return this.#settle(id, codingOfAnswer(reply.value));
			}
			this.#board.drop(id);
			trail.removed = coding;
			this.#onFailure('restore', coding, reply.message, canHelp(reply) ? () => this.restore(id) : null);
		});
	}

	/** Whether a coding was taken away here while the server still tells about it. */
	isLeaving(coding: DeskCoding): boolean {
		return [...this.#trails.values()].some(
			({ removed, savedId, waiting }) =>
				removed !== null &&
				waiting > 0 &&
				(savedId === null ? isSameDecision(removed, coding) : savedId === coding.savedId)
		);
	}

	async #send(codings: readonly DeskCoding[]): Promise<void> {
		const [first] = codings;
		if (!first) return;
		const memo = this.#memos.get(first.id);
		const reply = await this.#client.apply({
			...this.#text,
			...first.range,
			codeIds: codings.map(({ codeId }) => codeId),
			valences: [...valenceList(first.valences)],
			...(memo !== undefined && { memo })
		});
		const isKnown = (codeId: CodeId) =>
			reply.ok ? reply.value.existing.some((known) => known.codeId === codeId) : reply.codes.includes('coding-exists');
		for (const { id, codeId } of codings) {
			const answer = reply.ok ? reply.value.items.find((item) => item.codeId === codeId) : undefined;
			if (answer) this.#settle(id, codingOfAnswer(answer));
			else if (!isKnown(codeId)) this.#failed(id, reply.ok ? '' : reply.message);
		}
		// It was there already: sent twice, or by the same person elsewhere. Reading again gives it the server's id.
		if (codings.some(({ codeId }) => isKnown(codeId))) this.#onStale();
	}

	#failed(id: CodingId, message: string): void {
		const coding = this.#board.get(id);
		if (!coding) return;
		this.#board.put({ ...coding, state: 'failed', problem: message });
		this.#onFailure('add', coding, message, () => this.retry(id));
	}

	/** Sends a change; null when the coding is not there (any more). */
	async #patch(id: CodingId, input: ChangeCodingInput): Promise<Reply<unknown> | null> {
		const coding = this.#board.get(id);
		if (!coding || coding.savedId === null) return null;
		const known = coding.changedAt === null ? {} : { changedAt: coding.changedAt };
		const reply = await this.#client.change(coding.savedId, { ...input, ...known });
		if (reply.ok) this.#settle(id, codingOfAnswer(reply.value));
		return reply;
	}

	/** Takes over what the server stored; what was taken off the screen meanwhile stays off. */
	#settle(id: CodingId, saved: DeskCoding): void {
		this.#memos.delete(id);
		const trail = this.#trailOf(id);
		const now = this.#board.get(id);
		if (!now) trail.savedId = saved.savedId;
		else if (trail.waiting <= 1) this.#board.put({ ...saved, id });
		// More was changed since: what is on the screen is newer than the answer.
		else this.#board.put({ ...now, savedId: saved.savedId, changedAt: saved.changedAt });
	}

	#trailOf(id: CodingId): Trail {
		const known = this.#trails.get(id);
		if (known) return known;
		const trail: Trail = { savedId: null, deletionId: null, removed: null, queue: Promise.resolve(), waiting: 0 };
		this.#trails.set(id, trail);
		return trail;
	}

	#next(id: CodingId, step: () => Promise<unknown> | void): Promise<unknown> {
		const trail = this.#trailOf(id);
		trail.waiting += 1;
		trail.queue = trail.queue.then(step).finally(() => (trail.waiting -= 1));
		return trail.queue;
	}
}

const inputOf = (change: CodingChange, version: number): ChangeCodingInput => ({
	...(change.codeId !== undefined && { codeId: change.codeId }),
	...(change.valences && { valences: [...valenceList(change.valences)] }),
	...(change.isImportant !== undefined && { important: change.isImportant }),
	...(change.range && { ...change.range, version })
});

/** The server was not reached or had a fault of its own. */
const canHelp = (reply: Reply<unknown>) =>
	!reply.ok && (reply.status === 0 || reply.status === 401 || reply.status >= 500);

const isStale = (reply: Reply<unknown>) =>
	!reply.ok && (reply.status === 404 || reply.codes.includes('coding-changed'));
