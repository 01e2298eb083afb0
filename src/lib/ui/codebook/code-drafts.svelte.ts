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

const fields = [
	'name',
	'definition',
	'include',
	'exclude',
	'example',
	'synonyms',
	'color',
	'isCodable',
	'pillarIds',
	'indicators'
] as const satisfies readonly (keyof CodeDraft)[];
export type CodeField = (typeof fields)[number];

/** The fields somebody wrote in, and what stood in each of them when he or she began. */
type Kept = { readonly own: Partial<CodeDraft>; readonly before: Partial<CodeDraft> };

const nothing: Kept = { own: {}, before: {} };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * What was typed but not saved, per code: choosing another code, or leaving and coming back, loses nothing. Only fields
 * that were changed are kept, so that what a colleague stores in the others meanwhile is shown, and stays.
 */
export class CodeDrafts {
	#drafts = new SvelteMap<string, Kept>();
	readonly #key: string;

	constructor(projectId: string) {
		this.#key = `wijkstem.draft.codebook.${projectId}`;
		if (typeof sessionStorage === 'undefined') return;
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
			if (Array.isArray(kept)) for (const [id, draft] of kept) this.#drafts.set(String(id), draft);
		} catch {
			sessionStorage.removeItem(this.#key);
		}
	}

	of(code: Code): CodeDraft {
		return { ...draftOf(code), ...this.#drafts.get(code.id)?.own };
	}

	set(code: Code, draft: CodeDraft): void {
		const stored = draftOf(code);
		const { before } = this.#drafts.get(code.id) ?? nothing;
		const changed = fields.filter((field) => !isSame(draft[field], stored[field]));
		const pick = (from: (field: CodeField) => Partial<CodeDraft>) =>
			Object.fromEntries(changed.map((field) => [field, from(field)[field]]));
		const kept = { own: pick(() => draft), before: pick((field) => (field in before ? before : stored)) };
		if (changed.length === 0) this.#drafts.delete(code.id);
		else this.#drafts.set(code.id, kept);
		this.#keep();
	}

	/** The fields that were changed and are not saved. */
	changed(code: Code): readonly CodeField[] {
		const { own } = this.#drafts.get(code.id) ?? nothing;
		return fields.filter((field) => field in own && !isSame(own[field], code[field]));
	}

	/** Those of them in which somebody else stored something else in the meantime. */
	overtaken(code: Code): readonly CodeField[] {
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
