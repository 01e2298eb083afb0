import { SvelteSet } from 'svelte/reactivity';
import { inTreeOrder, type Codebook } from '#lib/domain/codebook/codebook.ts';
import type { Code } from '#lib/domain/codebook/code.ts';

/** A row of the tree that can be seen. */
export type TreeRow = { readonly code: Code; readonly depth: number };

/** The rows of a tree without what stands below closed codes. */
export const rowsOf = (book: Codebook, closed: ReadonlySet<string>): readonly TreeRow[] => {
	let hiddenFrom = Infinity;
	return inTreeOrder(book).filter(({ code, depth }) => {
		if (depth > hiddenFrom) return false;
		hiddenFrom = closed.has(code.id) ? depth : Infinity;
		return true;
	});
};

/** Which codes of a tree are chosen: one by one, or from the one chosen last up to another. */
export class TreeChoice {
	readonly ids = new SvelteSet<string>();
	#anchor: string | null = null;

	get size(): number {
		return this.ids.size;
	}

	has(id: string): boolean {
		return this.ids.has(id);
	}

	/** This code and no other; null = none. */
	only(id: string | null): void {
		this.ids.clear();
		if (id !== null) this.ids.add(id);
		this.#anchor = id;
	}

	toggle(id: string): void {
		if (!this.ids.delete(id)) this.ids.add(id);
		this.#anchor = id;
	}

	/** All rows from the last single choice up to this one; what was chosen elsewhere goes. */
	upTo(id: string, rows: readonly TreeRow[]): void {
		const at = (wanted: string | null) => rows.findIndex(({ code }) => code.id === wanted);
		const [from, to] = [at(this.#anchor), at(id)].sort((a, b) => a - b);
		if (from === undefined || to === undefined || from < 0) return this.only(id);
		this.ids.clear();
		for (const { code } of rows.slice(from, to + 1)) this.ids.add(code.id);
	}

	all(rows: readonly TreeRow[]): void {
		for (const { code } of rows) this.ids.add(code.id);
	}

	/** Forgets codes that are no longer there. */
	keep(book: Codebook): void {
		for (const id of this.ids) if (!book.byId.has(id)) this.ids.delete(id);
	}

	/** What a deed with this code is about: all chosen codes when it is one of several, else the code alone. */
	with(id: string): readonly string[] {
		return this.ids.size > 1 && this.ids.has(id) ? [...this.ids] : [id];
	}
}
