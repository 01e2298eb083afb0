import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { UnsayablePart } from '../domain/indicator/figure-revision.ts';
import type { FiguresAsk, FiguresChoices, FiguresColumn, FiguresPeriod, FiguresShape } from './figures-choices.ts';
import { waveOf } from './figures-heading.ts';
import { areaIn, type Roles } from './figures-roles.ts';
import { lastYearIn, roundsOf, type Rounds } from './figures-rounds.ts';
import type { CodedRow } from './figures-codes.ts';
import { seriesOfIndicators, seriesOfWaves, type Series } from './figures-series.ts';
import { areaNamesOf, type Frame } from './observations-table.ts';
import type { Cell, Table, TableRow } from './table.ts';

/** A table that was laid a value a row. */
export type Laid = {
	readonly shape: FiguresShape;
	readonly columns: readonly string[];
	readonly rows: readonly CodedRow[];
	readonly places: readonly { readonly row: number; readonly column: string }[];
	readonly about: readonly FiguresColumn[];
	readonly otherAreas: readonly string[];
	readonly periods: readonly FiguresPeriod[];
	readonly asks: readonly FiguresAsk[];
};

const laidColumns = ['indicator', 'gebied', 'meetronde', 'peiljaar', 'waarde', 'aantal', 'ondergrens', 'bovengrens'];

/** Lays a table with a column a round, or a column an indicator, a value a row. */
export const layWide = (table: Table, frame: Frame, choices: FiguresChoices, roles: Roles): Laid => {
	const shape = roles.indicator >= 0 ? 'waves' : 'indicators';
	const fixed = new Set(Object.values(roles).filter((at) => typeof at === 'number'));
	// What may be weighed by can be an indicator as well.
	if (choices.roles?.[table.columns[roles.weight] ?? ''] !== 'weight') fixed.delete(roles.weight);
	if (roles.value < 0) for (const at of [roles.n, roles.lower, roles.upper]) fixed.delete(at);
	const isRead = (at: number) =>
		table.columns[at] !== '' && !fixed.has(at) && !isSetAside(choices, table.columns[at] ?? '');
	const series =
		shape === 'waves'
			? seriesOfWaves(table, frame, choices, isRead)
			: seriesOfIndicators(table, frame, choices, isRead);
	const { period: periodAt, wave: waveAt, area: areaAt } = roles;
	const headed = series.flatMap(({ period }) => (period === null ? [] : [period]));
	const isDated = periodAt >= 0 && shape === 'indicators';
	const said = isDated ? table.rows.map(({ cells }) => String(cells[periodAt] ?? '')) : headed;
	const rounds = roundsOf(said, frame.waves, choices, isDated && roles.isYear);
	const known = areasOf(table, frame, choices, areaAt);
	const valued = series.filter(
		({ columns, period }) => columns.value !== undefined && (period === null || isDated || rounds.of(period))
	);
	const holds = new Set(valued.flatMap(({ columns }) => Object.values(columns)));
	const yearAt = shape === 'waves' && roles.year < 0 ? periodAt : roles.year;
	const read = { table, frame, choices, rounds, roles: { ...roles, year: yearAt }, isDated };
	const lines = table.rows
		.filter(
			(row) =>
				row.cells.some((cell, at) => holds.has(at) && String(cell).trim() !== '') &&
				(areaAt < 0 || isFilledAt(row, areaAt))
		)
		.flatMap((row) => {
			const area = known.areas.get(row);
			return area === undefined ? [] : valued.flatMap((each) => lineOf(row, area, each, read));
		});
	const isUndated = valued.some(
		({ columns, year }) =>
			columns.year === undefined &&
			year === null &&
			choices.years?.[table.columns[columns.value ?? -1] ?? ''] === undefined
	);
	return {
		shape,
		columns: laidColumns,
		rows: lines.map(({ cells, row, weight, unsaid }, at) => ({
			row: { row: at + 1, cells, unsaid },
			code: areaAt < 0 ? '' : String(row.cells[areaAt] ?? '').trim(),
			weight
		})),
		places: lines.map(({ row, column }) => ({ row: row.row, column: table.columns[column] ?? '' })),
		about: table.columns.map((column, at) => {
			const holder = series.find(({ columns }) => Object.values(columns).includes(at));
			const isHeld = holder && valued.includes(holder);
			const wave = isHeld && holder.period !== null && !isDated ? rounds.of(holder.period) : null;
			return {
				column,
				role: isHeld ? roleOfPart(holder, at) : roleAt(roles, at, shape, choices, column),
				indicatorKey: isHeld ? (holder.indicator?.key ?? null) : null,
				wave: wave?.label ?? null,
				referenceYear: isHeld ? (choices.years?.[column] ?? holder.year ?? yearOfPeriod(holder, isDated)) : null
			};
		}),
		otherAreas: known.otherAreas,
		periods: rounds.periods,
		asks: [
			...(areaAt < 0 && known.area === null ? (['area'] as const) : []),
			...asksOfRounds(shape, { waveAt, rounds, series: valued, headed, choices, isDated }),
			...(shape === 'waves' && yearAt >= 0 && valued.length > 1 && isUndated ? (['years'] as const) : []),
			...(valued.length > 0 ? [] : (['columns'] as const))
		]
	};
};

