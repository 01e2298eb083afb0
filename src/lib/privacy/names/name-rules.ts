import { initialsAndName, namingAndName, roleAndName, titleAndName } from './announced-names.ts';
import { capitalAndVerb, capitalInSentence } from './capital-names.ts';
import type { NameRule } from './found-name.ts';
import { firstName, infixAndName, surname } from './listed-names.ts';

/** The rules for names in the order in which they are asked: the first that sees a name at a place has it. */
export const nameRules: readonly NameRule[] = [
	titleAndName,
	roleAndName,
	namingAndName,
	initialsAndName,
	firstName,
	infixAndName,
	surname,
	capitalInSentence,
	capitalAndVerb
];
