import { SvelteMap } from 'svelte/reactivity';
import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import type { CodingAnswer, CodingItem } from '#lib/contract/coding.ts';
import { noValences, toggleValence, valenceList, valencesFrom, type Valence } from '#lib/domain/coding/valence.ts';
import { checkStep, inverse, type Step } from '#lib/domain/coding/undo.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import type { Action } from '../coding/action-history.svelte.ts';
import type { DeskClient } from '../coding/desk-client.ts';
import { codingOfAnswer } from '../coding/desk-coding.ts';
import { indexBy } from '../coding/index-by.ts';
import { forgetAction, keepAction, type Work } from '../coding/desk-keeping.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import {
	decidedOf,
	decisionOf,
	given,
	nameOf,
	partOf,
	removalOf,
	type ChangeBack,
	type QuoteChange
} from './quote-change.ts';
import type { OpenDesk } from './open-desk.ts';
import type { QuoteList } from './quote-list.svelte.ts';

/** What the reader of a list may do to quotes in general; the server judges each change. */
export type QuoteRights = { readonly me: string; readonly mayApply: boolean; readonly mayMendAll: boolean };

/** A code as a list of quotes needs it. */
export type QuoteCode = { readonly id: string; readonly path: string; readonly isCodable: boolean };

/** Whether a memo was stored; `other`: somebody else wrote this there meanwhile. */
export type MemoReply = Reply<unknown> | { readonly ok: false; readonly other: string };

/**
 * A quote that was taken away keeps its place in the list; `deletionId` null = not known, or of one's own: still on its
 * way to the server.
 */
type Removed = { readonly isOwn: boolean; readonly deletionId: string | null };

/**
 * What someone does to quotes where they read them, with the list left as it is: nothing moves, and each step can be
 * taken back, here or later on the desk of the interview.
 */
export class QuoteWork {
	readonly removed = new SvelteMap<string, Removed>();
	/** quotes came that belong in the list but are not in it */
	isBehind = $state(false);
	readonly codes: ReadonlyMap<string, QuoteCode>;
	readonly #list: QuoteList;
	readonly #client: DeskClient;
	readonly #rights: QuoteRights;
	readonly #desk: OpenDesk | null;
	readonly #queues = new SvelteMap<string, Promise<unknown>>();

	constructor(
		list: QuoteList,
		client: DeskClient,
		rights: QuoteRights,
		codes: readonly QuoteCode[],
		desk: OpenDesk | null = null
	) {
		this.#list = list;
		this.#client = client;
		this.#rights = rights;
		this.#desk = desk;
		this.codes = indexBy(
			codes,
			({ id }) => id,
			(code) => code
		);
	}

	get me(): string {
		return this.#rights.me;
	}

	mayChange({ coderId }: CodingItem): boolean {
		const { me, mayApply, mayMendAll } = this.#rights;
		return mayMendAll || (mayApply && coderId === me);
	}

	/** A quote as it stands now; null = taken away. */
	shown(quote: CodingItem): CodingItem | null {
		const desk = this.#deskOf(quote);
		if (!desk) return this.removed.has(quote.id) ? null : quote;
		const shown = desk.shown(quote);
		return shown && { ...shown, codePath: this.codes.get(shown.codeId)?.path ?? shown.codePath };
	}

