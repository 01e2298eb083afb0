import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { indicatorOfColumns, yearIn } from './figures-columns.ts';
import { areaNamesOf, hasAreaColumn, hasLongColumn, hasLongColumns, type Frame } from './observations-table.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { findName, plainName, type Names } from './table-columns.ts';

/** How figures lie in a file: a value a row; a column a round; or a column an indicator, as statistics offices do. */
export type FiguresShape = 'long' | 'waves' | 'indicators';

/** What a file leaves open, as somebody filled it in. */
export type FiguresChoices = {
	/** label or year of the round, for a file without a column of rounds */
	readonly wave?: string | undefined;
	/** name or code of the area, for a file about one */
	readonly area?: string | undefined;
	/** the key of the indicator that a column holds; '' = not read */
	readonly columns?: Readonly<Record<string, string>> | undefined;
};

export type FiguresColumn = {
	readonly column: string;
	/** what it is read as; 'other' = not read */
	readonly role: 'area' | 'indicator' | 'wave' | 'values' | 'other';
	readonly indicatorKey: string | null;
	readonly wave: string | null;
};

export type LongFigures = {
	readonly shape: FiguresShape;
	/** a value a row, with the columns that `readObservations` knows */
	readonly table: Table;
	/** where the value of each row of `table` stands in the file; empty for a file that was long already */
	readonly places: readonly { readonly row: number; readonly column: string }[];
	readonly columns: readonly FiguresColumn[];
	/** areas of the file that the project does not have: their rows are passed over */
	readonly otherAreas: readonly string[];
	/** what somebody has to say first */
	readonly asks: readonly ('wave' | 'area' | 'columns')[];
};

const longColumns = ['indicator', 'gebied', 'meetronde', 'peiljaar', 'waarde'] as const;
const indicatorNames = ['indicator', 'indicatorcode', 'indicator key', 'sleutel', 'onderwerp', 'thema'];
const waveNames = ['meetronde', 'ronde', 'meting', 'wave', 'jaar', 'year', 'periode', 'perioden', 'perioden (naam)'];

/**
 * Lays figures of any layout a value a row. Areas and indicators are known by their names and codes; lines of units and
 * sources are passed over. What the file does not say (of which round or area it is) is asked, never guessed.
 */
export const toLongFigures = (table: Table, frame: Frame, choices: FiguresChoices = {}): Result<LongFigures> => {
	if (hasLongColumns(table)) return ok(asLong(table, choices.area));
	const double = table.columns.find((column, at) => column !== '' && table.columns.indexOf(column) !== at);
	if (double !== undefined) return fail('column-double', { column: double }, double);
	const indicatorAt = indexOfName(table.columns, indicatorNames);
	const read = indicatorAt >= 0 ? fromWaves(table, frame, choices, indicatorAt) : fromIndicators(table, frame, choices);
	// Without a column of values it was meant a value a row: the reader of those says what it lacks.
	return ok(read.asks.includes('columns') && hasLongColumn(table) ? asLong(table, choices.area) : read);
};

const asLong = (table: Table, area: string | undefined): LongFigures => ({
	shape: 'long',
	table: area === undefined || hasAreaColumn(table) ? table : withArea(table, area),
	places: [],
	columns: [],
	otherAreas: [],
	asks: []
});

/** A table about one area, with a column that says so. */
const withArea = ({ columns, rows }: Table, area: string): Table => ({
	columns: [...columns, 'gebied'],
	rows: rows.map(({ row, cells }) => ({ row, cells: [...columns.map((_, at) => cells[at] ?? ''), area] }))
});

type Value = { readonly row: TableRow; readonly column: number; readonly cells: readonly Cell[] };

const fromWaves = (table: Table, frame: Frame, choices: FiguresChoices, indicatorAt: number): LongFigures => {
	const areaAt = areaColumn(table, frame, [indicatorAt]);
	const waves = table.columns.map((column, at) =>
		at === indicatorAt || at === areaAt ? null : waveOf(frame.waves, column)
	);
	const { areas, otherAreas, area } = areasOf(table, frame, choices, areaAt);
	const values: Value[] = rowsWithValues(table, waves, areaAt).flatMap((row) =>
		waves.flatMap((wave, column) => {
			const where = areas.get(row);
			return wave && where !== undefined
				? [
						{
							row,
							column,
							cells: [row.cells[indicatorAt] ?? '', where, wave.label, wave.year, row.cells[column] ?? '']
						}
					]
				: [];
		})
	);
	return long('waves', table, values, {
		roleOf: (at) => (at === indicatorAt ? 'indicator' : at === areaAt ? 'area' : waves[at] ? 'values' : 'other'),
		indicators: [],
		waves,
		otherAreas,
		asks: [
			...(areaAt < 0 && area === null ? (['area'] as const) : []),
			...(waves.some(Boolean) ? [] : (['columns'] as const))
		]
	});
};

