import type { Problem } from '../domain/problem.ts';
import type { FiguresChoices, FiguresDimension } from './figures-choices.ts';
import type { Roles } from './figures-roles.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { plainName } from './table-columns.ts';

export type Folded = {
	/** one row for each figure: those of one group of people, with the bounds beside the value */
	readonly table: Table;
	readonly dimensions: readonly FiguresDimension[];
	readonly warnings: readonly Problem[];
};

/**
 * Brings a table with breakdowns back to one row a figure. Of a breakdown by age or sex the rows of everybody are read,
 * which is told, or those that somebody chose; rows of margins become bounds.
 */
export const foldDimensions = (table: Table, roles: Roles, choices: FiguresChoices): Folded => {
	const ats = dimensionColumns(table, roles, choices);
	const dimensions = ats.map((at) => dimensionOf(table, at, choices));
	const warnings = dimensions.flatMap(({ column, chosen, values }): readonly Problem[] =>
		chosen === null || values.length < 2 || choices.dimensions?.[column] === chosen
			? []
			: [{ code: 'figures-dimension-total', params: { column, value: chosen }, at: column }]
	);
	const rows = table.rows.filter(({ cells }) =>
		ats.every((at, index) => {
			const chosen = dimensions[index]?.chosen ?? null;
			return chosen === null || text(cells[at]) === chosen;
		})
	);
	const shown = dimensions.filter(({ values }) => values.length > 1);
	return { table: foldMargins({ ...table, rows }, roles, ats), dimensions: shown, warnings };
};

const text = (cell: Cell | undefined): string => String(cell ?? '').trim();

const namesOfDimensions =
	/^(?:leeftijd|geslacht|persoonskenmerk|kenmerk|herkomst|migratieachtergrond|huishoud|opleiding|age|sex|gender)/;

/** Columns that tell rows about one area, indicator and period apart. */
const dimensionColumns = ({ columns, rows }: Table, roles: Roles, choices: FiguresChoices): readonly number[] => {
	const { area, indicator, wave, period, year, margins } = roles;
	const taken: readonly number[] = Object.values(roles).filter((at) => typeof at === 'number');
	const keyOf = ({ cells }: TableRow) =>
		[area, indicator, wave, period, year, margins].map((at) => text(cells[at])).join('\n');
	const groups = new Map<string, TableRow[]>();
	for (const row of rows) {
		const group = groups.get(keyOf(row));
		if (group) group.push(row);
		else groups.set(keyOf(row), [row]);
	}
	const several = area < 0 ? [] : [...groups.values()].filter((group) => group.length > 1);
	return columns.flatMap((column, at) => {
		if (column === '' || (taken.includes(at) && at >= 0)) return [];
		const role = choices.roles?.[column];
		if (role !== undefined) return role === 'dimension' ? [at] : [];
		if (choices.columns?.[column]) return [];
		const isCalledSo = namesOfDimensions.test(plainName(column));
		const values = new Set(rows.map(({ cells }) => text(cells[at])).filter((value) => value !== ''));
		const isWords = rows.every(
			({ cells }) => typeof cells[at] !== 'number' && !/^[-+\d.,%\s<]+$/.test(text(cells[at]))
		);
		const tellsApart = several.some((group) => new Set(group.map(({ cells }) => text(cells[at]))).size > 1);
		if (isCalledSo) return values.size > 1 && values.size * 2 <= rows.length + 1 ? [at] : [];
		return isWords && tellsApart && values.size * 2 <= rows.length ? [at] : [];
	});
};

/** Rows about everybody, as Statistics Netherlands calls or codes them: "Totaal mannen en vrouwen", T009002, 18 jaar of ouder. */
const totals = [/^totaal|^total\b/i, /^T\d{6}$/, /^18 jaar (?:of|en) ouder$|^18\+$|^20300$/i];

const dimensionOf = ({ columns, rows }: Table, at: number, { dimensions = {} }: FiguresChoices): FiguresDimension => {
	const column = columns[at] ?? '';
	const values = [...new Set(rows.map(({ cells }) => text(cells[at])).filter((value) => value !== ''))];
	const chosen = Object.hasOwn(dimensions, column) ? values.find((value) => value === dimensions[column]) : undefined;
	const total = totals.flatMap((pattern) => {
		const [found, another] = values.filter((value) => pattern.test(value));
		return found !== undefined && another === undefined ? [found] : [];
	});
	return { column, values, chosen: chosen ?? (values.length === 1 ? values[0] : total[0]) ?? null };
};

type Margin = 'value' | 'lower' | 'upper';

const marginOf = (cell: Cell | undefined): Margin | null => {
	const name = text(cell).toLowerCase();
	if (/^mog\d*$|ondergrens|lower/.test(name)) return 'lower';
	if (/^mbg\d*$|bovengrens|upper/.test(name)) return 'upper';
	return /^mw\d*$|waarde|value/.test(name) ? 'value' : null;
};

/** The rows of values, with the bounds of the same figure in columns beside them. */
const foldMargins = (table: Table, roles: Roles, dimensions: readonly number[]): Table => {
	const { margins, value } = roles;
	if (margins < 0) return table;
	const fixed = new Set([...Object.values(roles).filter((at) => typeof at === 'number'), ...dimensions]);
	const measured = value >= 0 ? [value] : table.columns.flatMap((_, at) => (fixed.has(at) ? [] : [at]));
	const keys = [roles.area, roles.indicator, roles.wave, roles.period, roles.year, ...dimensions].filter(
		(at) => at >= 0
	);
	const keyOf = ({ cells }: TableRow) => keys.map((at) => text(cells[at])).join('\n');
	const rowsOf = (margin: Margin) => table.rows.filter(({ cells }) => marginOf(cells[margins]) === margin);
	const lower = new Map(rowsOf('lower').map((row) => [keyOf(row), row]));
	const upper = new Map(rowsOf('upper').map((row) => [keyOf(row), row]));
	const named = (bound: string) => measured.map((at) => (value >= 0 ? bound : `${table.columns[at] ?? ''} ${bound}`));
	return {
		columns: [...table.columns, ...named('ondergrens'), ...named('bovengrens')],
		rows: rowsOf('value').map((row) => ({
			row: row.row,
			cells: [
				...table.columns.map((_, at) => row.cells[at] ?? ''),
				...measured.map((at) => lower.get(keyOf(row))?.cells[at] ?? ''),
				...measured.map((at) => upper.get(keyOf(row))?.cells[at] ?? '')
			]
		}))
	};
};
