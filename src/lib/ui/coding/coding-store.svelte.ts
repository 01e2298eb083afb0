import {
	byReading,
	codingsByTurn,
	placeInReading,
	turnsOf,
	withCoding,
	withoutCoding
} from '#lib/domain/coding/desk.ts';
import { decidedBetween, type DecisionPart } from '#lib/domain/coding/undo.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { countCodes } from './code-tree.ts';
import { CodingIndex, recount } from './coding-index.ts';
import { indexBy, setOf, unique } from './index-by.ts';
import { RecentlyGone } from './recently-gone.ts';
import { isDrawnAlike, isSameCoding, isStoredOf, type DeskCoding } from './desk-coding.ts';

/** How long before it can be read something may have got its time, in milliseconds; clocks of two servers differ too. */
const longestCommit = 5_000;

/** When the server stored or changed a coding last, as far as it is known here. */
const storedAt = ({ changedAt, codedAt }: DeskCoding): number => Date.parse(changedAt ?? codedAt);

/** Whether the server does not have a coding: not yet, or not back. */
const isOnlyHere = ({ savedId, failedTo }: DeskCoding) => savedId === null || failedTo === 'restore';

/** The codings of one turn, so that a change redraws that turn only. */
class TurnCodings {
	list = $state.raw<readonly DeskCoding[]>([]);
}

/**
 * All codings on the desk, in reading order and by turn; tells which turns a change touches. What follows from all of
 * them (by id, numbers, what is not stored) is changed along with each, and not made anew from thousands.
 */
export class CodingStore<T extends Turn> {
	all = $state.raw<readonly DeskCoding[]>([]);
	/** how often each code was put on the text */
	counts = $state.raw<ReadonlyMap<CodeId, number>>(countCodes([]));
	/** the codings that could not be stored, in reading order */
	failed = $state.raw<readonly DeskCoding[]>([]);
	/** how many codings are on their way to the server */
	saving = $state(0);
	/** the ordinals of the turns with codings */
	coded = $state.raw<ReadonlySet<number>>(setOf([]));
	/** called after each change that can be seen in the text, with the turns it touched */
	onTurns: (turns: readonly T[]) => void = () => {};
	/** called when a stored coding turns out to be decided elsewhere, in these parts; without parts: taken away there */
	onElsewhere: (id: CodingId, parts?: readonly DecisionPart[]) => void = () => {};
	readonly #turns: readonly T[];
	readonly #ofTurn: ReadonlyMap<number, TurnCodings>;
	readonly #index = new CodingIndex();
	/** stored codings that went from the screen a moment ago */
	readonly #gone = new RecentlyGone<CodingId>();

