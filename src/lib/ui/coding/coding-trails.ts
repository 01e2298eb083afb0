import type { Decision } from '#lib/domain/coding/undo.ts';
import type { Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { isStoredOf, type DeskCoding } from './desk-coding.ts';

/** What can be changed about a coding. */
export type CodingChange = {
	readonly codeId?: CodeId;
	/** the code is one that it had before, by an undo or redo: the moment of then comes back */
	readonly isBack?: boolean;
	readonly valences?: Valences;
	readonly isImportant?: boolean;
	readonly range?: Range;
};

/** What a change decides about a coding. */
export const decisionIn = ({ isBack: _, ...decision }: CodingChange): Partial<Decision> => decision;

/** What becomes of a coding that is off the screen, or whose requests are still under way. */
export type Trail = {
	savedId: CodingId | null;
	deletionId: string | null;
	/** the server does not know it any more, so that it can only be made anew */
	isGone: boolean;
	removed: DeskCoding | null;
	/** it is taken away by an undo, which leaves alone what others wrote about it */
	onlyOwn: boolean;
	/** the coding it becomes one with, which takes along what hangs on it */
	into: CodingId | null;
	/** what was changed here and is not stored yet */
	change: CodingChange | null;
	/** what the server could not store of that, until it is tried again or given up */
	failed: CodingChange | null;
	/** what the coding says once the server did what it was asked last, until it answers */
	asked: Decision | null;
	/** the coding as it was before what is not stored yet */
	was: DeskCoding | null;
	/** what was changed here is about an earlier text than the server has */
	isBehind: boolean;
	/** removals from here that the live stream has not told of yet */
	untold: number;
	queue: Promise<unknown>;
	/** requests that wait or are under way */
	waiting: number;
};

/** The trails of the codings of a desk: requests about one coding follow each other. */
export class CodingTrails {
	readonly #trails = new Map<CodingId, Trail>();
	/** something to remember changed */
	readonly #onKeep: () => void;

	constructor(onKeep: () => void) {
		this.#onKeep = onKeep;
	}

	/** The trail of a coding, if it left one. */
	find(id: CodingId): Trail | undefined {
		return this.#trails.get(id);
	}

	/** The trail of a coding, which begins here when there is none. */
	of(id: CodingId): Trail {
		const known = this.#trails.get(id);
		if (known) return known;
		const trail: Trail = {
			savedId: null,
			deletionId: null,
			isGone: false,
			removed: null,
			onlyOwn: false,
			into: null,
			change: null,
			failed: null,
			asked: null,
			was: null,
			isBehind: false,
			untold: 0,
			queue: Promise.resolve(),
			waiting: 0
		};
		this.#trails.set(id, trail);
		return trail;
	}

	/** The codings of here that the server has, or had, under this id. */
	idsOf(savedId: CodingId): readonly CodingId[] {
		return [...this.#trails].flatMap(([id, trail]) => (trail.savedId === savedId ? id : []));
	}

	/** Does a step about a coding after those that wait. */
	next(id: CodingId, step: () => Promise<unknown> | void): Promise<unknown> {
		const trail = this.of(id);
		trail.waiting += 1;
		this.#onKeep();
		trail.queue = trail.queue.then(step).finally(() => {
			trail.waiting -= 1;
			this.#onKeep();
		});
		return trail.queue;
	}

	/** Whether a coding was taken away here while the server still tells about it. */
	isLeaving(coding: DeskCoding): boolean {
		return [...this.#trails.values()].some(
			({ removed, savedId, waiting }) =>
				removed !== null && waiting > 0 && (savedId === null ? isStoredOf(removed, coding) : savedId === coding.savedId)
		);
	}

	/**
	 * Hears live that a coding went. Whether that is an old tale: it was taken away here, and brought back since. The
	 * stream can come long after the answers.
	 */
	isOldTale(savedId: CodingId): boolean {
		const trail = [...this.#trails.values()].find((one) => one.savedId === savedId && one.untold > 0);
		if (!trail) return false;
		trail.untold -= 1;
		return trail.removed === null;
	}

	/** Forgets what the server took away and told of, unless an undo or redo may bring it back; answers what went. */
	forget(isNeeded: (id: CodingId, trail: Trail) => boolean): readonly CodingId[] {
		const gone = [...this.#trails].filter(
			([id, trail]) => trail.removed && trail.deletionId !== null && isAtRest(trail) && !isNeeded(id, trail)
		);
		for (const [id] of gone) this.#trails.delete(id);
		return gone.map(([id]) => id);
	}

	[Symbol.iterator](): IterableIterator<[CodingId, Trail]> {
		return this.#trails.entries();
	}
}

const isAtRest = ({ waiting, untold }: Trail): boolean => waiting === 0 && untold === 0;
