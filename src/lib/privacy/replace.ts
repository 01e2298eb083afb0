import type { IdentifierKind } from '../domain/source/identifier.ts';
import type { DecidedGroup } from '../domain/source/pseudonym.ts';
import { canonicalEdit, type Edit, type Operation } from '../domain/text/edit.ts';
import { positionMap } from '../domain/text/position.ts';
import { byStart, type Range } from '../domain/text/range.ts';

/** Words that get a placeholder. */
export type Replacement = Range & { readonly placeholder: string; readonly kind: IdentifierKind };

/**
 * The accepted words of a text with their placeholders, in order, none overlapping another. Words inside others go with
 * them; where two reach over each other, the first has what both have.
 */
export const replacementsOf = (groups: readonly DecidedGroup[]): readonly Replacement[] => {
	const all = groups
		.flatMap(({ accepted, placeholder, kind }) =>
			placeholder === null ? [] : accepted.map(({ start, end }) => ({ start, end, placeholder, kind }))
		)
		.toSorted(byStart);
	const kept: Replacement[] = [];
	let until = 0;
	for (const one of all) {
		if (one.end <= until) continue;
		kept.push({ ...one, start: Math.max(one.start, until) });
		until = one.end;
	}
	return kept;
};

/** The one edit that puts placeholders in the place of words. */
export const replacementEdit = (replacements: readonly Replacement[]): Edit => {
	const operations: Operation[] = [];
	let at = 0;
	for (const { start, end, placeholder } of replacements) {
		operations.push({ retain: start - at }, { insert: placeholder }, { delete: end - start });
		at = end;
	}
	return canonicalEdit(operations);
};

/** What a placeholder stands for. */
export type Original = {
	readonly kind: IdentifierKind;
	readonly placeholder: string;
	readonly words: readonly string[];
};

/** The words that each placeholder stands for, each once, in the order in which they are said; kinds stay apart. */
export const originalsOf = (replacements: readonly Replacement[], text: string): readonly Original[] => {
	const map = positionMap(text);
	const entries = new Map<string, { kind: IdentifierKind; placeholder: string; words: Set<string> }>();
	for (const { start, end, placeholder, kind } of replacements) {
		const key = `${kind} ${placeholder}`;
		const entry = entries.get(key) ?? { kind, placeholder, words: new Set<string>() };
		entries.set(key, entry);
		entry.words.add(map.slice(start, end));
	}
	return [...entries.values()].map(({ kind, placeholder, words }) => ({ kind, placeholder, words: [...words] }));
};

/** How often each placeholder is put in. */
export const countReplacements = (
	replacements: readonly Replacement[]
): readonly { readonly kind: IdentifierKind; readonly placeholder: string; readonly hits: number }[] => {
	const counts = new Map<string, { kind: IdentifierKind; placeholder: string; hits: number }>();
	for (const { kind, placeholder } of replacements) {
		const key = `${kind} ${placeholder}`;
		const count = counts.get(key) ?? { kind, placeholder, hits: 0 };
		counts.set(key, count);
		count.hits += 1;
	}
	return [...counts.values()];
};

/** A short text beside the transcript, such as a speaker's label, with placeholders where those words stand whole. */
export const withPlaceholders = (text: string, entries: readonly Pick<Original, 'placeholder' | 'words'>[]): string => {
	const byLength = entries
		.flatMap(({ placeholder, words }) => words.map((word) => ({ placeholder, word })))
		.toSorted((a, b) => b.word.length - a.word.length);
	return byLength.reduce((said, { placeholder, word }) => said.replace(whole(word), placeholder), text);
};

const whole = (word: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
