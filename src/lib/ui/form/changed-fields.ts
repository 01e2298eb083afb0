import { m } from '#lib/paraglide/messages.js';

/** A field of a form in words: its name, and what stands in it. */
export type FieldInWords = { readonly label: string; readonly words: string };

/** The fields that say something else than before, with what stands there now; an empty one says so. */
export const changedOf = (before: readonly FieldInWords[], now: readonly FieldInWords[]): readonly FieldInWords[] =>
	now
		.filter(({ words }, at) => words !== before[at]?.words)
		.map(({ label, words }) => ({ label, words: words === '' ? m.lesson_nothing() : words }));
