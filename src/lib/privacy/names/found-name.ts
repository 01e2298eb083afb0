import type { Sureness } from '../../domain/source/identifier.ts';
import type { IdentifierRule } from '../../domain/source/identifier-rule.ts';
import type { Reading } from '../reading.ts';

/** A name that a rule sees in a text, from its first to its last word. */
export type FoundName = {
	readonly first: number;
	readonly last: number;
	readonly rule: IdentifierRule;
	readonly sureness: Sureness;
};

/** A rule for names looks at one place of a text. */
export type NameRule = (reading: Reading, index: number) => FoundName | null;
