import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import { nearestName } from './nearest-name.ts';
import type { Cell, Table, TableRow } from './table.ts';

/** A column a file may have: its English name, other names it goes by, and whether the file cannot do without it. */
export type ColumnSpec<K extends string> = {
	readonly key: K;
	readonly names: readonly string[];
	readonly required: boolean;
};

/** Looks up cells of a table by the meaning of their column. */
export type Columns<K extends string> = {
	readonly cell: (row: TableRow, key: K) => Cell;
	/** whether the file has this column, be it empty */
	readonly has: (key: K) => boolean;
	/** the column's name as the file writes it */
	readonly nameOf: (key: K) => string;
	/** columns that were passed over */
	readonly warnings: readonly Problem[];
};

/** Finds the columns of a table by name, whatever their order, in English or Dutch, with or without capitals. */
export const findColumns = <K extends string>(table: Table, specs: readonly ColumnSpec<K>[]): Result<Columns<K>> => {
	const problems: Problem[] = [];
	const warnings: Problem[] = [];
	const found = new Map<K, number>();
	const unused: string[] = [];
	for (const [index, column] of table.columns.entries()) {
		const spec = specs.find(({ key, names }) => [key, ...names].some((name) => plainName(name) === plainName(column)));
		if (!spec) {
			if (column !== '' && !silentlyIgnored.has(plainName(column))) unused.push(column);
		} else if (found.has(spec.key)) problems.push({ code: 'column-double', params: { column }, at: column });
		else found.set(spec.key, index);
	}
	for (const { key, names, required } of specs) {
		if (!required || found.has(key)) continue;
		const near = nearestName(names[0] ?? key, unused) ?? nearestName(key, unused) ?? '';
		const params = { column: names[0] ?? key, key, suggestion: near, suggestions: near === '' ? 0 : 1 };
		problems.push({ code: 'column-missing', params, at: key });
	}
	for (const column of unused) warnings.push({ code: 'column-ignored', params: { column }, at: column });
	if (problems.length > 0) return failAll(problems);
	return ok({
		cell: (row, key) => row.cells[found.get(key) ?? -1] ?? '',
		has: (key) => found.has(key),
		nameOf: (key) => table.columns[found.get(key) ?? -1] ?? key,
		warnings
	});
};

/** the mark that every record of the demo carries */
const silentlyIgnored = new Set(['fictional']);

/** A name of a column without capitals, accents, spaces and dashes. */
export const plainName = (name: string): string =>
	name
		.normalize('NFD')
		.replaceAll(/[\p{M}\s_-]/gu, '')
		.toLowerCase();

/** A problem with one cell, in params for the sentence and in `at` for a program. */
export const cellProblem = (
	code: string,
	row: number,
	column: string,
	value: Cell,
	more: Readonly<Record<string, string | number>> = {}
): Problem => ({
	code,
	params: { row, column, value: typeof value === 'string' ? value.trim().slice(0, 80) : value, ...more },
	at: `row ${row}, ${column}`
});

/** Which thing a name in a file stands for; several names may lead to one thing. */
export type Names<Id extends string> = { readonly idOf: ReadonlyMap<string, Id>; readonly shown: readonly string[] };

/** Prepares names for looking up; a name that belongs to two things leads to neither. */
export const namesOf = <Id extends string>(pairs: readonly (readonly [string | null, Id])[]): Names<Id> => {
	const idOf = new Map<string, Id>();
	const doubtful = new Set<string>();
	for (const [name, id] of pairs) {
		if (name === null || name.trim() === '') continue;
		const key = nameKey(name);
		const before = idOf.get(key);
		if (before !== undefined && before !== id) doubtful.add(key);
		idOf.set(key, id);
	}
	for (const key of doubtful) idOf.delete(key);
	return { idOf, shown: pairs.flatMap(([name]) => (name === null || name.trim() === '' ? [] : [name])) };
};

const nameKey = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The thing a name stands for; undefined when there is none. */
export const findName = <Id extends string>(names: Names<Id>, name: string): Id | undefined =>
	names.idOf.get(nameKey(name));

/** The thing a cell names, or a problem with the nearest known name. */
export const resolveName = <Id extends string>(
	names: Names<Id>,
	code: string,
	row: number,
	column: string,
	cell: Cell
): Result<Id> => {
	const id = findName(names, String(cell));
	if (id !== undefined) return ok(id);
	if (String(cell).trim() === '') return failAll([cellProblem('cell-empty', row, column, cell)]);
	const suggestion = nearestName(String(cell), names.shown) ?? '';
	return failAll([cellProblem(code, row, column, cell, { suggestion, suggestions: suggestion === '' ? 0 : 1 })]);
};
