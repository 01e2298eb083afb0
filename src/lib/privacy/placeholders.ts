import { fail, ok, type Result } from '../domain/problem.ts';
import type { IdentifierKind } from '../domain/source/identifier.ts';
import { foldedWords } from './folded-words.ts';

/** What stands between the brackets; the words are those of the transcript's language, which is Dutch. */
const stems: Readonly<Record<IdentifierKind, string>> = {
	name: 'NAAM',
	address: 'ADRES',
	postcode: 'POSTCODE',
	phone: 'TELEFOON',
	email: 'E-MAIL',
	website: 'WEBSITE',
	account: 'ACCOUNT',
	bsn: 'BSN',
	iban: 'REKENING',
	plate: 'KENTEKEN',
	date: 'DATUM',
	age: 'LEEFTIJD',
	organisation: 'ORGANISATIE',
	function: 'FUNCTIE',
	indirect: 'WEGGELATEN'
};

/** Kinds of which a reader must be able to tell one from another. */
const numbered: ReadonlySet<IdentifierKind> = new Set(['name', 'address', 'organisation']);

export const bsnPlaceholder = '[BSN]';

/** Whether a text in brackets is one that `nextPlaceholder` makes, such as "[NAAM_12]" or "[30-39 jaar]". */
export const isStandardPlaceholder = (text: string): boolean =>
	standard.test(text) || /^\[(\d{1,2}-\d{1,2} jaar|90 jaar of ouder)\]$/.test(text);

const standard = new RegExp(`^\\[(${Object.values(stems).join('|')})(_\\d{1,6})?\\]$`);

const longest = 60; // characters: a role or a group of functions, no sentence

/**
 * The placeholder for the next person or thing of a kind. `taken` are those in use, in the interview or in the project;
 * `words` are the words it stands for, which decide about a class of ages.
 */
export const nextPlaceholder = (kind: IdentifierKind, taken: Iterable<string>, words: string): string => {
	if (kind === 'age') return ageClass(words) ?? `[${stems.age}]`;
	const stem = stems[kind];
	if (!numbered.has(kind)) return `[${stem}]`;
	const pattern = new RegExp(`^\\[${stem}_(\\d{1,6})\\]$`);
	let highest = 0;
	for (const placeholder of taken) highest = Math.max(highest, Number(pattern.exec(placeholder)?.[1] ?? 0));
	return `[${stem}_${highest + 1}]`;
};

/** An age as the ten years it lies in: "53 jaar" becomes "[50-59 jaar]"; null when no age of a person stands there. */
export const ageClass = (words: string): string | null => {
	const age = Number(/\d{1,3}/.exec(words)?.[0] ?? NaN);
	if (!Number.isInteger(age) || age > 120) return null;
	if (age >= 90) return '[90 jaar of ouder]';
	const from = Math.floor(age / 10) * 10;
	return `[${from}-${from + 9} jaar]`;
};

const shortestShown = 3; // letters; "de" in a placeholder shows nobody

/** Kinds of words that name someone or something; of a function, a date or an age a part may stay on purpose. */
const naming: ReadonlySet<IdentifierKind> = new Set([
	...(['name', 'address', 'organisation', 'email', 'website', 'account', 'phone', 'iban', 'plate', 'bsn'] as const)
]);

/**
 * A placeholder that a person wrote: one line in square brackets, which does not hold a word of a name it stands for.
 * Problems: `placeholder-invalid`, `placeholder-shows-name`.
 */
export const checkPlaceholder = (
	placeholder: string,
	kind: IdentifierKind,
	originals: readonly string[]
): Result<string> => {
	const plain = placeholder.normalize('NFC').trim();
	if (!/^\[[^[\]\n\r\t]+\]$/u.test(plain) || [...plain].length > longest || foldedWords(plain) === '')
		return fail('placeholder-invalid', { longest }, 'placeholder');
	if (!naming.has(kind)) return ok(plain);
	const shown = new Set(foldedWords(plain).split(' '));
	const isShown = originals
		.flatMap((words) => foldedWords(words).split(' '))
		.some((part) => [...part].length >= shortestShown && shown.has(part) && !plainWords.has(part));
	return isShown ? fail('placeholder-shows-name', undefined, 'placeholder') : ok(plain);
};

/** Words that stand before or in many names and point to nobody. */
const plainWords: ReadonlySet<string> = new Set([
	...[
		'van',
		'de',
		'der',
		'den',
		'het',
		'ten',
		'mevrouw',
		'mevr',
		'meneer',
		'dhr',
		'heer',
		'dokter',
		'dominee',
		'collega'
	],
	...['dochter', 'zoon', 'zus', 'broer', 'moeder', 'vader', 'man', 'vrouw', 'oma', 'opa', 'buurvrouw', 'buurman'],
	...['school', 'basisschool', 'huisartsenpraktijk', 'praktijk', 'stichting', 'vereniging', 'kerk', 'moskee'],
	...['buurthuis', 'wijkcentrum', 'voorschool', 'flat', 'straat', 'laan', 'plein']
]);

/** The words of a name as they are allowed everywhere: as said, and without what stands before it, as in "meneer". */
export const allowedForms = (words: string): readonly string[] => {
	const parts = words.split(' ');
	const first = parts.findIndex((part) => !plainWords.has(foldedWords(part)));
	return first > 0 ? [words, parts.slice(first).join(' ')] : [words];
};