	/** Whether a quote that was taken away can come back from here. */
	mayBringBack(quote: CodingItem): boolean {
		if (this.#deskOf(quote)) return this.mayChange(quote);
		return this.removed.get(quote.id)?.isOwn === true;
	}

	toggleValence(quote: CodingItem, valence: Valence): void {
		const now = valencesFrom(this.shown(quote)?.valences ?? []) ?? noValences;
		this.change(quote, { valences: [...valenceList(toggleValence(now, valence))] });
	}

	change(quote: CodingItem, change: QuoteChange): void {
		const desk = this.#deskOf(quote);
		if (desk) return desk.change(quote, change);
		void this.#next(quote.id, () => this.#change(quote.id, change, true));
	}

	async #change(id: string, change: ChangeBack, isFirst: boolean): Promise<boolean> {
		const before = this.#list.get(id);
		if (!before) return false;
		this.#list.put(id, { ...given(change), ...this.#pathOf(change.codeId) });
		const reply = await this.#client.change(id, {
			...{ ...change, changedAt: before.changedAt },
			...(!isFirst && change.codeId !== undefined && { takesBack: true as const })
		});
		if (!reply.ok) {
			this.#list.put(id, before);
			if (reply.codes.includes('passage-no-further')) toasts.say(m.desk_no_further());
			else await this.#failed(before, reply, () => this.change(before, change));
			return false;
		}
		this.#take(reply.value);
		// What stands in another turn has another reference, and what got a code later can be of another codebook version.
		const { start, codeSetAt } = reply.value;
		if (start !== before.start || codeSetAt !== before.codeSetAt) await this.#readAgain(id);
		if (!isFirst) return true;
		const back = partOf(before, change);
		const step: Step = {
			kind: 'change',
			id,
			before: decisionOf(before, change),
			after: decisionOf({ ...before, ...reply.value }, change)
		};
		const action = { label: m.desk_action_changed({ name: nameOf(before.codePath) }), steps: [step] };
		const work = this.#workOf(reply.value);
		keepAction(work, action);
		this.#offerUndo(action, () =>
			this.#next(id, async () => {
				const now = this.removed.has(id) ? undefined : this.#list.get(id);
				if (checkStep(inverse(step), now && decidedOf(now)) !== 'possible')
					return void toasts.say(m.desk_left_alone({ names: nameOf(now?.codePath ?? before.codePath) }));
				if (await this.#change(id, back, false)) forgetAction(work, action);
			})
		);
		return true;
	}

	remove(quote: CodingItem): void {
		const desk = this.#deskOf(quote);
		if (desk) return desk.remove(quote);
		if (this.removed.has(quote.id)) return;
		this.removed.set(quote.id, { isOwn: true, deletionId: null });
		void this.#next(quote.id, () => this.#remove(quote.id));
	}

	async #remove(id: string): Promise<void> {
		const quote = this.#list.get(id);
		if (!quote) return;
		const reply = await this.#client.remove(id, quote.changedAt);
		if (!reply.ok) {
			this.removed.delete(id);
			return this.#failed(quote, reply, () => this.remove(quote));
		}
		const { deletionId } = reply.value;
		this.removed.set(id, { isOwn: true, deletionId });
		const action = removalOf(quote);
		keepAction(this.#workOf(quote), action, { kind: 'remove', coding: codingOfAnswer(quote), deletionId });
		this.#offerUndo(action, () => this.bringBack(quote));
	}

	/** Brings a quote back that was taken away here. */
	bringBack(quote: CodingItem): void {
		const desk = this.#deskOf(quote);
		if (desk) return desk.bringBack(quote);
		void this.#next(quote.id, async () => {
			const deletionId = this.removed.get(quote.id)?.deletionId ?? null;
			if (deletionId === null) return;
			const reply = await this.#client.restore(quote.id, deletionId);
			if (!reply.ok) return this.#failed(quote, reply, () => this.bringBack(quote));
			this.removed.delete(quote.id);
			this.#take(reply.value);
			forgetAction(this.#workOf(quote), removalOf(quote));
		});
	}

	/**
	 * Stores the short memo that was written over another one; the answer says whether that went well. What somebody else
	 * wrote there meanwhile (`other`) stays until one of the two is chosen.
	 */
	saveMemo(quote: CodingItem, memo: string, over: string): Promise<MemoReply> {
		const { id } = quote;
		const overtaken = () => {
			const other = this.#list.get(id)?.memo ?? over;
			return [over, memo].some((known) => known.trim() === other.trim()) ? null : ({ ok: false, other } as const);
		};
		return this.#next(id, async () => {
			const desk = this.#deskOf(quote);
			// What the desk heard live the list may not have read yet.
			if (desk) await this.#readAgain(id);
			const before = overtaken();
			if (before) return before;
			const reply = desk ? await desk.saveMemo(quote, memo, over) : await this.#sendMemo(id, memo);
			if (reply.ok) {
				if (desk) this.#list.put(id, { memo });
				return reply;
			}
			if (reply.codes.includes('coding-changed')) await this.#readAgain(id);
			return overtaken() ?? reply;
		});
	}

	/** Stores the short memo of a quote that no open desk has. */
	async #sendMemo(id: string, memo: string): Promise<Reply<unknown>> {
		const changedAt = this.#list.get(id)?.changedAt;
		const reply = await this.#client.change(id, { memo, ...(changedAt && { changedAt }) });
		if (reply.ok) this.#take(reply.value);
		return reply;
	}

	/** Brings to the list what another screen did, wherever the interview is. */
	receive(event: LiveEvent, belongs: (codeId: string) => boolean): void {
		if (event.kind === 'coding-removed') {
			for (const id of event.ids)
				if (this.#list.get(id) && !this.removed.has(id) && !this.#queues.has(id))
					this.removed.set(id, { isOwn: false, deletionId: null });
		} else if (event.kind === 'coding-added' || event.kind === 'coding-changed') {
			const { id, codeId, changedAt } = event.coding;
			const known = this.#list.get(id);
			if (!known) this.isBehind ||= belongs(codeId);
			else if (known.changedAt !== changedAt || this.removed.has(id)) void this.#next(id, () => this.#readAgain(id));
		} else if (event.kind === 'gap') this.isBehind = true;
	}

	async #readAgain(id: string): Promise<void> {
		const reply = await this.#client.read(id);
		if (reply.ok) {
			// What one takes away stays away while the server has not heard of it yet.
			if (!this.#isOnItsWay(id)) this.removed.delete(id);
			this.#list.put(id, reply.value);
		} else if (reply.status === 404 && !this.removed.has(id)) this.removed.set(id, { isOwn: false, deletionId: null });
	}

	#isOnItsWay(id: string): boolean {
		const removed = this.removed.get(id);
		return removed?.isOwn === true && removed.deletionId === null;
	}

	async #failed(quote: CodingItem, reply: Reply<unknown>, again: () => void): Promise<void> {
		if (reply.ok) return;
		const canHelp = reply.status === 0 || reply.status >= 500;
		toasts.fail(
			m.query_quote_failed({ reference: quote.reference, problem: reply.message }),
			canHelp ? { label: m.desk_retry(), onDo: again } : null
		);
		if (reply.status === 404 || reply.codes.includes('coding-changed')) await this.#readAgain(quote.id);
	}

	#offerUndo({ label }: Action, onDo: () => unknown): void {
		toasts.say(label, { label: m.shell_undo(), onDo: () => void onDo() });
	}

	#take(answer: CodingAnswer): void {
		this.#list.put(answer.id, { ...answer, ...this.#pathOf(answer.codeId) });
	}

	#pathOf(codeId: string | undefined): Partial<CodingItem> {
		const path = codeId === undefined ? undefined : this.codes.get(codeId)?.path;
		return path === undefined ? {} : { codePath: path };
	}

	#deskOf(quote: CodingItem): OpenDesk | null {
		return this.#desk?.has(quote) ? this.#desk : null;
	}

	#workOf({ sourceId, version }: Pick<CodingItem, 'sourceId' | 'version'>): Work {
		return { userId: this.#rights.me, sourceId, version };
	}

	/** Requests about one quote follow each other, so that each knows what the last one made of it. */
	#next<T>(id: string, step: () => Promise<T>): Promise<T> {
		const done = (this.#queues.get(id) ?? Promise.resolve()).then(step);
		const settled = done.finally(() => {
			if (this.#queues.get(id) === settled) this.#queues.delete(id);
		});
		this.#queues.set(id, settled);
		return done;
	}
}