const isSetAside = ({ roles = {} }: FiguresChoices, column: string): boolean =>
	Object.hasOwn(roles, column) && !['values', 'n', 'lower', 'upper'].includes(roles[column] ?? '');

const isFilledAt = ({ cells }: TableRow, at: number): boolean => String(cells[at] ?? '').trim() !== '';

const yearOfPeriod = ({ period }: Series, isDated: boolean): number | null =>
	period === null || isDated ? null : lastYearIn(period);

const asksOfRounds = (
	shape: FiguresShape,
	of: {
		readonly waveAt: number;
		readonly rounds: Rounds;
		readonly series: readonly Series[];
		readonly headed: readonly string[];
		readonly choices: FiguresChoices;
		readonly isDated: boolean;
	}
): readonly FiguresAsk[] => {
	if (shape === 'waves') return of.series.length > 0 || of.headed.length === 0 ? [] : of.rounds.asks;
	if (of.waveAt >= 0) return [];
	if (of.isDated) return of.rounds.asks;
	const isSaid = of.series.length > 0 && of.series.every(({ period }) => period !== null);
	return isSaid || of.choices.wave !== undefined ? of.rounds.asks : ['wave'];
};

const partRoles = { value: 'values', n: 'n', lower: 'lower', upper: 'upper', year: 'year' } as const;

const roleOfPart = ({ columns }: Series, at: number): FiguresColumn['role'] => {
	const part = (['value', 'n', 'lower', 'upper', 'year'] as const).find((each) => columns[each] === at);
	return part ? partRoles[part] : 'other';
};

const roleAt = (
	roles: Roles,
	at: number,
	shape: FiguresShape,
	choices: FiguresChoices,
	column: string
): FiguresColumn['role'] => {
	if (at === roles.area) return 'area';
	if (at === roles.indicator) return 'indicator';
	if (at === roles.wave) return 'wave';
	if (at === roles.period) return shape === 'waves' || roles.isYear ? 'year' : 'wave';
	if (at === roles.year) return 'year';
	if (at === roles.margins) return 'margins';
	if (at === roles.weight) return 'weight';
	return choices.roles?.[column] === 'dimension' ? 'dimension' : 'other';
};

type Reading = {
	readonly table: Table;
	readonly frame: Frame;
	readonly choices: FiguresChoices;
	readonly rounds: Rounds;
	readonly roles: Roles;
	readonly isDated: boolean;
};

/** One value with what belongs to it, in the order of `laidColumns`; none when it is of no round that is read. */
const lineOf = (row: TableRow, area: string, { indicator, period, year, columns }: Series, read: Reading) => {
	const { table, frame, choices, rounds, roles, isDated } = read;
	const cell = (at: number | undefined): Cell => (at === undefined || at < 0 ? '' : (row.cells[at] ?? ''));
	const value = columns.value ?? -1;
	const said = roles.wave >= 0 && indicator ? String(cell(roles.wave)) : null;
	const dated = isDated ? String(cell(roles.period)) : period;
	const wave = said !== null ? waveOf(frame.waves, said) : dated !== null ? rounds.of(dated) : fileWave(frame, choices);
	if (!wave && said === null) return [];
	const heading = table.columns[value] ?? '';
	const saidYear =
		choices.years?.[heading] ??
		(filled(cell(columns.year)) ||
			filled(cell(roles.year)) ||
			year ||
			(dated === null ? null : lastYearIn(dated)) ||
			(period === null ? null : lastYearIn(period)) ||
			choices.years?.['']);
	const referenceYear = saidYear || wave?.year || '';
	const unsaid: readonly UnsayablePart[] = [
		...(saidYear ? [] : (['referenceYear'] as const)),
		...(['n', 'lower', 'upper'] as const).filter((part) => columns[part] === undefined)
	];
	const key = indicator ? indicator.key : cell(roles.indicator);
	const cells = [
		...[key, area, wave?.label ?? said ?? '', referenceYear],
		...[cell(value), cell(columns.n), cell(columns.lower), cell(columns.upper)]
	];
	return [{ row, column: value, cells, weight: cell(roles.weight), unsaid }];
};

/** A year column of a statistics office holds "2022JJ00" too. */
const filled = (cell: Cell): Cell => {
	const text = String(cell).trim();
	return text === '' ? '' : (lastYearIn(text) ?? text);
};

const fileWave = ({ waves }: Frame, { wave }: FiguresChoices): Wave | null =>
	wave === undefined ? null : waveOf(waves, wave);

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
