import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingStore } from './coding-store.svelte.ts';
import type { CodingSync } from './coding-sync.ts';
import type { TurnView } from '../transcript/turn-view.ts';
import { keepWork, otherDesks, takeUpWork, type DeskOfWork, type Work } from './desk-keeping.ts';
import { holdDesk, newDeskId, whenGone } from './open-desks.ts';
import { UnplacedCodings } from './unplaced-codings.svelte.ts';

/** What is stored within this time needs no place in the browser, in milliseconds. */
const patience = 2000;

type Desk = {
	readonly actions: CodingActions;
	readonly sync: CodingSync;
	readonly store: CodingStore<TurnView>;
	/** whether what is not stored outlives the page */
	outlives: boolean;
	rememberCode(codeId: CodeId, name: string): void;
	/** brings up the panel where codings wait for a place */
	showFragment(): void;
	/** the messages about what could not be stored */
	readonly failures: { forget(): void };
};

/** The desks of this tab that went from the screen before all was stored. */
const left = new Set<DeskWork>();

/** What outlives the page of one person's work on a text: what can be undone, and what is not stored. */
export class DeskWork {
	/** codings that were not stored before the text was edited */
	readonly unplaced: UnplacedCodings;
	readonly #work: DeskOfWork;
	readonly #desk: Desk;
	readonly #leaving = new AbortController();
	/** as long as the desk may still ask the server for something, no desk in another tab takes its work up */
	readonly #holding = new AbortController();
	/** the message that the browser has no room */
	#toldFull = 0;
	#telling: ReturnType<typeof setTimeout> | undefined;
	#keeping: ReturnType<typeof setTimeout> | undefined;

	constructor(work: Work, desk: Desk) {
		this.#work = { ...work, deskId: newDeskId() };
		this.#desk = desk;
		this.unplaced = new UnplacedCodings(this.#work, desk);
	}

	/**
	 * Takes up what this person did here before, also what was done on an earlier version of the text. What a desk in
	 * another tab keeps is taken up when that one is gone.
	 */
	async takeUp(): Promise<void> {
		const { signal } = this.#leaving;
		holdDesk(this.#work.deskId, this.#holding.signal);
		const handedOver = [...left].filter((desk) => desk.#handsOver(this.#work)).map((desk) => this.#takeOver(desk));
		for (const deskId of otherDesks(this.#work)) void whenGone(deskId, signal, () => this.#takeUpFrom(deskId));
		await Promise.all([...handedOver, this.#takeUpFrom(null)]);
	}

	/** Takes up the work of a desk of this tab, which does no more from then on. */
	#takeOver(desk: DeskWork): Promise<void> {
		desk.#desk.sync.stop();
		const taken = this.#takeUpFrom(desk.#work.deskId);
		desk.#desk.sync.leaveMemosTo(this.#desk.sync);
		desk.stop();
		return taken;
	}

	async #takeUpFrom(deskId: string | null): Promise<void> {
		const { lost, earlier } = takeUpWork(this.#work, this.#desk, deskId);
		this.keepSoon();
		tellLost(lost);
		const told = await this.unplaced.carry(earlier, () => this.#leaving.signal.aborted);
		if (!told) return;
		this.keep();
		tellLost(told.lost);
		if (told.unplaced === 0) return;
		const show = { label: m.desk_unplaced_show(), onDo: () => this.#desk.showFragment() };
		const toastId = toasts.fail(m.desk_unplaced({ n: told.unplaced }), show);
		this.unplaced.onSettled = () => toasts.settle(toastId);
	}

	/** Writes down what an undo needs and what is not stored, for the next visit. Whether all that is not stored is kept. */
	keep(): boolean {
		clearTimeout(this.#keeping);
		const outlives = keepWork(this.#work, this.#desk, this.#leaving.signal.aborted);
		if (outlives) {
			clearTimeout(this.#telling);
			this.#telling = undefined;
			if (!this.#desk.outlives) toasts.settle(this.#toldFull);
			this.#desk.outlives = true;
		} else this.#telling ??= setTimeout(() => this.#tellFull(), patience);
		return outlives;
	}

	#tellFull(): void {
		this.#desk.outlives = false;
		this.#toldFull = toasts.fail(m.desk_storage_full());
	}

	/** Something to remember changed. */
	keepSoon(): void {
		clearTimeout(this.#keeping);
		this.#keeping = setTimeout(() => this.keep(), 0);
	}

	/**
	 * The desk goes from the screen. What waits to be stored goes on waiting; another desk takes the work up after that,
	 * or at once when it is opened in the same tab.
	 */
	leave(): void {
		this.keep();
		this.#leaving.abort();
		left.add(this);
		void this.#desk.sync.whenAllSent().then(() => {
			this.#holding.abort();
			if (this.#desk.store.failed.length === 0) left.delete(this);
		});
	}

	/** Whether what waits can be left to a desk: it is on the same work, and the browser could keep all for it. */
	#handsOver({ userId, sourceId }: Work): boolean {
		return userId === this.#work.userId && sourceId === this.#work.sourceId && this.keep();
	}

	/** Asks the server nothing more and tells nothing more, as when the tab closes. */
	stop(): void {
		this.#leaving.abort();
		this.#desk.sync.stop();
		this.#desk.failures.forget();
		this.#holding.abort();
		left.delete(this);
	}
}

const tellLost = (n: number): void => {
	if (n > 0) toasts.fail(m.desk_changes_lost({ n }));
};
