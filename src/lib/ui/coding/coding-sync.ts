import type { CarriedPassagesAnswer } from '#lib/contract/carried-passage.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { Reply } from '../api/ask.ts';
import { CodingNotes, type NoteReply, type SeenNote } from './coding-notes.ts';
import { CodingTrails, decisionIn, type CodingChange, type Trail } from './coding-trails.ts';
import type { DeskClient } from './desk-client.ts';
import { settled, type DeskCoding } from './desk-coding.ts';
import { keptCodings, keptTrail, type KeptTrail } from './kept-trails.ts';
import { Persevering, type Patience } from './persevering.ts';
import { sendAdditions } from './send-additions.ts';
import { sendChange, takeBack } from './send-changes.ts';
import { sendRemoval, sendRestoration } from './send-removals.ts';
import type { Board, OnFailure, Sending } from './sending.ts';
import { takeUpOne } from './taking-up.ts';

/**
 * Brings changes to the server after they are on the screen. Requests about one coding follow each other, so that a
 * coding can be taken away before the server has answered that it is there.
 */
export class CodingSync {
	readonly #sending: Sending;
	readonly #board: Board;
	readonly #trails: CodingTrails;
	readonly #memos = new Map<CodingId, string>();
	readonly #notes: CodingNotes;

	/** `onStale`: the server has something else than the screen, so that it has to be read again. */
	constructor(
		board: Board,
		client: DeskClient,
		text: Sending['text'],
		onFailure: OnFailure,
		onStale: () => void,
		patience: Patience & { readonly onKeep: () => void; readonly onCarried?: () => void }
	) {
		this.#board = board;
		this.#trails = new CodingTrails(patience.onKeep);
		const server = new Persevering(patience);
		const own = { trails: this.#trails, memos: this.#memos, again: this };
		const onCarried = () => patience.onCarried?.();
		this.#sending = { board, client, text, onFailure, onStale, onCarried, server, ...own };
		this.#notes = new CodingNotes(this.#sending);
	}

	/** What has to be remembered when the page is left. `all`: everything on the board. */
	kept(all: readonly DeskCoding[]): readonly KeptTrail[] {
		const trails = [...this.#trails].flatMap(
			([id, trail]) => keptTrail(this.#lasting(trail), this.#board.get(id), this.#memos.get(id) ?? '') ?? []
		);
		return [...keptCodings(all, this.#memos), ...trails];
	}

	/** Forgets what was taken away and is none of the `subjects`, by their lasting ids, that an undo or redo is about. */
	forget(subjects: ReadonlySet<CodingId>): void {
		for (const id of this.#trails.forget((own, { savedId }) => subjects.has(savedId ?? own))) this.#memos.delete(id);
	}

	/** A trail that tells by its lasting id into which coding another one went. */
	#lasting(trail: Trail): Trail {
		return trail.into === null ? trail : { ...trail, into: this.lastingId(trail.into) };
	}

	/**
	 * Takes up what was remembered: sends what the server does not have, and can bring back what was removed. Answers how
	 * many changes cannot be made any more, because their coding went meanwhile.
	 */
	takeUp(kept: readonly KeptTrail[]): number {
		return kept.filter((one) => !takeUpOne(this.#sending, this, one)).length;
	}

	/** Asks where passages of an earlier version of the text are now. */
	carry(version: number, passages: readonly Range[]): Promise<Reply<CarriedPassagesAnswer>> {
		const { client, server, text } = this.#sending;
		return server.ask(() => client.carry(text.sourceId, { version, passages }));
	}

	/** The id under which a coding is known after the page was left. */
	lastingId(id: CodingId): CodingId {
		return this.#board.get(id)?.savedId ?? this.#trails.find(id)?.savedId ?? id;
	}

	/** The codings of here that the server has, or had, under this id. */
	idsOf(savedId: CodingId): readonly CodingId[] {
		return this.#trails.idsOf(savedId);
	}

	/** Waits until all that was asked about a coding was answered. */
	async whenSent(id: CodingId): Promise<void> {
		await this.#trails.find(id)?.queue;
	}

	/** Waits until all that was asked so far was answered. */
	async whenAllSent(): Promise<void> {
		await Promise.all([...this.#trails].map(([, { queue }]) => queue));
	}

	/** Asks the server nothing more: another desk takes up what was kept of this one. */
	stop(): void {
		this.#sending.server.stop();
	}

	/** Leaves the memos that the server did not answer about, which no browser keeps, to the desk that goes on with all. */
	leaveMemosTo(heir: CodingSync): void {
		this.#notes.handOver(heir.#notes);
	}

	/** Stores new codings of one passage, together. */
	add(codings: readonly DeskCoding[], memo: string): void {
		for (const coding of codings) {
			this.#board.put(coding);
			if (memo !== '') this.#memos.set(coding.id, memo);
		}
		const sent = sendAdditions(this.#sending, codings);
		for (const { id } of codings) this.#trails.next(id, () => sent);
	}

	/** Tries once more what could not be done with a coding. */
	retry(id: CodingId): void {
		const coding = this.#board.get(id);
		if (coding?.state !== 'failed') return;
		const { onlyOwn, into, failed } = this.#trails.of(id);
		if (coding.failedTo === 'remove') return this.remove(id, onlyOwn, into);
		if (coding.failedTo === 'restore') {
			this.#leaveOut(coding);
			this.restore(id);
			if (failed) this.change(id, {});
			return;
		}
		if (coding.savedId !== null) return this.change(id, {});
		const { asked: _, ...now } = coding;
		const again: DeskCoding = { ...now, state: 'saving', problem: null };
		this.#board.put(again);
		this.#trails.next(id, () => sendAdditions(this.#sending, [again]));
	}

	/**
	 * Gives up what could not be stored: a new coding goes, a changed one is as it was, one that was to go stays. The
	 * answer takes that back and tries again; null when there was nothing to give up.
	 */
	giveUp(id: CodingId): (() => void) | null {
		const coding = this.#board.get(id);
		if (coding?.state !== 'failed') return null;
		if (coding.savedId === null) {
			this.remove(id);
			return () => void this.restore(id);
		}
		const trail = this.#trails.of(id);
		const { onlyOwn, into } = trail;
		if (coding.failedTo === 'restore') {
			this.#leaveOut(coding);
			return () => void this.restore(id);
		}
		if (coding.failedTo === 'remove') {
			this.#board.put(this.#staying(coding));
			this.#trails.next(id, this.#sending.onStale);
			return () => this.remove(id, onlyOwn, into);
		}
		const change = { ...trail.change, ...trail.failed };
		takeBack(this.#board, id, trail.was ?? coding);
		Object.assign(trail, { change: null, failed: null, was: null });
		this.#trails.next(id, this.#sending.onStale);
		return () => this.change(id, change);
	}

	/**
	 * Somebody else took a coding away, so that what could not be stored of its changes is let go. Answers whether a
	 * change was lost that way.
	 */
	letChangeGo(id: CodingId): boolean {
		const trail = this.#trails.find(id);
		if (!trail?.failed || trail.removed) return false;
		Object.assign(trail, { change: null, failed: null, was: null });
		this.#trails.next(id, () => {});
		return true;
	}

	/** A coding that could not be taken away, as it stands without that. */
	#staying(coding: DeskCoding): DeskCoding {
		return { ...settled(coding), ...(this.#trails.of(coding.id).failed && { state: 'failed' }) };
	}

	/** A coding that could not be brought back is off the screen, as it is at the server. */
	#leaveOut(coding: DeskCoding): void {
		this.#trails.of(coding.id).removed = settled(coding);
		this.#board.drop(coding.id);
		this.#trails.next(coding.id, () => {});
	}

	change(id: CodingId, change: CodingChange): void {
		const shown = this.#board.get(id);
		if (!shown) return;
		// Whoever goes on with it does not take it away after all.
		const before = shown.failedTo === 'remove' ? this.#staying(shown) : shown;
		const { range, codeId, coderId } = before;
		const isAsked = before.savedId === null && before.state === 'saving';
		this.#board.put({
			...before,
			...decisionIn(change),
			...(isAsked && { asked: before.asked ?? { range, codeId, coderId } }),
			...(before.savedId !== null && before.failedTo === undefined && { state: 'saving', problem: null })
		});
		const trail = this.#trails.of(id);
		const isFirst = before.state === 'saved';
		trail.change = isFirst ? change : { ...trail.change, ...change };
		trail.was = isFirst ? before : (trail.was ?? before);
		trail.savedId = before.savedId;
		this.#trails.next(id, () => sendChange(this.#sending, id, change));
	}

	/**
	 * Stores a memo and answers whether that went well. The memo of a coding that the server does not have yet goes along
	 * with that ("waits"). On a desk whose work was taken up it goes to the desk that did so.
	 */
	saveMemo(id: CodingId, memo: string, seen: SeenNote = {}): Promise<NoteReply> {
		return this.#notes.save(id, memo, seen);
	}

	/** The memo of a coding that is not stored, as long as the server does not have it. */
	memoOf(id: CodingId): string | undefined {
		return this.#memos.get(id);
	}

	/**
	 * Takes a coding away; `onlyOwn`: as an undo does, which leaves one that somebody else wrote about; `into`: the coding
	 * it becomes one with.
	 */
	remove(id: CodingId, onlyOwn = false, into: CodingId | null = null): void {
		const shown = this.#board.get(id);
		if (!shown) return;
		if (shown.failedTo === 'restore') return this.#leaveOut(shown);
		const { failedTo: _, ...coding } = shown;
		const trail = this.#trails.of(id);
		trail.removed = coding;
		trail.onlyOwn = onlyOwn;
		trail.into = into;
		trail.savedId = coding.savedId;
		this.#board.drop(id);
		// The server has to have the other one first.
		const first = into === null ? undefined : this.#trails.find(into)?.queue;
		const send = () => sendRemoval(this.#sending, id, coding);
		this.#trails.next(id, () => (first ? first.then(send) : send()));
	}

	/** Brings back what was removed here; false when nothing is known of it. */
	restore(id: CodingId): boolean {
		const shown = this.#board.get(id);
		if (shown?.failedTo === 'remove') return this.giveUp(id) !== null;
		if (shown?.failedTo === 'restore') {
			this.retry(id);
			return true;
		}
		const trail = this.#trails.of(id);
		const coding = trail.removed;
		if (!coding) return false;
		trail.removed = null;
		this.#board.put({ ...coding, savedId: trail.savedId, state: 'saving', problem: null });
		this.#trails.next(id, () => sendRestoration(this.#sending, id, coding));
		return true;
	}

	/** Whether a coding was taken away here while the server still tells about it. */
	isLeaving(coding: DeskCoding): boolean {
		return this.#trails.isLeaving(coding);
	}

	/** Whether a removal of this person that is told live was taken back here since. */
	isOldTale(savedId: CodingId): boolean {
		return this.#trails.isOldTale(savedId);
	}
}
