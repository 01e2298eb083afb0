import {
	consentPurposes,
	isDay,
	type ConsentPurpose,
	type ConsentState,
	type ConsentWay
} from '../domain/case/consent.ts';
import { classOf, isStandardKey, type Variable } from '../domain/case/variable.ts';
import { exactIn, exactInClass } from '../domain/case/exact.ts';
import { longestCaseLabel } from '../domain/case/case.ts';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type { Group } from '../domain/source/source.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { cellProblem, findColumns, namesOf, resolveName, type Columns, type ColumnSpec } from './table-columns.ts';
import { readYesNo } from './yes-no.ts';

/** Somebody as a file tells of him or her; what the file does not say stays as it is. */
export type CaseDraft = {
	readonly row: number;
	readonly label: string;
	/** null = the file does not say */
	readonly group: Group | null;
	/** by key of the property */
	readonly values: Readonly<Record<string, string>>;
	readonly consents: readonly { readonly purpose: ConsentPurpose; readonly state: ConsentState }[];
	/** null = today */
	readonly decidedOn: string | null;
	/** null = the file does not say */
	readonly way: ConsentWay | null;
	/** version of the letter that was read; empty = the file does not say */
	readonly letter: string;
	/** null = the file has no column for interviews; titles */
	readonly sources: readonly string[] | null;
	readonly withdrawalRequestedOn: string | null;
};

export type CasesDraft = { readonly cases: readonly CaseDraft[]; readonly warnings: readonly Problem[] };

const groupWords = namesOf<Group>([
	...(['resident', 'bewoner', 'residents', 'bewoners'] as const).map((word) => [word, 'resident'] as const),
	...(['professional', 'wijkprofessional', 'professionals'] as const).map((word) => [word, 'professional'] as const)
]);

const wayWords: ReadonlyMap<string, ConsentWay> = new Map([
	...['paper', 'on paper', 'papier', 'op papier', 'schriftelijk'].map((word) => [word, 'paper'] as const),
	...['digital', 'digitally', 'digitaal', 'online'].map((word) => [word, 'digital'] as const),
	...['spoken', 'spoken on the recording', 'mondeling', 'gesproken', 'gesproken op de opname', 'op de opname'].map(
		(word) => [word, 'spoken'] as const
	)
]);

/** as the API takes it */
const longestLetter = 100;

const consentNames: Readonly<Record<ConsentPurpose, readonly string[]>> = {
	participation: ['consentParticipation', 'toestemming meedoen', 'meedoen', 'consent participation'],
	recording: ['consentRecording', 'toestemming opname', 'opnemen', 'consent recording'],
	quotes: ['consentQuote', 'consentQuotes', 'toestemming citaten', 'citaten', 'consent quotes'],
	archive: ['consentArchive', 'toestemming bewaren', 'bewaren', 'consent archive'],
	'special-data': ['consentSpecialData', 'toestemming bijzondere gegevens', 'bijzondere gegevens'],
	parental: ['consentParental', 'toestemming ouder', 'parental consent']
};
const standardNames: Readonly<Record<string, readonly string[]>> = {
	ageBand: ['leeftijdsgroep', 'age group', 'leeftijd'],
	residenceBand: ['woonduur', 'woonduur in jaren', 'years of residence'],
	functionGroup: ['functiegroep', 'function group', 'functie'],
	language: ['taal', 'taal van het gesprek', 'language of the talk'],
	interpreter: ['tolk', 'met tolk', 'with an interpreter'],
	form: ['vorm', 'vorm van het gesprek', 'form of the talk'],
	minor: ['minderjarig', 'jonger dan 16', 'jonger dan 16 jaar', 'under 16']
};
const own = [
	['label', 'code', 'deelnemer', 'respondent', 'participant', 'case'],
	['group', 'groep'],
	['sources', 'gesprekken', 'gesprek', 'interviews', 'interview', 'titel', 'title'],
	['consentDate', 'datum toestemming', 'date of consent', 'datum'],
	['consentWay', 'manier', 'manier van toestemming', 'wijze', 'wijze van toestemming', 'way', 'way of consent'],
	['consentLetter', 'brief', 'versie brief', 'versie van de brief', 'letter', 'version of the letter'],
	['withdrawalRequestedOn', 'wil intrekken op', 'verzoek tot intrekken']
] as const;

const specsFor = (variables: readonly Variable[]): readonly ColumnSpec<string>[] => [
	...own.map(([key, ...names]) => ({ key, names, required: key === 'label' })),
	...consentPurposes.map((purpose) => ({ key: `consent ${purpose}`, names: consentNames[purpose], required: false })),
	...variables.map(({ key, name }) => ({
		key: isStandardKey(key) ? key : `own ${key}`,
		names: [...(standardNames[key] ?? []), ...(name === null ? [] : [name])],
		required: false
	}))
];

