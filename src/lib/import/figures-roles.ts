import type { Area } from '../domain/area/area.ts';
import type { ColumnRole } from '../domain/indicator/column-role.ts';
import type { FiguresChoices } from './figures-choices.ts';
import { headingOf, periodIn } from './figures-heading.ts';
import { areaNamesOf, observationKeyOf, type Frame } from './observations-table.ts';
import type { Cell, Table } from './table.ts';
import { findName, plainName, type Names } from './table-columns.ts';

/** Where the columns of a file stand that are not about one round or one indicator; -1 = there is none. */
export type Roles = {
	readonly [Role in Exclude<ColumnRole, 'values' | 'dimension' | 'other'>]: number;
} & {
	/** the column of values of a file with a value a row */
	readonly value: number;
	/** a year or period that decides the round, for there is no column of rounds */
	readonly period: number;
	/** the period is no more than the year a value is about */
	readonly isYear: boolean;
};

const names = {
	indicator: ['indicator', 'indicatorcode', 'indicator key', 'sleutel', 'onderwerp', 'thema', 'onderdeel', 'kenmerk'],
	wave: ['meetronde', 'ronde', 'meting', 'wave'],
	year: ['peiljaar', 'reference year'],
	period: ['jaar', 'year', 'periode', 'perioden', 'perioden (naam)', 'verslagjaar', 'onderzoeksjaar', 'meetjaar'],
	margins: ['marges', 'marge', 'margins'],
	weight: ['gewicht', 'weging', 'weight', 'inwoners', 'aantal inwoners', 'inhabitants', 'bevolking', 'population'],
	value: ['percentage', '%', 'perc', 'pct', 'score', 'uitkomst', 'resultaat', 'gemiddelde', 'aandeel', 'result']
} as const;

/** Finds the columns by what somebody says of them, else by their names, else by what stands in them. */
export const rolesOf = (table: Table, frame: Frame, choices: FiguresChoices): Roles => {
	const { columns } = table;
	const chosen = choices.roles ?? {};
	const isFree = (at: number) => columns[at] !== '' && !Object.hasOwn(chosen, columns[at] ?? '');
	const said = (role: ColumnRole) =>
		columns.findIndex((column) => Object.hasOwn(chosen, column) && chosen[column] === role);
	const named = (list: readonly string[]) =>
		list.reduce(
			(found, name) =>
				found >= 0 ? found : columns.findIndex((column, at) => isFree(at) && plainName(column) === plainName(name)),
			-1
		);
	const known = (key: ReturnType<typeof observationKeyOf>) =>
		columns.findIndex((column, at) => isFree(at) && observationKeyOf(column) === key);
	const first = (...found: readonly number[]) => found.find((at) => at >= 0) ?? -1;

	const indicator = first(said('indicator'), indicatorColumn(table, frame, names.indicator, isFree));
	const wave = first(said('wave'), named(names.wave));
	const peil = first(said('year'), named(names.year));
	const dated = named(names.period);
	const hasWaves = columns.some(
		(column, at) => at !== wave && at !== peil && at !== dated && periodIn(headingOf(column).base, frame.waves) !== null
	);
	const value = indicator < 0 ? -1 : first(said('values'), known('value'), hasWaves ? -1 : named(names.value));
	const taken = [indicator, wave, peil, dated, value];
	const byHeading = value >= 0 ? known('area') : -1;
	return {
		indicator,
		wave,
		value,
		area: first(
			said('area'),
			byHeading,
			areaColumn(table, frame, (at) => isFree(at) && !taken.includes(at))
		),
		year: wave >= 0 ? first(peil, dated) : dated >= 0 ? peil : -1,
		period: wave >= 0 ? -1 : first(dated, peil),
		isYear: dated < 0,
		n: first(said('n'), known('n')),
		lower: first(said('lower'), known('lower')),
		upper: first(said('upper'), known('upper')),
		margins: first(said('margins'), named(names.margins)),
		weight: first(
			said('weight'),
			named(names.weight),
			columns.findIndex((column) => /(?:^|\|)aantalinwoners(?:\(aantal\)|\d*)$/.test(plainName(column)))
		)
	};
};

/** The column whose cells name indicators: of the columns called so the one that names most, else one in which all do. */
const indicatorColumn = (
	{ columns, rows }: Table,
	{ indicators }: Frame,
	headings: readonly string[],
	isFree: (at: number) => boolean
): number => {
	const keys = new Set(indicators.flatMap(({ key, label }) => [plainName(key), plainName(label)]));
	const filled = (at: number) =>
		rows.map(({ cells }) => plainName(String(cells[at] ?? ''))).filter((text) => text !== '');
	const known = (at: number) => filled(at).filter((text) => keys.has(text)).length;
	const called = headings.flatMap((name) =>
		columns.flatMap((column, at) => (isFree(at) && plainName(column) === plainName(name) ? [at] : []))
	);
	if (called.length > 0) return called.toSorted((one, other) => known(other) - known(one))[0] ?? -1;
	return columns.findIndex((_, at) => isFree(at) && known(at) > 0 && known(at) === filled(at).length);
};

/** The column whose cells name most areas that the project has; -1 = none does. */
const areaColumn = (table: Table, frame: Frame, isFree: (at: number) => boolean): number => {
	const known = areaNamesOf(frame);
	const counts = table.columns.map((_, at) =>
		isFree(at) ? table.rows.filter(({ cells }) => areaIn(known, cells[at])).length : 0
	);
	const most = Math.max(0, ...counts);
	return most === 0 ? -1 : counts.indexOf(most);
};

/** Whether a name is that of one area of the project. */
export const isAreaName = (frame: Frame, name: string): boolean => areaIn(areaNamesOf(frame), name) !== undefined;

/** The area that a cell names; StatLine writes the kind of region behind a name. */
export const areaIn = (known: Names<Area['id']>, cell: Cell | undefined): Area['id'] | undefined =>
	cell === undefined ? undefined : findName(known, String(cell).replace(/\s*\([A-Z]{2}\)\s*$/, ''));
