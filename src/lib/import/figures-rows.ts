import type { CodedRow } from './figures-codes.ts';
import type { ColumnRole } from '../domain/indicator/column-role.ts';
import type { FiguresChoices } from './figures-choices.ts';
import { lastYearIn, roundsOf } from './figures-rounds.ts';
import type { Roles } from './figures-roles.ts';
import type { Laid } from './figures-wide.ts';
import { observationKeyOf, type Frame, type ObservationKey } from './observations-table.ts';
import type { Cell, Table } from './table.ts';

const headings = { area: 'gebied', wave: 'meetronde', year: 'peiljaar' } as const;

/**
 * A table with a value a row, as its reader wants it: columns that go by another name get the one it knows, and what
 * holds for all rows (area, round, year) becomes a column. Other columns stay as they are.
 */
export const layRows = (
	table: Table,
	frame: Frame,
	choices: FiguresChoices,
	roles: Roles
): Laid & { readonly headings: Readonly<Record<string, string>> } => {
	const { renamed, columns } = rename(table, roles, choices);
	const cellsAt = (at: number) => table.rows.map(({ cells }) => String(cells[at] ?? ''));
	const rounds = roundsOf(roles.period < 0 ? [] : cellsAt(roles.period), frame.waves, choices, roles.isYear);
	const isDated = roles.wave < 0;
	const hasYear = roles.year < 0 && (isDated || choices.years?.[''] !== undefined);
	const added = [
		...(roles.area < 0 && choices.area !== undefined ? [headings.area] : []),
		...(isDated ? [headings.wave] : []),
		...(hasYear ? [headings.year] : [])
	];
	const rows = table.rows.flatMap((row): CodedRow[] => {
		const cell = (at: number): Cell => row.cells[at] ?? '';
		const period = roles.period < 0 ? '' : String(cell(roles.period));
		const wave = isDated ? rounds.of(period) : null;
		const isPassed = isDated && rounds.periods.some((each) => each.period === period.trim() && each.wave === '');
		if (isPassed) return [];
		const saidYear = lastYearIn(period) ?? choices.years?.[''];
		const year = saidYear ?? wave?.year ?? '';
		const unsaid = hasYear && saidYear === undefined ? (['referenceYear'] as const) : [];
		const cells = [
			...table.columns.map((_, at) => cell(at)),
			...(added.includes(headings.area) ? [choices.area ?? ''] : []),
			...(isDated ? [wave?.label ?? ''] : []),
			...(hasYear ? [year] : [])
		];
		return [
			{ row: { row: row.row, cells, unsaid }, code: String(cell(roles.area)).trim(), weight: cell(roles.weight) }
		];
	});
	return {
		shape: 'long',
		columns: [...columns, ...added],
		rows,
		places: [],
		headings: renamed,
		about: table.columns.map((column, at) => ({
			column,
			role: roleAt(roles, at),
			indicatorKey: null,
			wave: null,
			referenceYear: null
		})),
		otherAreas: [],
		periods: isDated ? rounds.periods : [],
		asks: [
			...(roles.area < 0 && choices.area === undefined ? (['area'] as const) : []),
			...(isDated ? rounds.asks : [])
		]
	};
};

/** The names that the reader of rows knows; a name it would read as something else is hidden from it. */
const rename = ({ columns }: Table, roles: Roles, choices: FiguresChoices) => {
	const wanted: readonly (readonly [number, ObservationKey, string])[] = [
		[roles.indicator, 'indicatorKey', 'indicator'],
		[roles.area, 'area', headings.area],
		[roles.wave, 'wave', headings.wave],
		[roles.year, 'referenceYear', headings.year],
		[roles.value, 'value', 'waarde'],
		[roles.n, 'n', 'aantal'],
		[roles.lower, 'lower', 'ondergrens'],
		[roles.upper, 'upper', 'bovengrens']
	];
	const renamed: Record<string, string> = {};
	const named = columns.map((column, at) => {
		const key = observationKeyOf(column);
		const found = wanted.find(([place]) => place === at);
		if (found) {
			if (key === found[1]) return column;
			renamed[found[2]] = column;
			return found[2];
		}
		const isElsewhere = key !== null && wanted.some(([place, other]) => other === key && place >= 0);
		const isMoved = at === roles.period || (isElsewhere && choices.roles !== undefined);
		return isMoved || choices.roles?.[column] === 'other' ? '' : column;
	});
	return { renamed, columns: named };
};

const roleAt = (roles: Roles, at: number): ColumnRole => {
	if (at === roles.value) return 'values';
	if (at === roles.period) return roles.isYear ? 'year' : 'wave';
	const found = (['indicator', 'area', 'wave', 'year', 'n', 'lower', 'upper', 'margins', 'weight'] as const).find(
		(role) => roles[role] === at
	);
	return found ?? 'other';
};
