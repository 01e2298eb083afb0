import { surenesses, type Identifier, type IdentifierGroup, type IdentifierKind } from '../domain/source/identifier.ts';
import { positionMap } from '../domain/text/position.ts';
import { organisationName } from './find/organisation.ts';
import { nationalNumber } from './find/phone.ts';
import { foldWord, withoutGenitive } from './fold-word.ts';
import { personOf, personsOf } from './same-person.ts';

/**
 * Puts together what seems to be the same person or thing, however it is written: "Fatima", "Fatima's" and "Fatima el Amrani";
 * "06-12345678" and "+31 6 12345678". Groups come in the order of their first hit.
 */
export const groupIdentifiers = (text: string, identifiers: readonly Identifier[]): readonly IdentifierGroup[] => {
	const map = positionMap(text);
	const inOrder = [...identifiers].sort((a, b) => a.start - b.start || a.end - b.end);
	const wordsOf = ({ start, end }: Identifier) => map.slice(start, end);
	const persons = personsOf(inOrder.filter(({ kind }) => kind === 'name').map((hit) => personOf(wordsOf(hit))));
	const groups = new Map<string, Identifier[]>();
	for (const hit of inOrder) {
		const key = keyOf(hit.kind, wordsOf(hit), persons);
		const hits = groups.get(key);
		if (hits) hits.push(hit);
		else groups.set(key, [hit]);
	}
	return [...groups].flatMap(([key, hits]): readonly IdentifierGroup[] => {
		const [first] = hits;
		return first ? [{ key, kind: first.kind, sureness: surestOf(hits), hits }] : [];
	});
};

const surestOf = (hits: readonly Identifier[]) =>
	surenesses.find((sureness) => hits.some((hit) => hit.sureness === sureness)) ?? 'maybe';

const keyOf = (kind: IdentifierKind, words: string, persons: ReadonlyMap<string, string>): string => {
	if (kind !== 'name') return `${kind}:${sameForm(kind, words)}`;
	const { form } = personOf(words);
	return `name:${persons.get(form) ?? form}`;
};

/** The one form of all ways to write the same thing. */
const sameForm = (kind: Exclude<IdentifierKind, 'name'>, words: string): string => {
	const folded = withoutGenitive(foldWord(words).replace(/\s+/g, ' ').trim());
	switch (kind) {
		case 'phone':
			return /\d/.test(words) ? nationalNumber(words) : folded;
		case 'bsn':
			return /\d/.test(words) ? folded.replace(/\D/g, '').padStart(9, '0') : folded;
		case 'iban':
		case 'plate':
		case 'postcode':
			return folded.replace(/[^a-z\d]/g, '');
		case 'address':
			return folded.replace(/,? (?:nummer|nr|huisnummer)\.? /, ' ').replace(/(\d)[ -](?=[a-z]$)/, '$1');
		case 'organisation':
			return organisationName(folded);
		case 'website':
			return folded
				.replace(/^https?:\/\//, '')
				.replace(/^www\./, '')
				.replace(/\/$/, '');
		case 'account':
			return folded.replace(/^@/, '');
		case 'date':
			return folded.replace(/(\d)(?:e|ste|de)(?= )/, '$1');
		case 'age':
			return folded.replace(/ jaar(?: oud)?$|-?jarige[nr]?$/, '');
		case 'email':
		case 'function':
		case 'indirect':
			return folded;
		default:
			return kind satisfies never;
	}
};
