import type { Utf16Offset } from '../domain/text/position.ts';
import { foldWord } from './fold-word.ts';
import { alsoWords } from './lists/name-words.ts';
import { isListed } from './names/name-span.ts';

const inBrackets = /\[[^[\]\n]{1,80}\]/gu;
/** "[NAAM_1]", "[E-MAIL]", "[FUNCTIE: wijkagent]" */
const kindInCapitals = /^\[\p{Lu}{2}[\p{Lu}-]*(?:_\d+|(?:: [^\]]*)?)\]$/u;
const capitalWord = /\p{Lu}[\p{L}\p{M}]*/gu;
/** In more figures than "[50-59 jaar]" has, a number may hide that leads to somebody. */
const mostFigures = 4;

/**
 * The placeholders in a text, which identify nobody any more: a kind in capitals, or words that a person chose ("[dochter]",
 * "[50-59 jaar]"). A remark that names somebody of the lists ("[lacht naar Fatima]") is none.
 */
export const findPlaceholders = (text: string): readonly { readonly from: Utf16Offset; readonly to: Utf16Offset }[] =>
	[...text.matchAll(inBrackets)]
		.filter(({ 0: found }) => isKind(found) || isHarmless(found))
		.map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

const isKind = (found: string): boolean => kindInCapitals.test(found) && (found.includes('_') || !holdsName(found));

const isHarmless = (found: string): boolean =>
	!found.includes('@') && (found.match(/\d/g)?.length ?? 0) <= mostFigures && !holdsName(found);

const holdsName = (found: string): boolean =>
	(found.match(capitalWord) ?? []).some((word) => isListed(foldWord(word)) && !alsoWords.has(foldWord(word)));
