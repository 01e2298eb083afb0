import type { Hit, Reading } from '../reading.ts';

/** The forms in which Dutch licence plates were given out (sidecodes 1 to 14): X is a letter, 9 a figure. */
const sidecodes = [
	'XX-99-99',
	'99-99-XX',
	'99-XX-99',
	'XX-99-XX',
	'XX-XX-99',
	'99-XX-XX',
	'99-XXX-9',
	'9-XXX-99',
	'XX-999-X',
	'X-999-XX',
	'XXX-99-X',
	'X-99-XXX',
	'9-XX-999',
	'999-XX-9'
];
const patternOf = (dash: string) => {
	const forms = sidecodes.map((code) => code.replaceAll('9', '\\d').replaceAll('-', dash).replaceAll('X', '[A-Z]'));
	return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}]|-\\p{N})`, 'giu');
};
const withDashes = patternOf('-');
const withoutDashes = patternOf('[ \u00A0]?');
const saysPlate = /kenteken|nummerbord|nummerplaat/iu;
/** How far before a plate without dashes the word stands that says it is one. */
const reach = 50;

/** Dutch licence plates; without dashes only near a word that says so. */
export const findPlates = ({ text }: Reading): readonly Hit[] => [
	...[...text.matchAll(withDashes)].map(({ 0: found, index }): Hit => ({
		from: index,
		to: index + found.length,
		kind: 'plate',
		rule: 'plate',
		sureness: 'likely'
	})),
	...[...(saysPlate.test(text) ? text.matchAll(withoutDashes) : [])]
		.filter(({ index }) => saysPlate.test(text.slice(Math.max(0, index - reach), index)))
		.map(({ 0: found, index }): Hit => ({
			from: index,
			to: index + found.length,
			kind: 'plate',
			rule: 'plate-without-dashes',
			sureness: 'maybe'
		}))
];
