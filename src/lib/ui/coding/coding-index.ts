import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { DeskCoding } from './desk-coding.ts';

/** Codings by the key they have here and by the id of the server; kept up to date one by one. */
export class CodingIndex {
	readonly #byId = new Map<CodingId, DeskCoding>();
	readonly #bySavedId = new Map<CodingId, DeskCoding>();
	readonly #unsaved = new Map<CodingId, DeskCoding>();

	get(id: CodingId): DeskCoding | undefined {
		return this.#byId.get(id);
	}

	findSaved(savedId: CodingId): DeskCoding | undefined {
		return this.#bySavedId.get(savedId);
	}

	/** The codings that the server does not know. */
	unsaved(): readonly DeskCoding[] {
		return [...this.#unsaved.values()];
	}

	/** Knows these codings and no others. */
	fill(codings: readonly DeskCoding[]): void {
		for (const map of [this.#byId, this.#bySavedId, this.#unsaved]) map.clear();
		for (const coding of codings) this.#know(coding);
	}

	/** Puts a coding in the place of the one with its key; undefined = it is gone, or was not there. */
	change(before: DeskCoding | undefined, after: DeskCoding | undefined): void {
		if (before) {
			this.#byId.delete(before.id);
			this.#unsaved.delete(before.id);
			if (before.savedId !== null) this.#bySavedId.delete(before.savedId);
		}
		if (after) this.#know(after);
	}

	#know(coding: DeskCoding): void {
		this.#byId.set(coding.id, coding);
		if (coding.savedId === null) this.#unsaved.set(coding.id, coding);
		else this.#bySavedId.set(coding.savedId, coding);
	}
}

/** How often each code is used after one coding changed; the same counts when its code did not. */
export const recount = (
	counts: ReadonlyMap<CodeId, number>,
	before: CodeId | undefined,
	after: CodeId | undefined
): ReadonlyMap<CodeId, number> => {
	if (before === after) return counts;
	const changed = new Map(counts);
	if (after !== undefined) changed.set(after, (changed.get(after) ?? 0) + 1);
	const left = before === undefined ? 0 : (changed.get(before) ?? 0) - 1;
	if (before !== undefined && left > 0) changed.set(before, left);
	else if (before !== undefined) changed.delete(before);
	return changed;
};
