import type { Problem } from '../problem.ts';

/** What an input can refer to; a problem names it, so that the sentence can. */
export type ReferenceKind = 'area' | 'wave' | 'study' | 'pillar' | 'indicator' | 'code' | 'user' | 'explanation';

/** A field of an input that holds an id, or several, of a kind of thing. */
export type Reference = {
	readonly kind: ReferenceKind;
	readonly field: string;
	readonly ids: readonly (string | null | undefined)[];
};

/** A problem for each field that refers to something this project does not have (another project's id, or one that was deleted). */
export const foreignReferences = (
	known: Readonly<Partial<Record<ReferenceKind, readonly { readonly id: string }[]>>>,
	references: readonly Reference[]
): readonly Problem[] =>
	references.flatMap(({ kind, field, ids }) => {
		const here = new Set((known[kind] ?? []).map(({ id }) => id));
		const isForeign = ids.some((id) => id !== null && id !== undefined && !here.has(id));
		return isForeign ? [{ code: 'reference-unknown', params: { kind, field }, at: field }] : [];
	});