const fromIndicators = (table: Table, frame: Frame, choices: FiguresChoices): LongFigures => {
	const waveAt = indexOfName(table.columns, waveNames);
	const areaAt = areaColumn(table, frame, [waveAt]);
	const indicators = indicatorOfColumns(table.columns, frame.indicators, choices.columns).map((indicator, at) =>
		at === areaAt || at === waveAt ? null : indicator
	);
	const { areas, otherAreas, area } = areasOf(table, frame, choices, areaAt);
	const chosen = choices.wave === undefined ? null : waveOf(frame.waves, choices.wave);
	const values: Value[] = rowsWithValues(table, indicators, areaAt).flatMap((row) =>
		indicators.flatMap((indicator, column) => {
			const where = areas.get(row);
			const said = waveAt < 0 ? null : String(row.cells[waveAt] ?? '');
			const wave = said === null ? chosen : waveOf(frame.waves, said);
			return indicator && where !== undefined && (wave || said !== null)
				? [
						{
							row,
							column,
							cells: [indicator.key, where, wave?.label ?? said ?? '', wave?.year ?? '', row.cells[column] ?? '']
						}
					]
				: [];
		})
	);
	return long('indicators', table, values, {
		roleOf: (at) => (at === areaAt ? 'area' : at === waveAt ? 'wave' : indicators[at] ? 'values' : 'other'),
		indicators,
		waves: [],
		otherAreas,
		asks: [
			...(areaAt < 0 && area === null ? (['area'] as const) : []),
			...(waveAt < 0 && !chosen ? (['wave'] as const) : []),
			...(indicators.some(Boolean) ? [] : (['columns'] as const))
		]
	});
};

const long = (
	shape: FiguresShape,
	{ columns }: Table,
	values: readonly Value[],
	read: {
		readonly roleOf: (at: number) => FiguresColumn['role'];
		readonly indicators: readonly (Indicator | null)[];
		readonly waves: readonly (Wave | null)[];
		readonly otherAreas: readonly string[];
		readonly asks: LongFigures['asks'];
	}
): LongFigures => ({
	shape,
	table: { columns: longColumns, rows: values.map(({ cells }, at) => ({ row: at + 1, cells })) },
	places: values.map(({ row, column }) => ({ row: row.row, column: columns[column] ?? '' })),
	columns: columns.map((column, at) => ({
		column,
		role: read.roleOf(at),
		indicatorKey: read.indicators[at]?.key ?? null,
		wave: read.waves[at]?.label ?? null
	})),
	otherAreas: read.otherAreas,
	asks: read.asks
});

/** Rows that hold something in a column of values; a row without an area says what they are counted in ("%", "aantal"). */
const rowsWithValues = (table: Table, isValue: readonly (object | null)[], areaAt: number): readonly TableRow[] =>
	table.rows.filter(
		({ cells }) =>
			cells.some((cell, at) => isValue[at] && String(cell).trim() !== '') &&
			(areaAt < 0 || String(cells[areaAt] ?? '').trim() !== '')
	);

/** The column whose cells name most areas that the project has; -1 = none does. */
const areaColumn = (table: Table, frame: Frame, others: readonly number[]): number => {
	const names = areaNamesOf(frame);
	const counts = table.columns.map((_, at) =>
		others.includes(at) ? 0 : table.rows.filter(({ cells }) => areaIn(names, cells[at])).length
	);
	const most = Math.max(0, ...counts);
	return most === 0 ? -1 : counts.indexOf(most);
};

/** Whether a name is that of one area of the project. */
export const isAreaName = (frame: Frame, name: string): boolean => areaIn(areaNamesOf(frame), name) !== undefined;

const areaIn = (names: Names<Area['id']>, cell: Cell | undefined): Area['id'] | undefined =>
	cell === undefined ? undefined : findName(names, String(cell).replace(/\s*\([A-Z]{2}\)\s*$/, ''));

/** The area of each row, by its id; for a file about one area that of all rows. */
const areasOf = (table: Table, frame: Frame, choices: FiguresChoices, areaAt: number) => {
	const names = areaNamesOf(frame);
	const area = choices.area === undefined ? null : (areaIn(names, choices.area) ?? null);
	if (areaAt < 0)
		return { areas: new Map(area === null ? [] : table.rows.map((row) => [row, area])), otherAreas: [], area };
	const areas = new Map<TableRow, Area['id']>();
	const others = new Set<string>();
	for (const row of table.rows) {
		const found = areaIn(names, row.cells[areaAt]);
		if (found !== undefined) areas.set(row, found);
		else if (row.cells.slice(areaAt + 1).some((cell) => typeof cell === 'number' || /\d/.test(cell)))
			others.add(String(row.cells[areaAt] ?? '').trim());
	}
	return { areas, otherAreas: [...others].filter((name) => name !== ''), area };
};

/** The one round that a name or its year means. */
export const waveOf = (waves: readonly Wave[], text: string): Wave | null => {
	const label = waves.filter((wave) => plainName(wave.label) === plainName(text));
	const year = yearIn(text);
	const [found, another] = label.length > 0 ? label : waves.filter((wave) => wave.year === year);
	return found && !another ? found : null;
};

const indexOfName = (columns: readonly string[], names: readonly string[]): number =>
	columns.findIndex((column) => names.some((name) => plainName(name) === plainName(column)));

/** A problem with a row of the long table, told of the place in the file where its value stands. */
export const inFile = (problem: Problem, { places }: LongFigures): Problem => {
	const [, row] = /^row (\d+)/.exec(problem.at ?? '') ?? [];
	const place = row === undefined ? undefined : places[Number(row) - 1];
	if (!place) return problem;
	return {
		...problem,
		params: { ...problem.params, row: place.row, column: place.column },
		at: `row ${place.row}, ${place.column}`
	};
};
