import type { CarriedPassage } from '#lib/contract/carried-passage.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingSync } from './coding-sync.ts';
import { carrierOf, carryWork, passagesOfWork, type UnplacedCoding } from './carried-work.ts';
import { keepEarlierWork, withMemo, type DeskOfWork, type Kept } from './desk-keeping.ts';
import { mergeKept } from './kept-work.ts';

/** About how many passages the server is asked at once. */
const mostAtOnce = 2000;

type Desk = {
	readonly actions: CodingActions;
	readonly sync: CodingSync;
	rememberCode(codeId: CodeId, name: string): void;
};

/** What became of work on earlier versions of the text. */
export type CarriedTold = {
	/** new codings that a person has to place */
	readonly unplaced: number;
	/** changes of which the words or the coding are gone */
	readonly lost: number;
};

/**
 * Work that was not stored before the text was edited: it is carried to the text as it is now, and the codings that
 * cannot be are listed here until someone places them or lets them go.
 */
export class UnplacedCodings {
	list = $state.raw<readonly UnplacedCoding[]>([]);
	/** the coding that is being given a place */
	placing = $state.raw<UnplacedCoding | null>(null);
	/** called when nothing waits any more */
	onSettled: () => void = () => {};
	/** codes that were chosen for codings whose own code is gone */
	readonly #codes = $state<Record<CodingId, CodeId>>({});
	/** work that is on its way to this version of the text */
	#carrying: readonly Kept[] = [];
	readonly #work: DeskOfWork;
	readonly #desk: Desk;

	constructor(work: DeskOfWork, desk: Desk) {
		this.#work = work;
		this.#desk = desk;
	}

	/**
	 * Carries work on earlier versions to this one, the oldest first. `isLeft`: another desk is at work by now, and does
	 * it.
	 */
	async carry(earlier: readonly Kept[], isLeft: () => boolean): Promise<CarriedTold | null> {
		if (earlier.length === 0) return null;
		this.#carrying = [...this.#carrying, ...earlier];
		let lost = 0;
		for (const kept of earlier) {
			const passages = passagesOfWork(kept);
			const answered = await this.#ask(kept.version, passages);
			if (isLeft() || !answered) return null;
			for (const trail of kept.trails)
				if (trail.kind === 'add' && trail.codeName) this.#desk.rememberCode(trail.coding.codeId, trail.codeName);
			const carried = carryWork(kept, carrierOf(passages, answered));
			this.#desk.actions.history.precede(carried.done, carried.undone);
			lost += carried.lost + this.#desk.sync.takeUp(carried.trails.map((trail) => withMemo(this.#work.userId, trail)));
			const known = this.list.map(({ addition }) => addition.coding.id);
			this.list = [...this.list, ...carried.unplaced.filter(({ addition }) => !known.includes(addition.coding.id))];
			this.#carrying = this.#carrying.filter((other) => other !== kept);
			this.#keep(kept.version);
		}
		return { unplaced: this.list.length, lost };
	}

	/** The code that a coding gets: its own, or the one that was chosen since that is gone. */
	codeOf({ addition: { coding } }: UnplacedCoding): CodeId {
		return this.#codes[coding.id] ?? coding.codeId;
	}

	chooseCode({ addition: { coding } }: UnplacedCoding, codeId: CodeId): void {
		this.#codes[coding.id] = codeId;
	}

	/** Puts a coding on a passage. */
	place(one: UnplacedCoding, { start, end }: Range): void {
		const { coding, memo } = one.addition;
		this.#settle(one);
		this.#desk.actions.putAnew({ ...coding, range: { start, end }, codeId: this.codeOf(one) }, memo);
	}

	/** Lets a coding go; `putBack` puts it on the list again. */
	dismiss(one: UnplacedCoding): { readonly putBack: () => void } {
		this.#settle(one);
		return {
			putBack: () => {
				this.list = [...this.list, one];
				this.#keep(one.version);
			}
		};
	}

	#settle(one: UnplacedCoding): void {
		this.list = this.list.filter((other) => other !== one);
		if (this.placing === one) this.placing = null;
		this.#keep(one.version);
		if (this.list.length === 0) this.onSettled();
	}

	/** What waits outlives the page. */
	#keep(version: number): void {
		const trails = this.list.filter((one) => one.version === version).map(({ addition }) => addition);
		const carrying = this.#carrying.filter((kept) => kept.version === version);
		keepEarlierWork(this.#work, mergeKept(version, [...carrying, { version, done: [], undone: [], trails }]));
	}

	/** Where passages are now: nowhere when the server cannot say; null = the text has been edited once more. */
	async #ask(version: number, passages: readonly Range[]): Promise<readonly CarriedPassage[] | null> {
		const answered: CarriedPassage[] = [];
		for (let from = 0; from < passages.length; from += mostAtOnce) {
			const reply = await this.#desk.sync.carry(version, passages.slice(from, from + mostAtOnce));
			if (!reply.ok) return [];
			if (reply.value.version !== this.#work.version) return null;
			answered.push(...reply.value.passages);
		}
		return answered;
	}
}
