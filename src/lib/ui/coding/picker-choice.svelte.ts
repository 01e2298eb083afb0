import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { noValences, toggleValence, type Valence, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import { unique } from './index-by.ts';
import { rankCodes, type Found } from './rank-codes.ts';

/** How many codes used last stand on top of the list. */
const shownRecents = 5;

/** What is being picked: words typed, the code under the cursor, codes marked, directions and a memo. */
export class PickerChoice {
	query = $state('');
	/** where the cursor was put, and on which code; that may move, or go, while others work on the codebook */
	#cursor = $state.raw<{ readonly at: number; readonly on: CodeId | 'new' | null }>({ at: 0, on: null });
	#marked = $state.raw<readonly CodeId[]>([]);
	valences = $state.raw<Valences>(noValences);
	memo = $state('');
	readonly #codes: () => readonly DeskCode[];
	readonly #lastUsed: () => readonly CodeId[];
	/** a code that is not there yet can be chosen too, after all others */
	readonly #offersNew: () => boolean;

	constructor(
		codes: () => readonly DeskCode[],
		lastUsed: () => readonly CodeId[],
		offersNew: () => boolean = () => false
	) {
		this.#codes = codes;
		this.#lastUsed = lastUsed;
		this.#offersNew = offersNew;
	}

	/** The codes on top: those used last, as long as nothing is typed. */
	readonly recent = $derived.by(() => (this.query.trim() === '' ? this.#recentCodes() : []));

	readonly options = $derived.by((): readonly Found<DeskCode>[] => {
		const found = rankCodes(this.#codes(), this.query, this.#lastUsed());
		return [
			...this.recent.map((code) => ({ code, synonym: null })),
			...found.filter(({ code }) => !this.recent.includes(code))
		];
	});

	/** index of the code under the cursor, of all options; -1 = that code has gone */
	readonly at = $derived.by(() => {
		const { at, on } = this.#cursor;
		if (on === 'new') return this.options.length;
		return on === null ? at : this.options.findIndex(({ code }) => code.id === on);
	});

	/** The cursor is on the choice after the codes: one that is not there yet. */
	readonly isOnNew = $derived.by(() => this.#offersNew() && this.at >= this.options.length);

	readonly under = $derived(this.isOnNew ? null : (this.options[this.at]?.code ?? null));

	readonly marked = $derived.by(() => this.#marked.filter((id) => this.#isThere(id)));

	/** What was marked or under the cursor, and was taken from the codebook meanwhile. */
	readonly gone = $derived.by((): readonly CodeId[] => {
		const { on } = this.#cursor;
		return unique([...this.#marked, ...(on === null || on === 'new' ? [] : [on])]).filter((id) => !this.#isThere(id));
	});

	/** What Enter puts on the passage: the marked codes, and the one under the cursor when it was searched for. */
	readonly result = $derived.by((): readonly CodeId[] => {
		const searched = this.query.trim() !== '' || this.#marked.length === 0 ? this.under : null;
		return unique([...this.marked, ...(searched ? [searched.id] : [])]);
	});

	type(query: string): void {
		this.query = query;
		this.pointAt(0);
	}

	/** Puts the cursor on an option, or on the choice after them. */
	pointAt(at: number): void {
		const on = this.options[at]?.code.id ?? (this.#offersNew() ? 'new' : null);
		this.#cursor = { at, on };
	}

	move(step: 1 | -1): void {
		const last = this.options.length - (this.#offersNew() ? 0 : 1);
		// From a code that has gone one goes on to what stands in its place.
		const from = this.at === -1 ? this.#cursor.at - (step === 1 ? 1 : 0) : this.at;
		this.pointAt(from + step > last ? 0 : from + step < 0 ? Math.max(last, 0) : from + step);
	}

	/** Marks the code under the cursor, or takes the mark away; the search begins anew for the next one. */
	mark(codeId: CodeId | undefined = this.under?.id): void {
		if (codeId === undefined) return;
		this.#marked = this.marked.includes(codeId)
			? this.#marked.filter((id) => id !== codeId)
			: [...this.#marked, codeId];
		if (this.query !== '') this.type('');
	}

	toggle(valence: Valence | null): void {
		this.valences = valence === null ? noValences : toggleValence(this.valences, valence);
	}

	#isThere(codeId: CodeId): boolean {
		return this.#codes().some(({ id }) => id === codeId);
	}

	#recentCodes(): readonly DeskCode[] {
		return this.#lastUsed()
			.slice(0, shownRecents)
			.flatMap((id) => this.#codes().find((code) => code.id === id) ?? []);
	}
}
