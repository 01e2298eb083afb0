import type { Utf16Offset } from '../domain/text/position.ts';
import { digitsOfWord } from './number-words.ts';
import type { Reading, Word } from './reading.ts';

/** A number that somebody spells: "nul zes vierentwintig", with the digits it comes to. */
export type SpokenDigits = { readonly from: Utf16Offset; readonly to: Utf16Offset; readonly digits: string };

/** Fewer words than this are no spelling but counting. */
const leastWords = 5;
const between = /^[\s,.\u2026-]{1,4}$/u;
const fillers = new Set(['eh', 'euh', 'ehm', 'en', 'dan', 'streepje']);

/** Rows of number words in a text that hold at least one word; only short pauses between them. */
export const spokenDigits = ({ text, words }: Reading): readonly SpokenDigits[] => {
	const found: SpokenDigits[] = [];
	let row: Word[] = [];
	const close = () => {
		const [first, last] = [row[0], row[row.length - 1]];
		const isSpelled = row.length >= leastWords && row.some(({ isNumber }) => !isNumber);
		if (isSpelled && first && last) found.push({ from: first.from, to: last.to, digits: row.map(digitsOf).join('') });
		row = [];
	};
	let end = 0;
	for (const word of words) {
		if (row.length > 0 && !between.test(text.slice(end, word.from))) close();
		end = word.to;
		if (digitsOf(word) !== null) row.push(word);
		else if (row.length > 0 && !fillers.has(word.folded)) close();
	}
	close();
	return found;
};

/** A number of more figures than this was not spelled. */
const mostFigures = 4;

const digitsOf = ({ folded, isNumber }: Word): string | null => {
	if (!isNumber) return digitsOfWord(folded);
	return folded.length <= mostFigures ? folded : null;
};
