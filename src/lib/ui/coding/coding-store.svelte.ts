import { byReading, codingsByTurn, turnsOf, withCoding, withoutCoding } from '#lib/domain/coding/desk.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import { indexBy, unique } from './index-by.ts';
import { isSameDecision, type DeskCoding } from './desk-coding.ts';

/** The codings of one turn, so that a change redraws that turn only. */
class TurnCodings {
	list = $state.raw<readonly DeskCoding[]>([]);
}

/** All codings on the desk, in reading order and by turn; tells which turns a change touches. */
export class CodingStore<T extends Turn> {
	all = $state.raw<readonly DeskCoding[]>([]);
	/** called after each change with the turns it touched */
	onTurns: (turns: readonly T[]) => void = () => {};
	readonly #turns: readonly T[];
	readonly #ofTurn: ReadonlyMap<number, TurnCodings>;

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
		return this.all.find((coding) => coding.id === id);
	}

	findSaved(savedId: CodingId): DeskCoding | undefined {
		return this.#bySavedId().get(savedId);
	}

	/** The codings that lie in more than one turn. */
	spanning(): readonly DeskCoding[] {
		return this.all.filter(({ range }) => turnsOf(this.#turns, range).length > 1);
	}

	/** Adds a coding, or puts it in the place of the one with its id. */
	put(coding: DeskCoding): void {
		const before = this.get(coding.id);
		this.all = withCoding(this.all, coding);
		this.#touch([coding.range, ...(before ? [before.range] : [])], (list, isIn) =>
			isIn(coding) ? withCoding(list, coding) : withoutCoding(list, coding.id)
		);
	}

	drop(id: CodingId): void {
		const coding = this.get(id);
		if (!coding) return;
		this.all = withoutCoding(this.all, id);
		this.#touch([coding.range], (list) => withoutCoding(list, id));
	}

	/** Takes over one coding of the server; what is on its way there already keeps its key. */
	take(fresh: DeskCoding): DeskCoding {
		const coding = this.#keyed(fresh);
		this.put(coding);
		return coding;
	}

	/** Takes over all that the server says now, and keeps what it does not know yet. */
	renew(fresh: readonly DeskCoding[]): void {
		const codings = fresh.map((coding) => this.#keyed(coding));
		const byId = indexBy(
			codings,
			({ id }) => id,
			(coding) => coding
		);
		const unsaved = this.all.filter(({ id, savedId }) => savedId === null && !byId.has(id));
		this.#fill([...codings, ...unsaved]);
		this.onTurns(this.#turns);
	}

	/** A coding under the key it has here, so that nothing on the screen starts anew; one that is being changed stays. */
	#keyed(fresh: DeskCoding): DeskCoding {
		const known = this.#bySavedId().get(fresh.savedId) ?? this.#unsaved().find((own) => isSameDecision(own, fresh));
		if (!known) return fresh;
		return known.savedId !== null && known.state === 'saving' ? known : { ...fresh, id: known.id };
	}

	readonly #bySavedId = lookUp(
		() => this.all,
		(codings) =>
			indexBy(
				codings,
				({ savedId }) => savedId,
				(coding) => coding
			)
	);
	readonly #unsaved = lookUp(
		() => this.all,
		(codings) => codings.filter(({ savedId }) => savedId === null)
	);

	#fill(codings: readonly DeskCoding[]): void {
		this.all = [...codings].sort(byReading);
		const byTurn = codingsByTurn(this.#turns, this.all);
		for (const { ordinal } of this.#turns) {
			const list = byTurn.get(ordinal) ?? [];
			const cell = this.#ofTurn.get(ordinal);
			if (!cell) continue;
			if (list.length > 0 || cell.list.length > 0) cell.list = list;
		}
	}

	#touch(
		ranges: readonly DeskCoding['range'][],
		change: (list: readonly DeskCoding[], isIn: (coding: DeskCoding) => boolean) => readonly DeskCoding[]
	): void {
		const touched = unique(ranges.flatMap((range) => turnsOf(this.#turns, range)));
		for (const turn of touched) {
			const cell = this.#ofTurn.get(turn.ordinal);
			if (cell) cell.list = change(cell.list, ({ range }) => turnsOf([turn], range).length > 0);
		}
		this.onTurns(touched);
	}
}

/** A value derived from a list, made again only when the list is another one. */
const lookUp = <L extends object, V>(list: () => L, make: (list: L) => V): (() => V) => {
	let from: L | null = null;
	let value: V;
	return () => {
		const now = list();
		if (now !== from) {
			value = make(now);
			from = now;
		}
		return value;
	};
};
