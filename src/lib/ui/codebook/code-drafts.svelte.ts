import { SvelteMap } from 'svelte/reactivity';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codeWords, isSame, pick, type CodeWords } from '#lib/domain/codebook/code-steps.ts';

/** The fields somebody wrote in, and what stood in each of them when he or she began. */
type Kept = { readonly own: Partial<CodeWords>; readonly before: Partial<CodeWords> };

const nothing: Kept = { own: {}, before: {} };

/**
 * What was typed but not saved, per code: choosing another code, or leaving and coming back, loses nothing. Only fields
 * that were changed are kept, so that what a colleague stores in the others meanwhile is shown, and stays.
 */
export class CodeDrafts {
	#drafts = new SvelteMap<string, Kept>();
	readonly #key: string;

	constructor(projectId: string, userId: string) {
		this.#key = `wijkstem.draft.codebook.${userId}.${projectId}`;
		if (typeof sessionStorage === 'undefined') return;
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
			if (Array.isArray(kept)) for (const [id, draft] of kept) this.#drafts.set(String(id), draft);
		} catch {
			sessionStorage.removeItem(this.#key);
		}
	}

	of(code: Code): CodeWords {
		return { ...code, ...this.#drafts.get(code.id)?.own };
	}

	set(code: Code, draft: CodeWords): void {
		const { before } = this.#drafts.get(code.id) ?? nothing;
		const changed = codeWords.filter((field) => !isSame(draft[field], code[field]));
		const kept = { own: pick(draft, changed), before: pick({ ...code, ...before }, changed) };
		if (changed.length === 0) this.#drafts.delete(code.id);
		else this.#drafts.set(code.id, kept);
		this.#keep();
	}

	/** What was typed in a code that may have gone. */
	left(codeId: string): Partial<CodeWords> {
		return this.#drafts.get(codeId)?.own ?? {};
	}

	/** The fields that were changed and are not saved. */
	changed(code: Code): readonly (keyof CodeWords)[] {
		const { own } = this.#drafts.get(code.id) ?? nothing;
		return codeWords.filter((field) => field in own && !isSame(own[field], code[field]));
	}

	/** Those of them in which somebody else stored something else in the meantime. */
	overtaken(code: Code): readonly (keyof CodeWords)[] {
		const { before } = this.#drafts.get(code.id) ?? nothing;
		return this.changed(code).filter((field) => !isSame(before[field], code[field]));
	}

	discard(codeId: string): void {
		this.#drafts.delete(codeId);
		this.#keep();
	}

	#keep(): void {
		sessionStorage.setItem(this.#key, JSON.stringify([...this.#drafts]));
	}
}
