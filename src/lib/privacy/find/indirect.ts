import { childWords, haveWords, illnesses, incidents, originVerbs, originWords } from '../lists/indirect-words.ts';
import { landNames } from '../lists/not-names.ts';
import { numberOfWord } from '../number-words.ts';
import type { Hit, Reading, Word } from '../reading.ts';
import type { IdentifierRule } from '../../domain/source/identifier-rule.ts';

const reach = 5;
/** From so many children on a family stands out. */
const manyChildren = 4;

/** Words that point to a person by what is known of him: illness, origin, number of children, incident. Only a warning. */
export const findIndirect = (reading: Reading): readonly Hit[] =>
	reading.words.flatMap((word, index) => {
		const { words } = reading;
		if (
			illnesses.has(word.folded) &&
			!(word.folded === 'als' || word.folded === 'down' || word.folded === 'add' || word.folded === 'ms')
		)
			return [hit(word, word, 'illness')];
		if (/^(?:ALS|MS|ADD)$/.test(word.text) && !reading.isUncased) return [hit(word, word, 'illness')];
		if (incidents.has(word.folded)) return [hit(word, word, 'incident')];
		if (landNames.has(word.folded) && isOrigin(words, index)) return [hit(word, word, 'origin')];
		return children(words, index);
	});

const hit = (first: Word, last: Word, rule: IdentifierRule): Hit => ({
	from: first.from,
	to: last.to,
	kind: 'indirect',
	rule,
	sureness: 'maybe'
});

const isOrigin = (words: readonly Word[], index: number): boolean => {
	const before = words[index - 1];
	if (!before || !originWords.has(before.folded) || /^nederland|^holland/.test(words[index]?.folded ?? ''))
		return false;
	let first = index;
	while (first > Math.max(0, index - 1 - reach) && !words[first]?.isStart) first -= 1;
	let end = index + 1;
	while (end < index + 1 + reach && words[end]?.isStart === false) end += 1;
	return words.slice(first, end).some(({ folded }) => originVerbs.has(folded));
};

const children = (words: readonly Word[], index: number): readonly Hit[] => {
	const [word, unit, before] = [words[index], words[index + 1], words[index - 1]];
	if (!word || !unit || !childWords.has(unit.folded) || unit.from - word.to !== 1) return [];
	const number = word.isNumber ? Number(word.text) : numberOfWord(word.folded);
	if (number === null || number > 20 || number < 2) return [];
	const isFamily = before !== undefined && haveWords.has(before.folded);
	return isFamily || number >= manyChildren ? [hit(word, unit, 'number-of-children')] : [];
};