	constructor(turns: readonly T[], codings: readonly DeskCoding[]) {
		this.#turns = turns;
		this.#ofTurn = indexBy(
			turns,
			({ ordinal }) => ordinal,
			() => new TurnCodings()
		);
		this.#fill(codings);
	}

	ofTurn(ordinal: number): readonly DeskCoding[] {
		return this.#ofTurn.get(ordinal)?.list ?? [];
	}

	get(id: CodingId): DeskCoding | undefined {
		// Whoever shows what is found here is to know of changes.
		return this.all.length > 0 ? this.#index.get(id) : undefined;
	}

	findSaved(savedId: CodingId): DeskCoding | undefined {
		return this.all.length > 0 ? this.#index.findSaved(savedId) : undefined;
	}

	/** The codings that lie in more than one turn. */
	spanning(): readonly DeskCoding[] {
		return this.all.filter(({ range }) => turnsOf(this.#turns, range).length > 1);
	}

	/** The codings in the turns of a range and those beside them, in reading order: what can meet that range. */
	around(range: Range): readonly DeskCoding[] {
		const first = turnsOf(this.#turns, range)[0];
		const at = first ? this.#turns.indexOf(first) : -1;
		const last = turnsOf(this.#turns, range).length + at;
		const near = this.#turns.slice(Math.max(0, at - 1), last + 1);
		return [...unique(near.flatMap(({ ordinal }) => this.ofTurn(ordinal)))].sort(byReading);
	}

	/** Adds a coding, or puts it in the place of the one with its id. */
	put(coding: DeskCoding): void {
		if (coding.savedId !== null) this.#gone.forget(coding.savedId);
		const before = this.#index.get(coding.id);
		if (before && isSameCoding(before, coding)) return;
		const from = before ? placeInReading(this.all, before) : -1;
		// One copy of what may be thousands: that is fast, and leaves the least behind to be collected.
		const all = this.all.slice();
		if (before) all.splice(from, 1);
		const to = placeInReading(all, coding);
		all.splice(to, 0, coding);
		this.#follow(before, coding);
		this.all = all;
		const touched = this.#touch([coding.range, ...(before ? [before.range] : [])], (list, isIn) =>
			isIn(coding) ? withCoding(list, coding) : withoutCoding(list, coding.id)
		);
		if (!before || from !== to || !isDrawnAlike(before, coding)) this.onTurns(touched);
	}

	drop(id: CodingId): void {
		const coding = this.#index.get(id);
		if (!coding) return;
		if (coding.savedId !== null) this.#gone.note(coding.savedId, performance.now());
		const at = placeInReading(this.all, coding);
		this.#follow(coding, undefined);
		const all = this.all.slice();
		all.splice(at, 1);
		this.all = all;
		this.onTurns(this.#touch([coding.range], (list) => withoutCoding(list, id)));
	}

	/** Takes over one coding of the server; what is on its way there already keeps its key. */
	take(fresh: DeskCoding): DeskCoding {
		const coding = this.#keyed(fresh);
		this.put(coding);
		return coding;
	}

	/**
	 * Takes over what the server said when it began to read (`readAt`, ISO 8601), and keeps what it could not know: what is
	 * not stored yet, what was stored or changed while it read, and that something went meanwhile.
	 */
	renew(fresh: readonly DeskCoding[], readAt: string): void {
		const now = performance.now();
		const codings = fresh
			.filter(({ savedId }) => savedId === null || !this.#gone.has(savedId, now))
			.map((coding) => this.#keyed(coding, readAt));
		const ids = setOf(codings.map(({ id }) => id));
		const since = Date.parse(readAt) - longestCommit;
		const absent = this.all.filter(({ id }) => !ids.has(id));
		const kept = absent.filter((one) => isOnlyHere(one) || storedAt(one) >= since);
		for (const one of absent) if (!kept.includes(one)) this.onElsewhere(one.id);
		this.#fill([...codings, ...kept]);
		this.onTurns(this.#turns);
	}

	/** A coding under the key it has here, so that nothing on the screen starts anew; one with a change that is not stored stays. */
	#keyed(fresh: DeskCoding, readAt?: string): DeskCoding {
		const known =
			(fresh.savedId === null ? undefined : this.#index.findSaved(fresh.savedId)) ??
			this.#index.unsaved().find((own) => isStoredOf(own, fresh));
		if (!known) return fresh;
		if (known.failedTo === 'restore') return { ...fresh, id: known.id };
		if (known.savedId !== null && known.state !== 'saved') return known;
		if (known.savedId !== null && readAt !== undefined && storedAt(known) > Date.parse(readAt)) return known;
		// It was changed here after the server was asked to store it: that change is still on its way.
		if (known.savedId === null && known.asked) return { ...known, savedId: fresh.savedId, changedAt: fresh.changedAt };
		this.#tellElsewhere(known, fresh);
		return { ...fresh, id: known.id };
	}

	/** Tells what was decided of a coding since it was seen; what is done here is shown before the server tells of it. */
	#tellElsewhere(known: DeskCoding, fresh: DeskCoding): void {
		if (known.savedId === null || storedAt(fresh) <= storedAt(known)) return;
		const parts = decidedBetween(known, fresh);
		if (parts.length > 0) this.onElsewhere(known.id, parts);
	}

	/** Brings what follows from all codings up to date with one of them. */
	#follow(before: DeskCoding | undefined, after: DeskCoding | undefined): void {
		this.#index.change(before, after);
		this.counts = recount(this.counts, before?.codeId, after?.codeId);
		if (before?.state === 'saving') this.saving -= 1;
		if (after?.state === 'saving') this.saving += 1;
		if (before?.state === 'failed') this.failed = withoutCoding(this.failed, before.id);
		if (after?.state === 'failed') this.failed = withCoding(this.failed, after);
	}

	#fill(codings: readonly DeskCoding[]): void {
		this.#index.fill(codings);
		this.all = [...codings].sort(byReading);
		this.counts = countCodes(this.all);
		this.failed = this.all.filter(({ state }) => state === 'failed');
		this.saving = this.all.filter(({ state }) => state === 'saving').length;
		const byTurn = codingsByTurn(this.#turns, this.all);
		for (const { ordinal } of this.#turns) {
			const list = byTurn.get(ordinal) ?? [];
			const cell = this.#ofTurn.get(ordinal);
			if (!cell) continue;
			if (list.length > 0 || cell.list.length > 0) cell.list = list;
		}
		this.coded = setOf([...byTurn.keys()]);
	}

	#touch(
		ranges: readonly DeskCoding['range'][],
		change: (list: readonly DeskCoding[], isIn: (coding: DeskCoding) => boolean) => readonly DeskCoding[]
	): readonly T[] {
		const touched = unique(ranges.flatMap((range) => turnsOf(this.#turns, range)));
		for (const turn of touched) {
			const cell = this.#ofTurn.get(turn.ordinal);
			if (!cell) continue;
			cell.list = change(cell.list, ({ range }) => turnsOf([turn], range).length > 0);
			const isCoded = cell.list.length > 0;
			if (isCoded === this.coded.has(turn.ordinal)) continue;
			const others = [...this.coded].filter((ordinal) => ordinal !== turn.ordinal);
			this.coded = setOf(isCoded ? [...others, turn.ordinal] : others);
		}
		return touched;
	}
}
