import type { Range } from '../text/range.ts';

/** The kinds of words by which a person can be recognised. */
export const identifierKinds = [
	'name',
	'address',
	'postcode',
	'phone',
	'email',
	'website',
	'account',
	'bsn',
	'iban',
	'plate',
	'date',
	'age',
	'organisation',
	'function',
	'indirect'
] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

/** How sure a rule is that words identify someone: a check digit is right, the context says so, or only the form does. */
export const surenesses = ['certain', 'likely', 'maybe'] as const;

export type Sureness = (typeof surenesses)[number];

/** Words in a transcript that may point to a person, in code points, with the rule that found them. */
export type Identifier = Range & {
	readonly kind: IdentifierKind;
	/** the name of the rule, such as `title-and-name`; the screen says it in words */
	readonly rule: string;
	readonly sureness: Sureness;
};

/** All words in a transcript that seem to point to the same person or thing, in reading order. */
export type IdentifierGroup = {
	/** stable over scans of the same text: kind and folded words, such as `name:fatima` */
	readonly key: string;
	readonly kind: IdentifierKind;
	/** that of the surest of its hits */
	readonly sureness: Sureness;
	readonly hits: readonly Identifier[];
};
