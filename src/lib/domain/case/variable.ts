import { fail, failAll, ok, type Problem, type Result } from '../problem.ts';
import type { Group } from '../source/source.ts';
import { exactIn, exactInClass } from './exact.ts';

/** The properties every project can keep about a person; a project adds its own and chooses the classes. */
const standardKeys = ['ageBand', 'residenceBand', 'functionGroup', 'language', 'interpreter', 'form', 'minor'] as const;
export type StandardKey = (typeof standardKeys)[number];

/** A property of a person, in classes only (REFI-QDA: Variable). What is about the talk is kept with the person too. */
export type Variable = {
	/** one of `standardKeys`, or an id of this project */
	readonly key: string;
	/** null = the name the program gives a standard one, in the reader's language */
	readonly name: string | null;
	/** in order; a value is always one of these */
	readonly classes: readonly string[];
	/** asked of this group only; null = of everybody */
	readonly group: Group | null;
};

/** The class of each variable a person has one for, by key. */
export type CaseValues = Readonly<Record<string, string>>;

/** Classes that rules lean on (interpreter, under 16), so that no project renames them; the screen says yes and no. */
export const yesOrNo = ['yes', 'no'] as const;

/** The properties of a project that changed nothing, in the order of the form. */
export const standardVariables: readonly Variable[] = [
	{ key: 'ageBand', name: null, classes: ['16-17', '18-29', '30-44', '45-64', '65-79', '80+'], group: 'resident' },
	{ key: 'residenceBand', name: null, classes: ['0-4', '5-10', '11-19', '20+'], group: 'resident' },
	{
		key: 'functionGroup',
		name: null,
		classes: ['welzijn', 'zorg', 'onderwijs', 'wonen', 'gemeente', 'politie en handhaving', 'werk en inkomen'],
		group: 'professional'
	},
	{ key: 'language', name: null, classes: ['nl', 'en', 'ar', 'tr', 'pl', 'uk', 'fr', 'es'], group: null },
	{ key: 'interpreter', name: null, classes: yesOrNo, group: null },
	{
		key: 'form',
		name: null,
		classes: ['thuis', 'buurthuis', 'buurtkamer', 'kantoor', 'school', 'telefoon', 'online', 'wandelgesprek'],
		group: null
	},
	{ key: 'minor', name: null, classes: yesOrNo, group: 'resident' }
];

/** Whether the classes of a variable belong to the program. */
export const hasFixedClasses = (key: string): boolean => key === 'interpreter' || key === 'minor';

export const isStandardKey = (key: string): key is StandardKey => standardKeys.some((standard) => standard === key);

/** The variables of a project: the standard ones, as changed by the project, then its own in their order. */
export const variablesOf = (stored: readonly Variable[]): readonly Variable[] => [
	...standardVariables.map((standard) => stored.find(({ key }) => key === standard.key) ?? standard),
	...stored.filter(({ key }) => !isStandardKey(key))
];

const mostClasses = 40; // more is no class any more but a list of people

/** Whether a variable holds classes and nothing exact. */
export const checkVariable = (variable: Variable): Result<null> => {
	const problems: Problem[] = [];
	if (variable.name === null && !isStandardKey(variable.key)) problems.push({ code: 'variable-unnamed', at: 'name' });
	if (variable.name !== null && exactIn(variable.name) !== null)
		problems.push({ code: 'value-too-exact', params: { kind: exactIn(variable.name) ?? '' }, at: 'name' });
	const plain = variable.classes.map((name) => name.normalize('NFC').toLowerCase());
	if (variable.classes.length === 0) problems.push({ code: 'variable-without-classes', at: 'classes' });
	if (variable.classes.length > mostClasses)
		problems.push({ code: 'variable-too-many-classes', params: { maximum: mostClasses }, at: 'classes' });
	if (new Set(plain).size < plain.length) problems.push({ code: 'variable-class-twice', at: 'classes' });
	if (hasFixedClasses(variable.key) && plain.join() !== yesOrNo.join())
		problems.push({ code: 'variable-classes-fixed', at: 'classes' });
	else
		for (const name of variable.classes) {
			const kind = exactInClass(name);
			if (kind !== null) problems.push({ code: 'value-too-exact', params: { kind }, at: 'classes' });
		}
	return problems.length > 0 ? failAll(problems) : ok(null);
};

/** The class that a value as it was written stands for, whatever its capitals. */
export const classOf = (variable: Variable, written: string): string | null => {
	const plain = written.normalize('NFC').trim().toLowerCase();
	return variable.classes.find((name) => name.normalize('NFC').toLowerCase() === plain) ?? null;
};

/** Values as they came in, each turned into the class it stands for; an empty one means: not known. */
export const readValues = (
	variables: readonly Variable[],
	written: Readonly<Record<string, string | null | undefined>>
): Result<Readonly<Record<string, string | null>>> => {
	const problems: Problem[] = [];
	const read: Record<string, string | null> = {};
	for (const [key, value] of Object.entries(written)) {
		if (value === undefined) continue;
		const variable = variables.find((one) => one.key === key);
		if (!variable) {
			problems.push({ code: 'variable-unknown', at: key });
			continue;
		}
		if (value === null || value.trim() === '') {
			read[key] = null;
			continue;
		}
		const found = classOf(variable, value);
		if (found !== null) read[key] = found;
		else problems.push(...notAClass(variable, value));
	}
	return problems.length > 0 ? failAll(problems) : ok(read);
};

/** The value itself stays out of the problem: it may be the very thing that must not be kept. */
const notAClass = (variable: Variable, value: string): readonly Problem[] => {
	const exact = exactInClass(value);
	const params = { classes: variable.classes.join(', ') };
	const refused = exact
		? fail('value-too-exact', { kind: exact, ...params }, variable.key)
		: fail('class-unknown', params, variable.key);
	return refused.ok ? [] : refused.problems;
};
