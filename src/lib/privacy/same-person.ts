import { foldWord, withoutGenitive } from './fold-word.ts';
import { firstNames } from './lists/first-names.ts';
import { infixes, manTitles, otherTitles, womanTitles } from './lists/name-words.ts';
import { stemsOf } from './names/stems.ts';

/** A name as it is compared with others. */
export type Person = {
	/** without case, accents, genitive and title; "meneer" or "mevrouw" stays where only a family name follows */
	readonly form: string;
	/** the words of the name itself, with "Jan-Willem" as two */
	readonly words: readonly string[];
	readonly gender: 'man' | 'woman' | null;
};

/** Reads a name out of its words in the text. */
export const personOf = (written: string): Person => {
	const all = withoutGenitive(foldWord(written).replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim()).split(' ');
	let at = 0;
	let gender: Person['gender'] = null;
	while (at < all.length - 1) {
		const word = all[at] ?? '';
		const isTitle = manTitles.has(word) || womanTitles.has(word) || otherTitles.has(word);
		if (!isTitle && !(word === 'de' && all[at + 1] === 'heer') && word !== 'en') break;
		if (manTitles.has(word)) gender = gender === 'woman' ? null : 'man';
		if (womanTitles.has(word)) gender = gender === 'man' ? null : 'woman';
		at += 1;
	}
	const words = all
		.slice(at)
		.flatMap((word) => (word.startsWith("'") ? [word] : word.split('-').filter((part) => part !== '')));
	const name = words.join(' ');
	const isFamilyName = gender !== null && !firstNames.has(words[0] ?? '');
	return { form: isFamilyName ? `${gender === 'man' ? 'meneer' : 'mevrouw'} ${name}` : name, words, gender };
};

/**
 * For each form of a name the form of the whole name that it stands for: "riet" for "riet doddekamp" when only one Riet is
 * known. A name that could be of two persons stays by itself, for a person to decide.
 */
export const personsOf = (persons: readonly Person[]): ReadonlyMap<string, string> => {
	const unique = [...new Map(persons.map((person) => [person.form, person])).values()];
	const longestFirst = unique.toSorted((a, b) => b.words.length - a.words.length || a.form.length - b.form.length);
	const wholes = new Map<string, Set<Person>>();
	const answer = new Map<string, string>();
	for (const person of longestFirst) {
		const same = candidates(person, wholes);
		const [only] = same;
		const whole = same.length === 1 && only ? only : person;
		answer.set(person.form, whole === person ? person.form : (answer.get(whole.form) ?? whole.form));
		if (whole !== person && !(person.gender && !whole.gender)) continue;
		for (const part of partsOf(whole === person ? person : whole))
			wholes.set(part, (wholes.get(part) ?? new Set()).add(whole));
	}
	return answer;
};

/** The ways in which a part of a name can be said for the whole of it. */
const partsOf = ({ words }: Person): readonly string[] => {
	const parts = new Set([words.join(' ')]);
	const familyName = words.findIndex((word, index) => index > 0 && infixes.has(word));
	const first = words[0] ?? '';
	const startsWithInfix = infixes.has(first) && words.length > 1;
	if (!startsWithInfix) parts.add(first);
	const second = words[1];
	if (second !== undefined && firstNames.has(first) && firstNames.has(second)) parts.add(`${first} ${second}`);
	for (let at = 1; at < words.length; at += 1) {
		const rest = words.slice(at);
		if (rest.some((word) => !infixes.has(word)) && (familyName === -1 || at >= familyName)) parts.add(rest.join(' '));
	}
	return [...parts];
};

const candidates = (person: Person, wholes: ReadonlyMap<string, ReadonlySet<Person>>): readonly Person[] => {
	const name = person.words.join(' ');
	for (const form of [name, ...stemsOf(name)]) {
		const found = [...(wholes.get(form) ?? [])].filter((whole) => isSameGender(person, whole));
		if (found.length > 0) return found;
	}
	return [];
};

const isSameGender = (a: Person, b: Person): boolean => a.gender === null || b.gender === null || a.gender === b.gender;
