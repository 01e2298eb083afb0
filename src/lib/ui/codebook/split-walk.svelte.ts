/** A code that codings can be given to: one that is there, or a new one by its name. */
export type SplitTarget = { readonly codeId: string; readonly name: string } | { readonly name: string };

/** What was decided so far: names of codes and ids of codings, never words of an interview. */
type Draft = {
	readonly targets: readonly SplitTarget[];
	/** by the id of the coding: the place of its target; -1 = it stays */
	readonly given: Readonly<Record<string, number>>;
	readonly at: number;
};

const empty: Draft = { targets: [], given: {}, at: 0 };
export const mostTargets = 9; // as many as there are number keys

/** The walk through the codings of a code, kept in this browser so that it can be stopped and taken up again. */
export class SplitWalk {
	#draft = $state.raw<Draft>(empty);
	/** it goes on from what was decided before */
	isResumed = $state(false);
	readonly #key: string;
	readonly #ids: readonly string[];

	constructor(codeId: string, ids: readonly string[], known: ReadonlySet<string>) {
		this.#key = `wijkstem-split-${codeId}`;
		this.#ids = ids;
		const kept = readDraft(this.#key);
		// A target that has gone meanwhile stays in its place in the list, as a new code of that name.
		const targets = (kept?.targets ?? []).map((target) =>
			'codeId' in target && !known.has(target.codeId) ? { name: target.name } : target
		);
		this.#draft = kept ? { ...kept, targets, at: Math.min(kept.at, ids.length) } : empty;
		this.isResumed = kept !== null && (kept.targets.length > 0 || Object.keys(kept.given).length > 0);
	}

	get targets(): readonly SplitTarget[] {
		return this.#draft.targets;
	}
	get at(): number {
		return this.#draft.at;
	}
	/** null = not decided yet; -1 = it stays */
	givenTo(id: string): number | null {
		return this.#draft.given[id] ?? null;
	}
	countOf(target: number): number {
		return this.#ids.filter((id) => this.#draft.given[id] === target).length;
	}
	/** The codings that go somewhere. */
	get assignments(): readonly { readonly codingId: string; readonly target: number }[] {
		return this.#ids.flatMap((codingId) => {
			const target = this.#draft.given[codingId] ?? -1;
			return target >= 0 ? [{ codingId, target }] : [];
		});
	}

	add(target: SplitTarget): void {
		if (this.targets.length < mostTargets) this.#keep({ ...this.#draft, targets: [...this.targets, target] });
	}

	/** Takes a target away; what was given to it is undecided again. */
	remove(index: number): void {
		const given = Object.fromEntries(
			Object.entries(this.#draft.given).flatMap(([id, target]) =>
				target === index ? [] : [[id, target > index ? target - 1 : target] as const]
			)
		);
		this.#keep({ ...this.#draft, given, targets: this.targets.filter((_, at) => at !== index) });
	}

	/** Decides about the coding that is shown, and goes on to the next. */
	give(target: number): void {
		const id = this.#ids[this.at];
		if (id === undefined || target >= this.targets.length) return;
		this.#keep({ ...this.#draft, given: { ...this.#draft.given, [id]: target }, at: this.at + 1 });
	}

	go(step: 1 | -1): void {
		this.#keep({ ...this.#draft, at: Math.max(0, Math.min(this.#ids.length, this.at + step)) });
	}

	forget(): void {
		localStorage.removeItem(this.#key);
		this.#draft = empty;
		this.isResumed = false;
	}

	/** Begins anew; the answer takes up again what was decided so far. */
	startOver(): () => void {
		const before = this.#draft;
		this.forget();
		return () => this.#keep(before);
	}

	#keep(draft: Draft): void {
		this.#draft = draft;
		localStorage.setItem(this.#key, JSON.stringify(draft));
	}
}

const readDraft = (key: string): Draft | null => {
	if (typeof localStorage === 'undefined') return null;
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		// Written by #keep above, under this key.
		return typeof kept === 'object' && kept !== null && 'targets' in kept ? (kept as Draft) : null;
	} catch {
		localStorage.removeItem(key);
		return null;
	}
};
