import type { Identifier, IdentifierKind } from '../domain/source/identifier.ts';
import { positionMap, type Utf16Offset } from '../domain/text/position.ts';
import type { Range } from '../domain/text/range.ts';
import { findAccounts } from './find/account.ts';
import { findAddresses } from './find/address.ts';
import { findAges } from './find/age.ts';
import { findBsn } from './find/bsn.ts';
import { findDates } from './find/date.ts';
import { findEmails } from './find/email.ts';
import { findFunctions } from './find/function.ts';
import { findIbans } from './find/iban.ts';
import { findIndirect } from './find/indirect.ts';
import { findNames } from './find/name.ts';
import { findOrganisations, organisationName } from './find/organisation.ts';
import { findPhones } from './find/phone.ts';
import { findPlates } from './find/plate.ts';
import { findPostcodes } from './find/postcode.ts';
import { findWebsites } from './find/website.ts';
import { foldWord, withoutGenitive } from './fold-word.ts';
import { phrasesOf } from './phrases.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { readText, type Hit, type Reading } from './reading.ts';
import { toIdentifiers } from './to-identifiers.ts';

export type FindOptions = {
	/** where the turns are; a sentence begins at each */
	readonly turns?: readonly Range[];
	/** words that identify nobody here, such as names of the wijken */
	readonly allowed?: readonly string[];
	readonly organisations?: readonly string[];
	readonly functions?: readonly string[];
	/** names that are known: of professionals, or found before in this interview */
	readonly names?: readonly string[];
};

/** What wins where two kinds claim the same words: the kind with the strictest check first. */
const precedence: readonly IdentifierKind[] = [
	'email',
	'website',
	'iban',
	'phone',
	'bsn',
	'plate',
	'postcode',
	'account',
	'date',
	'address',
	'organisation',
	'age',
	'name',
	'function',
	'indirect'
];

/** Proposes the words of a transcript by which a person can be recognised, in reading order; no two overlap. */
export const findIdentifiers = (text: string, options: FindOptions = {}): readonly Identifier[] => {
	const reading = readText(text, turnStarts(text, options.turns ?? []));
	const allowed = new Set((options.allowed ?? []).map(foldPhrase));
	const hits = [
		...findEmails(reading),
		...findWebsites(reading),
		...findIbans(reading),
		...findPhones(reading),
		...findBsn(reading),
		...findPlates(reading),
		...findPostcodes(reading),
		...findAccounts(reading),
		...findDates(reading),
		...findAddresses(reading),
		...findOrganisations(reading, phrasesOf(options.organisations ?? [])),
		...findAges(reading),
		...findNames(reading, options.names ?? [], ({ first, last }) => isAllowedName(reading, first, last, allowed)),
		...findFunctions(reading, phrasesOf(options.functions ?? [])),
		...findIndirect(reading)
	].filter((hit) => !isAllowed(text, hit, allowed));
	return toIdentifiers(text, withoutOverlap(text, hits));
};

const turnStarts = (text: string, turns: readonly Range[]): ReadonlySet<Utf16Offset> => {
	const map = positionMap(text);
	return new Set(turns.filter(({ start }) => start <= map.length).map(({ start }) => map.toUtf16(start)));
};

const foldPhrase = (phrase: string): string => withoutGenitive(foldWord(phrase.trim().replace(/\s+/g, ' ')));

const isAllowed = (text: string, { from, to, kind, rule }: Hit, allowed: ReadonlySet<string>): boolean => {
	if (allowed.size === 0 || kind === 'bsn') return false;
	const words = foldPhrase(text.slice(from, to));
	if (allowed.has(words)) return true;
	return kind === 'organisation' && rule !== 'organisation-listed' && allowed.has(foldPhrase(organisationName(words)));
};

const isAllowedName = (
	{ text, words }: Reading,
	first: number,
	last: number,
	allowed: ReadonlySet<string>
): boolean => {
	const [start, end] = [words[first], words[last]];
	return (
		start !== undefined &&
		end !== undefined &&
		allowed.size > 0 &&
		allowed.has(foldPhrase(text.slice(start.from, end.to)))
	);
};

/** What the project says itself goes before what a rule supposes. */
const rankOf = ({ kind, rule }: Hit): number =>
	precedence.indexOf(rule === 'function-listed' || rule === 'listed-name' ? 'address' : kind);

/** The hits that stay when each place may be claimed once; a function keeps what other hits leave of it. */
const withoutOverlap = (text: string, hits: readonly Hit[]): readonly Hit[] => {
	const claimed = new Uint8Array(text.length);
	for (const { from, to } of findPlaceholders(text)) claimed.fill(1, from, to);
	const sorted = [...hits].sort((a, b) => rankOf(a) - rankOf(b) || a.from - b.from || b.to - a.to);
	return sorted.flatMap((hit): readonly Hit[] => {
		const free = hit.kind === 'function' ? untilClaimed(text, hit, claimed) : hit;
		if (free.to <= free.from || claimed.subarray(free.from, free.to).includes(1)) return [];
		claimed.fill(1, free.from, free.to);
		return [free];
	});
};

const looseEnd = /[\s,]*(?:\s(?:van|bij|in|op|aan|de|het|een|basisschool|school))*\s*$/u;

/** "directeur" of "directeur van basisschool De Vlieger", where the school is a hit itself. */
const untilClaimed = (text: string, hit: Hit, claimed: Uint8Array): Hit => {
	const first = claimed.subarray(hit.from, hit.to).indexOf(1);
	if (first === -1) return hit;
	const left = text.slice(hit.from, hit.from + first);
	return { ...hit, to: hit.from + left.replace(looseEnd, '').length };
};
