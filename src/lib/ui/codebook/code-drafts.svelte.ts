import { SvelteMap } from 'svelte/reactivity';
import type { Code } from '#lib/domain/codebook/code.ts';
import type { CodeDraft } from './CodeForm.svelte';

const draftOf = (code: Code): CodeDraft => ({
	name: code.name,
	definition: code.definition,
	include: code.include,
	exclude: code.exclude,
	example: code.example,
	synonyms: code.synonyms,
	color: code.color,
	isCodable: code.isCodable,
	pillarIds: code.pillarIds,
	indicators: code.indicators
});

const isSame = (a: CodeDraft, b: CodeDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was typed but not saved, per code: choosing another code, or leaving and coming back, loses nothing. */
export class CodeDrafts {
	#drafts = new SvelteMap<string, CodeDraft>();
	readonly #key: string;

	constructor(projectId: string) {
		this.#key = `wijkstem-codebook-${projectId}`;
		if (typeof sessionStorage === 'undefined') return;
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
			if (Array.isArray(kept)) for (const [id, draft] of kept) this.#drafts.set(String(id), draft);
		} catch {
			sessionStorage.removeItem(this.#key);
		}
	}

	of(code: Code): CodeDraft {
		return this.#drafts.get(code.id) ?? draftOf(code);
	}

	set(code: Code, draft: CodeDraft): void {
		if (isSame(draft, draftOf(code))) this.#drafts.delete(code.id);
		else this.#drafts.set(code.id, draft);
		this.#keep();
	}

	isChanged(codeId: string): boolean {
		return this.#drafts.has(codeId);
	}

	discard(codeId: string): void {
		this.#drafts.delete(codeId);
		this.#keep();
	}

	#keep(): void {
		sessionStorage.setItem(this.#key, JSON.stringify([...this.#drafts]));
	}
}