/** A row of column names has more than one; a line about the file has not. */
export const isCasesHeader = (cells: readonly Cell[]): boolean => cells.length > 1;

/** Reads people with their properties and consent from a file: all of it or nothing, with every problem told. */
export const readCases = (table: Table, variables: readonly Variable[]): Result<CasesDraft> => {
	const found = findColumns(table, specsFor(variables));
	if (!found.ok) return found;
	const columns = found.value;
	const has = (key: string) => columns.cell({ row: 0, cells: table.columns }, key) !== '';
	const problems: Problem[] = [];
	const cases: CaseDraft[] = [];
	const first = new Map<string, number>();
	for (const row of table.rows) {
		const read = readRow(row, columns, has, variables);
		if (!read.ok) {
			problems.push(...read.problems);
			continue;
		}
		const key = read.value.label.toLowerCase();
		const before = first.get(key);
		if (before === undefined) first.set(key, row.row);
		else
			problems.push(cellProblem('case-double', row.row, columns.nameOf('label'), read.value.label, { first: before }));
		cases.push(read.value);
	}
	return problems.length > 0 ? failAll(problems) : ok({ cases, warnings: columns.warnings });
};

const readRow = (
	row: TableRow,
	columns: Columns<string>,
	has: (key: string) => boolean,
	variables: readonly Variable[]
): Result<CaseDraft> => {
	const problems: Problem[] = [];
	const cell = (key: string): Cell => columns.cell(row, key);
	const text = (key: string): string => String(cell(key)).trim().normalize('NFC');
	// What is refused may be the very thing that must not be kept: it stays out of the problem.
	const tell = (code: string, key: string, more: Readonly<Record<string, string | number>> = {}) =>
		problems.push(cellProblem(code, row.row, columns.nameOf(key), '', more));

	const label = text('label');
	const exact = exactIn(label);
	if (label === '') tell('cell-empty', 'label');
	else if (exact !== null) tell('case-cell-exact', 'label', { kind: exact });
	else if ([...label].length > longestCaseLabel) tell('case-label-long', 'label', { maximum: longestCaseLabel });

	const group =
		text('group') === ''
			? null
			: resolveName(groupWords, 'case-group-unknown', row.row, columns.nameOf('group'), cell('group'));
	if (group && !group.ok) problems.push(...group.problems);

	const values: Record<string, string> = {};
	for (const variable of variables) {
		const key = isStandardKey(variable.key) ? variable.key : `own ${variable.key}`;
		const written = text(key);
		if (!has(key) || written === '') continue;
		const value = classOf(variable, yesNoAsClass(variable, written));
		if (value !== null) values[variable.key] = value;
		else
			tell(exactInClass(written) === null ? 'case-cell-class' : 'case-cell-exact', key, {
				classes: variable.classes.join(', '),
				kind: exactInClass(written) ?? ''
			});
	}

	const consents = consentPurposes.flatMap((purpose) => {
		const key = `consent ${purpose}`;
		if (text(key) === '') return [];
		const answer = readYesNo(cell(key));
		if (answer === null) tell('case-cell-yes-no', key);
		return answer === null ? [] : [{ purpose, state: answer ? ('given' as const) : ('refused' as const) }];
	});
	const day = (key: string): string | null => {
		if (text(key) !== '' && !isDay(text(key))) tell('case-cell-day', key);
		return text(key) === '' ? null : text(key);
	};
	const decidedOn = day('consentDate');
	const withdrawalRequestedOn = day('withdrawalRequestedOn');
	const way = wayWords.get(text('consentWay').toLowerCase()) ?? null;
	if (way === null && text('consentWay') !== '') tell('case-cell-way', 'consentWay');
	const letter = text('consentLetter').replaceAll(/\s+/g, ' ');
	if ([...letter].length > longestLetter) tell('case-cell-long', 'consentLetter', { maximum: longestLetter });
	if (problems.length > 0) return failAll(problems);
	const sources = text('sources')
		.split(/[;\n]/)
		.map((title) => title.trim())
		.filter((title) => title !== '');
	return ok({
		row: row.row,
		label,
		group: group?.ok ? group.value : null,
		values,
		consents,
		decidedOn,
		...{ way, letter },
		sources: has('sources') ? sources : null,
		withdrawalRequestedOn
	});
};

/** "ja" and "nee" where the classes are yes and no. */
const yesNoAsClass = ({ classes }: Variable, written: string): string => {
	if (classes.join() !== 'yes,no') return written;
	const answer = readYesNo(written);
	return answer === null ? written : answer ? 'yes' : 'no';
};
