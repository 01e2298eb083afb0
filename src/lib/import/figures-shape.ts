import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import type { FiguresChoices, FiguresName, LongFigures } from './figures-choices.ts';
import { combineCodes, type CodedRow } from './figures-codes.ts';
import { foldDimensions } from './figures-dimensions.ts';
import { rolesOf, type Roles } from './figures-roles.ts';
import { layRows } from './figures-rows.ts';
import { layWide } from './figures-wide.ts';
import { observationKeyOf, readObservations, type Frame } from './observations-table.ts';
import type { Table } from './table.ts';
import { findName, namesOf } from './table-columns.ts';

/**
 * Lays figures of any layout a value a row. Areas and indicators are known by their names and codes; lines of units and
 * sources are passed over. What the file does not say (of which round or area it is) is asked, never guessed.
 */
export const toLongFigures = (table: Table, frame: Frame, choices: FiguresChoices = {}): Result<LongFigures> => {
	const roles = rolesOf(table, frame, choices);
	const isLong = roles.indicator >= 0 && roles.value >= 0;
	const double = isLong
		? undefined
		: table.columns.find((column, at) => column !== '' && table.columns.indexOf(column) !== at);
	if (double !== undefined) return fail('column-double', { column: double }, double);
	const folded = foldDimensions(table, roles, choices);
	const within = withBounds(folded.table, table.columns.length, roles, isLong);
	const laid = isLong
		? layRows(folded.table, frame, choices, within)
		: { ...layWide(folded.table, frame, choices, roles), headings: {} };
	const about = laid.about
		.slice(0, table.columns.length)
		.map((column) =>
			folded.dimensions.some((dimension) => dimension.column === column.column)
				? { ...column, role: 'dimension' as const }
				: column
		);
	const named = nameIndicators(laid.columns, laid.rows, frame, choices);
	const combined = combineCodes(laid.columns, named.rows, frame);
	const kept = new Set(combined.rows.map(({ row }) => row.row));
	const isOpen = folded.dimensions.some(({ chosen }) => chosen === null);
	const lacks = laid.asks.includes('columns') ? lacking(table, frame) : [];
	return ok({
		shape: lacks.length > 0 ? 'long' : laid.shape,
		table: lacks.length > 0 ? table : { columns: laid.columns, rows: renumbered(combined.rows, isLong) },
		places: laid.places.filter((_, at) => kept.has(at + 1)),
		headings: laid.headings,
		columns: about,
		otherAreas: laid.otherAreas,
		periods: laid.periods,
		names: named.names,
		dimensions: folded.dimensions,
		asks: [
			...laid.asks,
			...(isOpen ? (['dimensions'] as const) : []),
			...(named.names.some(({ indicatorKey }) => indicatorKey === null) ? (['indicators'] as const) : [])
		],
		problems: isOpen ? [] : combined.problems.map((problem) => inFile(problem, laid)),
		warnings: [...lacks, ...folded.warnings, ...combined.warnings]
	});
};

/** Of rows that were combined only the first is left: the places of the others went with them. */
const renumbered = (rows: readonly CodedRow[], isLong: boolean) =>
	rows.map(({ row }, at) => (isLong ? row : { ...row, row: at + 1 }));

/** The columns of bounds that folding added. */
const withBounds = ({ columns }: Table, before: number, roles: Roles, isLong: boolean): Roles =>
	isLong && columns.length > before ? { ...roles, lower: before, upper: before + 1 } : roles;

/** What keeps a file that has something of a value a row from being read as that. */
const lacking = (table: Table, frame: Frame): readonly Problem[] => {
	if (!table.columns.some((column) => ['indicatorKey', 'value'].includes(observationKeyOf(column) ?? ''))) return [];
	const read = readObservations(table, frame);
	return read.ok ? [] : read.problems.filter(({ code }) => code === 'column-missing');
};

/** Names of indicators in the rows that the project does not have, as somebody says which is meant, or that none is. */
const nameIndicators = (
	columns: readonly string[],
	rows: readonly CodedRow[],
	{ indicators }: Frame,
	{ indicators: chosen = {} }: FiguresChoices
): { readonly rows: readonly CodedRow[]; readonly names: readonly FiguresName[] } => {
	const at = columns.findIndex((column) => observationKeyOf(column) === 'indicatorKey');
	const known = namesOf(indicators.flatMap(({ id, key, label }) => [[key, id] as const, [label, id] as const]));
	const names = new Map<string, string | null>();
	const kept = rows.flatMap((coded) => {
		const name = String(coded.row.cells[at] ?? '').trim();
		if (at < 0 || name === '' || findName(known, name) !== undefined) return [coded];
		const key = Object.hasOwn(chosen, name) ? (chosen[name] ?? null) : null;
		names.set(name, key);
		if (key === null) return [coded];
		const cells = coded.row.cells.map((cell, index) => (index === at ? key : cell));
		return key === '' ? [] : [{ ...coded, row: { ...coded.row, cells } }];
	});
	return { rows: kept, names: [...names].map(([name, indicatorKey]) => ({ name, indicatorKey })) };
};

/** A problem with a row of the long table, told of the place in the file where its value stands. */
export const inFile = (problem: Problem, { places, headings }: Pick<LongFigures, 'places' | 'headings'>): Problem => {
	const [, row, column = ''] = /^row (\d+)(?:, (.+))?$/s.exec(problem.at ?? '') ?? [];
	const place = row === undefined ? undefined : places[Number(row) - 1];
	if (place)
		return {
			...problem,
			params: { ...problem.params, row: place.row, column: place.column },
			at: `row ${place.row}, ${place.column}`
		};
	const written = Object.hasOwn(headings, column) ? headings[column] : undefined;
	return row === undefined || written === undefined
		? problem
		: { ...problem, params: { ...problem.params, column: written }, at: `row ${row}, ${written}` };
};
