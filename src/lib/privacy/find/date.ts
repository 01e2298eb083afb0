import { dayOfWord, numberOfWord, yearOfWord } from '../number-words.ts';
import type { Hit, Reading, Word } from '../reading.ts';

const months: Readonly<Record<string, number>> = {
	januari: 1,
	jan: 1,
	februari: 2,
	feb: 2,
	maart: 3,
	mrt: 3,
	april: 4,
	apr: 4,
	mei: 5,
	juni: 6,
	jun: 6,
	juli: 7,
	jul: 7,
	augustus: 8,
	aug: 8,
	september: 9,
	sept: 9,
	sep: 9,
	oktober: 10,
	okt: 10,
	november: 11,
	nov: 11,
	december: 12,
	dec: 12
};
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (day: number, month: number) => day >= 1 && day <= (daysIn[month - 1] ?? 0);
const isYear = (year: number) => (year >= 1900 && year <= 2099) || (year >= 0 && year < 100);

const dayFirst = /(?<![\p{L}\d./-])(\d{1,2})([-/.])[ ]?(\d{1,2})\2[ ]?((?:19|20)\d{2}|\d{2})(?![\p{L}\d]|[./-]\d)/gu;
const yearFirst = /(?<![\p{L}\d./-])((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})(?![\p{L}\d]|[./-]\d)/gu;

/** Dates in figures and in words, a month with a year, and a year in which somebody was born. */
export const findDates = (reading: Reading): readonly Hit[] => [
	...inFigures(reading.text),
	...inWords(reading),
	...yearsOfBirth(reading)
];

const inFigures = (text: string): readonly Hit[] => {
	const hit = (found: string, index: number): Hit => ({
		from: index,
		to: index + found.length,
		kind: 'date',
		rule: 'date-in-figures',
		sureness: 'likely'
	});
	return [
		...[...text.matchAll(dayFirst)]
			.filter(([, day, , month, year]) => isDay(Number(day), Number(month)) && isYear(Number(year)))
			.map(({ 0: found, index }) => hit(found, index)),
		...[...text.matchAll(yearFirst)]
			.filter(([, , month, day]) => isDay(Number(day), Number(month)))
			.map(({ 0: found, index }) => hit(found, index))
	];
};

const inWords = ({ text, words }: Reading): readonly Hit[] => {
	const hits: Hit[] = [];
	words.forEach((word, index) => {
		const month = months[word.folded];
		if (month === undefined) return;
		const before = dayBefore(text, words, index);
		const day = before && isDay(before.day, month) ? before.word : null;
		const year = yearAfter(text, words, index);
		if (!day && !year) return;
		hits.push({
			from: (day ?? word).from,
			to: year?.to ?? word.to,
			kind: 'date',
			rule: day ? 'date-in-words' : 'month-and-year',
			sureness: day ? 'likely' : 'maybe'
		});
	});
	return hits;
};

/** The word with the day before a month: "12", "12e", "twaalf", "twaalfde". */
const dayBefore = (
	text: string,
	words: readonly Word[],
	index: number
): { readonly word: Word; readonly day: number } | null => {
	const [month, before] = [words[index], words[index - 1]];
	if (!month || !before || !/^\.?[ \u00A0\n]$/.test(text.slice(before.to, month.from))) return null;
	const ofOrdinal = /^(?:e|ste|de)$/.test(before.folded) ? words[index - 2] : undefined;
	const word = ofOrdinal?.isNumber && ofOrdinal.to === before.from ? ofOrdinal : before;
	const day = !word.isNumber ? dayOfWord(word.folded) : word.to - word.from < 3 ? Number(word.text) : null;
	return day === null ? null : { word, day };
};

/** The year after a month: "1941", "'59", "negentienachtenvijftig", "tweeduizend vier". */
const yearAfter = (text: string, words: readonly Word[], index: number): { readonly to: number } | null => {
	const [month, next, later] = [words[index], words[index + 1], words[index + 2]];
	if (!month || !next) return null;
	const gap = text.slice(month.to, next.from);
	if (next.isNumber) {
		const value = Number(next.text);
		const isWhole = next.to - next.from === 4 && value >= 1900 && value <= 2099 && /^\.?,?[ \u00A0\n]$/.test(gap);
		return isWhole || (next.to - next.from === 2 && /^[ \u00A0]['’‘]$/.test(gap)) ? { to: next.to } : null;
	}
	if (!/^,?[ \u00A0\n]$/.test(gap)) return null;
	const isNext = (word: Word | undefined, before: Word) => word !== undefined && word.from - before.to === 1;
	if (next.folded === 'tweeduizend' && later && isNext(later, next) && numberOfWord(later.folded) !== null)
		return { to: later.to };
	if (next.folded === 'negentien' && later && isNext(later, next)) {
		const rest = numberOfWord(later.folded);
		return rest !== null && rest > 9 ? { to: later.to } : null;
	}
	return yearOfWord(next.folded) === null ? null : { to: next.to };
};

/** How many words may stand between "geboren" and the year. */
const reach = 6;

const yearsOfBirth = ({ words }: Reading): readonly Hit[] =>
	words.flatMap(({ folded }, index): readonly Hit[] => {
		if (!/^(?:geboren|geboortejaar|geboortedatum|bouwjaar)$/.test(folded)) return [];
		const near = [...words.slice(index + 1, index + 1 + reach), ...words.slice(Math.max(0, index - reach), index)];
		const year = near.find((word) =>
			word.isNumber ? /^(?:19|20)\d\d$/.test(word.text) : word.folded.length > 9 && yearOfWord(word.folded) !== null
		);
		return year ? [{ from: year.from, to: year.to, kind: 'date', rule: 'year-of-birth', sureness: 'likely' }] : [];
	});
