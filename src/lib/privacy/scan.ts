import type { PseudonymGroup, PseudonymSettings } from '../domain/source/pseudonym.ts';
import type { Turn } from '../domain/source/turn.ts';
import { positionMap } from '../domain/text/position.ts';
import { overlaps, type Range } from '../domain/text/range.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { groupIdentifiers } from './group-identifiers.ts';
import { isStandardPlaceholder } from './placeholders.ts';

/** A text with what is known about its names. */
export type ScannedText = {
	readonly text: string;
	readonly turns: readonly Turn[];
	readonly settings: Pick<PseudonymSettings, 'allowed' | 'organisations' | 'functions'>;
	/** names of the places of the project, which point to no person */
	readonly placeNames: readonly string[];
	/** placeholders that stand in the text already */
	readonly placeholders: ReadonlySet<string>;
};

/**
 * Everything in a text that may point to a person, together by person or thing. Placeholders are left out. `idOf` gives a
 * group an id that does not tell its words.
 */
export const scanText = (
	{ text, turns, settings, placeNames, placeholders }: ScannedText,
	idOf: (key: string) => string
): readonly PseudonymGroup[] => {
	const covered = placeholderRanges(text, placeholders);
	const found = findIdentifiers(text, {
		turns,
		allowed: [...settings.allowed, ...placeNames],
		organisations: settings.organisations,
		functions: settings.functions
	}).filter((identifier) => !covered.some((range) => overlaps(range, identifier)));
	return groupIdentifiers(text, found).map(({ key, kind, sureness, hits }) => ({
		id: idOf(key),
		kind,
		sureness,
		hits,
		isOwn: false
	}));
};

const inBrackets = /\[[^[\]\n]{1,100}\]/gu;

/** Where placeholders stand. Other words in brackets, such as "[Fatima lacht]", can hold a name. */
const placeholderRanges = (text: string, known: ReadonlySet<string>): readonly Range[] => {
	const map = positionMap(text);
	return [...text.matchAll(inBrackets)].flatMap((match) =>
		known.has(match[0]) || isStandardPlaceholder(match[0])
			? [{ start: map.toPosition(match.index), end: map.toPosition(match.index + match[0].length) }]
			: []
	);
};
