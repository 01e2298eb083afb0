import { commonWords } from '../lists/common-words.ts';
import { roleWords, speakerLabels } from '../lists/name-words.ts';
import { wordIndexAt, type Reading } from '../reading.ts';
import type { FoundName } from './found-name.ts';

const label = /^[ \t]*(\p{L}[^:\n]{0,38}?)[ \t]?:/gmu;
/** A label that stands only once may be any heading. */
const leastTimes = 2;
const mostWords = 3;

/** Names by which speakers are called before their turns: "Hennie: ja, dat klopt". */
export const namesOfSpeakers = (reading: Reading): readonly FoundName[] => {
	const labels = [...reading.text.matchAll(label)].map(({ 0: whole, 1: name = '', index }) => ({
		name,
		at: index + whole.indexOf(name)
	}));
	const times = new Map<string, number>();
	for (const { name } of labels) times.set(name, (times.get(name) ?? 0) + 1);
	return labels.flatMap(({ name, at }): readonly FoundName[] => {
		if ((times.get(name) ?? 0) < leastTimes) return [];
		const start = wordIndexAt(reading, at);
		let last = start;
		while ((reading.words[last + 1]?.to ?? Infinity) <= at + name.length) last += 1;
		let first = start;
		while (first <= last && roleWords.has(reading.words[first]?.folded ?? '')) first += 1;
		const words = reading.words.slice(first, last + 1);
		const isRole = words.some(
			({ folded, isNumber }) => isNumber || speakerLabels.has(folded) || commonWords.has(folded) || folded.length < 2
		);
		if (isRole || words.length > mostWords || !words[0]?.isCapital) return [];
		return [{ first, last, rule: 'speaker-label', sureness: 'likely' }];
	});
};
