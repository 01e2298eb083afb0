import type { CarriedPassagesAnswer } from '#lib/contract/carried-passage.ts';
import type { ChangeCodingInput, CodingAnswer, CodingItem } from '#lib/contract/coding.ts';
import { valenceList } from '#lib/domain/coding/valence.ts';
import { agrees } from '#lib/domain/coding/undo.ts';
import type { CodingId, SourceId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { Reply } from '../api/ask.ts';
import { CodingTrails, type CodingChange } from './coding-trails.ts';
import type { DeskClient } from './desk-client.ts';
import { codingOfAnswer, type DeskCoding } from './desk-coding.ts';
import { keptCodings, keptTrail, type KeptTrail } from './kept-trails.ts';
import { Persevering, type Patience } from './persevering.ts';
import { canHelp, inputOf, isOfEarlierText, isOfGoneCode, isStale } from './coding-requests.ts';

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
	readonly #trails: CodingTrails;
	readonly #memos = new Map<CodingId, string>();
	readonly #server: Persevering;

	constructor(
		board: Board,
		client: DeskClient,
		text: { readonly sourceId: SourceId; readonly version: number },
		onFailure: OnFailure,
		onStale: () => void,
		patience: Patience & { readonly onKeep: () => void }
	) {
		this.#board = board;
		this.#client = client;
		this.#text = text;
		this.#onFailure = onFailure;
		this.#onStale = onStale;
		this.#server = new Persevering(patience);
		this.#trails = new CodingTrails(patience.onKeep);
	}

	/** What has to be remembered when the page is left. `all`: everything on the board. */
	kept(all: readonly DeskCoding[]): readonly KeptTrail[] {
		const trails = [...this.#trails].flatMap(
			([id, trail]) => keptTrail(trail, trail.savedId ?? this.#board.get(id)?.savedId ?? null) ?? []
		);
		return [...keptCodings(all, this.#memos), ...trails];
	}

	/**
	 * Takes up what was remembered: sends what the server does not have, and can bring back what was removed. Answers how
	 * many changes cannot be made any more, because their coding went meanwhile.
	 */
	takeUp(kept: readonly KeptTrail[]): number {
		let lost = 0;
		for (const one of kept) {
			if (one.kind === 'add') {
				if (!this.#board.get(one.coding.id)) this.#addAgain(one.coding, one.memo);
			} else if (one.kind === 'change') {
				if (this.#board.get(one.savedId)) this.change(one.savedId, one.change);
				else lost += 1;
			} else if (one.deletionId === null) this.remove(one.coding.id);
			else if (!this.#board.get(one.coding.id)) {
				const { savedId } = one.coding;
				Object.assign(this.#trails.of(one.coding.id), { savedId, deletionId: one.deletionId, removed: one.coding });
			}
		}
		return lost;
	}

	/** Asks where passages of an earlier version of the text are now. */
	carry(version: number, passages: readonly Range[]): Promise<Reply<CarriedPassagesAnswer>> {
		return this.#server.ask(() => this.#client.carry(this.#text.sourceId, { version, passages }));
	}

	/** Perhaps the server has it, as it was asked before it was changed here: so that is asked again, and then changed. */
	#addAgain(coding: DeskCoding, memo: string): void {
		const { asked, ...now } = coding;
		const { range, codeId, valences, isImportant } = now;
		this.add([{ ...now, ...asked, state: 'saving', problem: null }], memo);
		if (asked) this.change(coding.id, { range, codeId, valences, isImportant });
	}

	/** The id under which a coding is known after the page was left. */
	lastingId(id: CodingId): CodingId {
		return this.#board.get(id)?.savedId ?? this.#trails.find(id)?.savedId ?? id;
	}

	/** Waits until all that was asked about a coding was answered. */
	async whenSent(id: CodingId): Promise<void> {
		await this.#trails.find(id)?.queue;
	}

	/** Stores new codings of one passage, together. */
	add(codings: readonly DeskCoding[], memo: string): void {
		for (const coding of codings) {
			this.#board.put(coding);
			if (memo !== '') this.#memos.set(coding.id, memo);
		}
		const sent = this.#send(codings);
		for (const { id } of codings) this.#trails.next(id, () => sent);
	}

	/** Tries once more to store a coding, or what was changed about it. */
	retry(id: CodingId): void {
		const coding = this.#board.get(id);
		if (coding?.state !== 'failed') return;
		if (coding.savedId !== null) return this.change(id, {});
		const { asked: _, ...now } = coding;
		const again: DeskCoding = { ...now, state: 'saving', problem: null };
		this.#board.put(again);
		this.#trails.next(id, () => this.#send([again]));
	}

	/** Gives up what could not be stored: a new coding goes, a changed one is as it was. */
	giveUp(id: CodingId): void {
		const coding = this.#board.get(id);
		if (coding?.state !== 'failed') return;
		if (coding.savedId === null) return this.remove(id);
		const trail = this.#trails.of(id);
		this.#takeBack(id, trail.was ?? coding);
		Object.assign(trail, { change: null, failed: null, was: null });
		this.#trails.next(id, () => this.#onStale());
	}

	change(id: CodingId, change: CodingChange): void {
		const before = this.#board.get(id);
		if (!before) return;
		const { range, codeId, coderId } = before;
		const isAsked = before.savedId === null && before.state === 'saving';
		this.#board.put({
			...before,
			...change,
			...(isAsked && { asked: before.asked ?? { range, codeId, coderId } }),
			...(before.savedId !== null && { state: 'saving', problem: null })
		});
		const trail = this.#trails.of(id);
		const isFirst = before.state === 'saved';
		trail.change = isFirst ? change : { ...trail.change, ...change };
		trail.was = isFirst ? before : (trail.was ?? before);
		trail.savedId = before.savedId;
		this.#trails.next(id, () => this.#sendChange(id, change));
	}

	/** Sends a change, with what could not be stored before it. */
	async #sendChange(id: CodingId, last: CodingChange): Promise<void> {
		const trail = this.#trails.of(id);
		const change = { ...trail.failed, ...last };
		trail.failed = null;
		const reply = await this.#patch(id, inputOf(change, this.#text.version));
		if (reply && isOfEarlierText(reply)) {
			// The desk of the new text makes the change, carried along with it.
			trail.isBehind = true;
			return this.#onStale();
		}
		if (reply && !reply.ok && canHelp(reply)) return this.#changeFailed(id, change, reply.message);
		const was = trail.was;
		if (trail.waiting <= 1 && !trail.isBehind) Object.assign(trail, { change: null, was: null });
		else if (reply?.ok) trail.was = { ...codingOfAnswer(reply.value), id };
		if (!reply || reply.ok) return;
		const now = this.#board.get(id);
		if (await this.#isThereAlready(now, change, reply)) return;
		if (was) this.#takeBack(id, was);
		if (isStale(reply)) this.#onStale();
		if (was) this.#onFailure('change', was, reply.message, null);
	}

	/** The server had a fault of its own: the change stays in sight until it is tried again or given up. */
	#changeFailed(id: CodingId, change: CodingChange, problem: string): void {
		this.#trails.of(id).failed = change;
		const coding = this.#board.get(id);
		if (!coding) return;
		this.#board.put({ ...coding, state: 'failed', problem });
		this.#onFailure('change', coding, problem, () => this.retry(id));
	}

	/** Shows a stored coding as it was before a change. */
	#takeBack(id: CodingId, { asked: _, ...was }: DeskCoding): void {
		const now = this.#board.get(id);
		if (!now) return;
		const { savedId, changedAt, hasMemo } = now;
		this.#board.put({ ...was, id, savedId, changedAt, hasMemo, state: 'saved', problem: null });
	}

	/**
	 * Stores a memo and answers whether that went well. The memo of a coding that the server does not have yet goes along
	 * with that ("waits").
	 */
	async saveMemo(id: CodingId, memo: string): Promise<Reply<'stored' | 'waits'>> {
		const coding = this.#board.get(id);
		if (coding?.savedId === null) {
			this.#memos.set(id, memo);
			this.#board.put({ ...coding, hasMemo: memo !== '' });
		}
		let answer: Reply<'stored' | 'waits'> = { ok: true, value: 'waits' };
		await this.#trails.next(id, async () => {
			const reply = await this.#patch(id, { memo });
			if (!reply) return;
			answer = reply.ok ? { ok: true, value: 'stored' } : reply;
			if (isStale(reply)) this.#onStale();
		});
		return answer;
	}

	/** The memo of a coding that is not stored, as long as the server does not have it. */
	memoOf(id: CodingId): string | undefined {
		return this.#memos.get(id);
	}

	remove(id: CodingId): void {
		const coding = this.#board.get(id);
		if (!coding) return;
		const trail = this.#trails.of(id);
		trail.removed = coding;
		trail.savedId = coding.savedId;
		this.#board.drop(id);
		this.#trails.next(id, async () => {
			if (trail.savedId === null || trail.removed === null) return;
			const { savedId, removed } = trail;
			trail.untold += 1;
			const reply = await this.#server.ask(() => this.#client.remove(savedId, removed.changedAt));
			if (!reply.ok) trail.untold -= 1;
			if (reply.ok) {
				trail.deletionId = reply.value.deletionId;
				const again = this.#board.findSaved(savedId);
				if (again && again.state === 'saved') this.#board.drop(again.id);
				return;
			}
			if (reply.status === 404) {
				trail.isGone = true;
				return this.#onStale();
			}
			trail.removed = null;
			this.#board.put({ ...coding, savedId, state: 'saved' });
			// Another changed it since: what that was is read.
			if (reply.codes.includes('coding-changed')) this.#onStale();
			this.#onFailure('remove', coding, reply.message, canHelp(reply) ? () => this.remove(id) : null);
		});
	}

	/** Brings back what was removed here; false when nothing is known of it. */
	restore(id: CodingId): boolean {
		const trail = this.#trails.of(id);
		const coding = trail.removed;
		if (!coding) return false;
		trail.removed = null;
		this.#board.put({ ...coding, savedId: trail.savedId, state: 'saving', problem: null });
		this.#trails.next(id, async () => {
			const now = this.#board.get(id);
			if (!now) return;
			if (trail.savedId === null || trail.isGone) {
				trail.isGone = false;
				trail.savedId = null;
				this.#board.put({ ...now, savedId: null });
				return this.#send([{ ...now, savedId: null }]);
			}
			if (trail.deletionId === null) return this.#board.put({ ...now, savedId: trail.savedId, state: 'saved' });
			const { savedId, deletionId } = trail;
			const reply = await this.#server.ask(() => this.#client.restore(savedId, deletionId));
			if (reply.ok) {
				trail.deletionId = null;
				return this.#settle(id, reply.value);
			}
			this.#board.drop(id);
			trail.removed = coding;
			this.#onFailure('restore', coding, reply.message, canHelp(reply) ? () => this.restore(id) : null);
		});
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

	async #send(codings: readonly DeskCoding[]): Promise<void> {
		const [first] = codings;
		if (!first) return;
		const memo = this.#memos.get(first.id);
		const reply = await this.#server.ask(() =>
			this.#client.apply({
				...this.#text,
				...first.range,
				codeIds: codings.map(({ codeId }) => codeId),
				valences: [...valenceList(first.valences)],
				...(first.isImportant && { important: true }),
				...(memo !== undefined && { memo })
			})
		);
		// One code of several went from the codebook: the others do not wait for it.
		if (codings.length > 1 && isOfGoneCode(reply)) {
			for (const coding of codings) await this.#send([coding]);
			return;
		}
		const unknown: DeskCoding[] = [];
		for (const coding of codings) {
			const { id, codeId } = coding;
			const answer = reply.ok ? reply.value.items.find((item) => item.codeId === codeId) : undefined;
			if (answer) this.#settle(id, answer);
			// It was there already: sent twice, or by the same person elsewhere.
			else if (reply.ok && reply.value.existing.some((known) => known.codeId === codeId)) unknown.push(coding);
			else this.#failed(id, reply);
		}
		const existing = reply.ok ? reply.value.existing : [];
		for (const { id, codeId } of unknown) await this.#adopt(id, existing.find((known) => known.codeId === codeId)?.id);
	}

	/** Takes the server's coding for the one from here, before anything that was changed since is sent. */
	async #adopt(id: CodingId, savedId: CodingId | null | undefined): Promise<void> {
		const found = savedId ? await this.#server.ask(() => this.#client.read(savedId)) : null;
		if (!found?.ok) return this.#onStale();
		const memo = this.#memos.get(id);
		this.#settle(id, found.value);
		if (memo !== undefined) await this.#addMemo(id, memo, found.value.memo);
	}

	/** Adds a memo to what the server's coding said already. */
	async #addMemo(id: CodingId, memo: string, present: string): Promise<void> {
		if (present.includes(memo)) return;
		const whole = present === '' ? memo : `${present}\n${memo}`;
		const reply = await this.#patch(id, { memo: whole });
		const coding = this.#board.get(id);
		if (!reply || reply.ok || !coding) return;
		this.#memos.set(id, whole);
		this.#onFailure('change', coding, reply.message, () => void this.saveMemo(id, whole));
	}

	#failed(id: CodingId, reply: Reply<unknown>): void {
		const coding = this.#board.get(id);
		if (!coding) return;
		const message = reply.ok ? '' : reply.message;
		this.#board.put({ ...coding, state: 'failed', problem: message });
		// The desk of the new text places it there, or asks where.
		if (isOfEarlierText(reply)) return this.#onStale();
		this.#onFailure('add', coding, message, () => this.retry(id));
	}

	/** Sends a change; null when the coding is not there (any more). */
	async #patch(id: CodingId, input: ChangeCodingInput): Promise<Reply<CodingAnswer> | null> {
		const coding = this.#board.get(id);
		if (!coding || coding.savedId === null) return null;
		const { savedId, changedAt } = coding;
		const known = changedAt === null ? {} : { changedAt };
		const reply = await this.#server.ask(() => this.#client.change(savedId, { ...input, ...known }));
		if (reply.ok) this.#settle(id, reply.value);
		return reply;
	}

	/** A change whose answer was lost on the way: the server has it, though it says that the coding has changed. */
	async #isThereAlready(coding: DeskCoding | undefined, change: CodingChange, reply: Reply<unknown>): Promise<boolean> {
		if (reply.ok || !coding || coding.savedId === null || !reply.codes.includes('coding-changed')) return false;
		const present = await this.#client.read(coding.savedId);
		if (!present.ok) return false;
		const saved = codingOfAnswer(present.value);
		if (!agrees(saved, change)) return false;
		this.#settle(coding.id, present.value);
		return true;
	}

	/** Takes over what the server stored; what was taken off the screen meanwhile stays off. */
	#settle(id: CodingId, answer: CodingAnswer | CodingItem): void {
		const trail = this.#trails.of(id);
		// A memo that was written since is on its way.
		if (trail.waiting <= 1) this.#memos.delete(id);
		const now = this.#board.get(id);
		const isOfNewText = answer.version !== this.#text.version;
		if (isOfNewText) this.#onStale();
		const saved = { ...codingOfAnswer(answer), ...(isOfNewText && now && { range: now.range }) };
		// After a reload the page may have read it already, and not known it as its own.
		const read = saved.savedId === null ? undefined : this.#board.findSaved(saved.savedId);
		if (now && read && read.id !== id) this.#board.drop(read.id);
		if (!now) {
			trail.savedId = saved.savedId;
			if (trail.removed) trail.removed = { ...trail.removed, changedAt: saved.changedAt };
		} else if (trail.waiting <= 1 && !trail.failed) this.#board.put({ ...saved, id });
		// More was changed since: what is on the screen is newer than the answer.
		else {
			const { asked: _, ...changed } = now;
			const state = trail.failed ? 'failed' : changed.state;
			this.#board.put({ ...changed, savedId: saved.savedId, changedAt: saved.changedAt, state });
		}
	}
}
