import { numberOfWord } from '../number-words.ts';
import type { Hit, Reading, Word } from '../reading.ts';

const oldest = 115;
/** Words after "tien jaar" that make it a stretch of time. */
const notAfter = new Set(
	'geleden lang later terug eerder achtereen achter daarna daarvoor erna ervoor gewoond getrouwd gewerkt huur garantie wachten wachttijd wonen ervaring dienst dichtbij samen gezeten geweest gedaan bij bezig huwelijk school gewacht gestaan gehuurd gevangenis cel celstraf over vooruit tussen'.split(
		' '
	)
);
/** Words before it that make it a stretch of time. */
const notBefore = new Set(
	"al over na binnen sinds voor ruim elke iedere om de laatste afgelopen komende eerste paar zo'n zon nog per duurde duurt woon woonde wonen woont werk werkte ongeveer dik meer minder dan langer korter hele in tot gedurende toen hier er daar hooguit minstens nu".split(
		' '
	)
);
/** Words before it that tell of somebody. */
const tellsOfPerson = new Set(
	'ben bent is was word wordt werd worden geworden van leeftijd oud jarige jongen meisje man vrouw dochter zoon zoontje dochtertje kind kleinkind moeder vader bijna net pas'.split(
		' '
	)
);
const decades = new Set('twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' '));
const decadeBefore = new Set('in boven ver voor achter begin midden eind rond tegen over onder'.split(' '));
/** Words that can follow when a number alone is an age: "Riet is drieëntachtig nu". */
const mayFollow = new Set(
	'nu en geworden maar dus inmiddels als toen al hoor dan of ja he ondertussen daar want bijna geweest net pas ook deze'.split(
		' '
	)
);
const isVerb = new Set('ben bent is was word wordt werd'.split(' '));
const adverbs = new Set('nu al net pas bijna ook inmiddels dan zelf toen toch ongeveer eigenlijk'.split(' '));
const subjects = new Set(
	"ik jij je u hij zij ze die man vrouw moeder vader oma opa zoon dochter broer zus 'k".split(' ')
);

/** Ages of people: "58 jaar", "een 17-jarige", "ze is drieëntachtig", "in de zestig"; not stretches of time such as "tien jaar geleden". */
export const findAges = (reading: Reading): readonly Hit[] =>
	reading.words.flatMap((word, index) => {
		const value = word.isNumber ? (word.to - word.from < 4 ? Number(word.text) : null) : numberOfWord(word.folded);
		if (value === null) return withSuffix(reading, word);
		if (value > oldest) return [];
		return years(reading, index) ?? alone(reading, index, value) ?? decade(reading, index) ?? [];
	});

/** How far before an answer the question stands: "Hoe lang woont u hier?" asks for no age. */
const lookBack = 14;

const gapAfter = ({ text, words }: Reading, index: number) => {
	const [word, next] = [words[index], words[index + 1]];
	return word && next ? text.slice(word.to, next.from) : '';
};
const ruleOf = (word: Word) => (word.isNumber ? 'age-in-figures' : 'age-in-words');

/** "58 jaar", "17-jarige", "4 jaar oud". */
const years = (reading: Reading, index: number): readonly Hit[] | null => {
	const { words } = reading;
	const [word, unit, after] = [words[index], words[index + 1], words[index + 2]];
	if (!word || !unit) return null;
	const gap = gapAfter(reading, index);
	const rule = ruleOf(word);
	if (/^jarige[nr]?$/.test(unit.folded) && /^[- ]$/.test(gap))
		return [{ from: word.from, to: unit.to, kind: 'age', rule, sureness: 'likely' }];
	if (unit.folded !== 'jaar' || !/^[ \u00A0\n]$/.test(gap)) return null;
	const isBeside = gapAfter(reading, index + 1) === ' ';
	if (after?.folded === 'oud' && isBeside)
		return [{ from: word.from, to: after.to, kind: 'age', rule, sureness: 'likely' }];
	if (after && isBeside && notAfter.has(after.folded)) return [];
	const before = words[index - 1];
	if (word.isStart) {
		const question = words
			.slice(Math.max(0, index - lookBack), index)
			.findLast(({ folded }) => /^(?:lang|wanneer|sinds|oud|leeftijd)$/.test(folded));
		if (question && !/^(?:oud|leeftijd)$/.test(question.folded)) return [];
	}
	const isOfPerson = before !== undefined && tellsOfPerson.has(before.folded) && !word.isStart;
	if (!isOfPerson && before && !word.isStart && notBefore.has(before.folded)) return [];
	if (!isOfPerson && after && isBeside && !mayFollow.has(after.folded)) return [];
	if (!isOfPerson && word.text.toLowerCase() === 'een') return []; // an article; "één" is a number
	return [{ from: word.from, to: unit.to, kind: 'age', rule, sureness: isOfPerson ? 'likely' : 'maybe' }];
};

/** A number without "jaar" that somebody is: "zij is 92", "Riet is drieëntachtig nu". */
const alone = (reading: Reading, index: number, value: number): readonly Hit[] | null => {
	const { text, words } = reading;
	const word = words[index];
	if (!word || value < 2) return null;
	let verb = index - 1;
	while (verb > index - 4 && adverbs.has(words[verb]?.folded ?? '')) verb -= 1;
	if (!isVerb.has(words[verb]?.folded ?? '')) return null;
	const [before, after] = [words[verb - 1], words[verb + 1]];
	const isSubject = (one: Word | undefined) =>
		one !== undefined && (subjects.has(one.folded) || (one.isCapital && !one.isNumber));
	if (!isSubject(before) && !(verb + 1 < index && isSubject(after))) return null;
	const next = words[index + 1];
	const gap = next ? text.slice(word.to, next.from) : '';
	if (next && /^[ \u00A0\n]$/.test(gap) && !mayFollow.has(next.folded)) return null;
	if (/^(?:%|°|[.,]\d)/.test(text.slice(word.to, word.to + 2))) return null;
	return [{ from: word.from, to: word.to, kind: 'age', rule: ruleOf(word), sureness: 'maybe' }];
};

/** "in de zestig", "boven de zeventig", "begin dertig". */
const decade = ({ text, words }: Reading, index: number): readonly Hit[] | null => {
	const word = words[index];
	if (!word || !decades.has(word.folded)) return null;
	const hasArticle = words[index - 1]?.folded === 'de';
	const opening = words[index - (hasArticle ? 2 : 1)];
	if (!opening || !decadeBefore.has(opening.folded)) return null;
	if (!hasArticle && !/^(?:begin|midden|eind|achter)$/.test(opening.folded)) return null;
	const next = words[index + 1];
	const isNoun = next && text.slice(word.to, next.from) === ' ' && !mayFollow.has(next.folded);
	return isNoun ? null : [{ from: opening.from, to: word.to, kind: 'age', rule: 'age-in-words', sureness: 'maybe' }];
};

/** "zeventienjarige" in one word. */
const withSuffix = (_: Reading, word: Word): readonly Hit[] => {
	const number = /^(.+?)-?jarige[nr]?$/.exec(word.folded)?.[1];
	return number !== undefined && numberOfWord(number) !== null
		? [{ from: word.from, to: word.to, kind: 'age', rule: 'age-in-words', sureness: 'likely' }]
		: [];
};
