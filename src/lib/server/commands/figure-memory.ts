import type { IndicatorId } from '../../domain/project/ids.ts';
import { columnRoles, type ColumnRole } from '../../domain/indicator/column-role.ts';
import type { FiguresChoices } from '../../import/figures-choices.ts';
import { withoutPeriods } from '../../import/figures-heading.ts';
import type { FiguresRead } from '../../import/figures-sheets.ts';
import type { Frame } from '../../import/observations-table.ts';
import { plainName } from '../../import/table-columns.ts';
import type { FigureSource, SourceColumn } from '../store/figure-sources.ts';

type Remembered = Pick<FigureSource, 'columns' | 'names'>;

/**
 * What an earlier file of a source says of this one: its columns by their names, or by what is left of a name without the
 * round and the year when all earlier columns of that name were read alike.
 */
export const recall = (
	known: Remembered,
	columns: readonly string[],
	{ indicators, waves }: Frame
): Pick<FiguresChoices, 'columns' | 'roles' | 'dimensions' | 'indicators'> => {
	const bare = (column: string) => plainName(withoutPeriods(column, waves));
	const found = columns.flatMap((column): (readonly [string, SourceColumn])[] => {
		const same = Object.hasOwn(known.columns, column) ? known.columns[column] : undefined;
		if (same) return [[column, same]];
		if (bare(column) === '' || bare(column) === plainName(column)) return [];
		const alike = Object.entries(known.columns).flatMap(([name, one]) => (bare(name) === bare(column) ? [one] : []));
		const [first] = alike;
		return first && alike.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? [[column, first]] : [];
	});
	const keyOf = new Map(indicators.map(({ id, key }) => [id, key]));
	const key = (id: IndicatorId | null) => (id === null ? '' : keyOf.get(id));
	const isRole = (role: string | null): role is ColumnRole => columnRoles.some((each) => each === role);
	return {
		columns: Object.fromEntries(
			found.flatMap(([column, { indicatorId, role, picked }]) => {
				const isOther = indicatorId === null && (role !== null || picked !== null);
				const held = key(indicatorId);
				return isOther || held === undefined ? [] : [[column, held]];
			})
		),
		roles: Object.fromEntries(found.flatMap(([column, { role }]) => (isRole(role) ? [[column, role]] : []))),
		dimensions: Object.fromEntries(
			found.flatMap(([column, { picked }]) => (picked === null ? [] : [[column, picked]]))
		),
		indicators: Object.fromEntries(
			Object.entries(known.names).flatMap(([name, id]) => {
				const held = key(id);
				return held === undefined ? [] : [[name, held]];
			})
		)
	};
};

/** What to remember of a file: what each column held, as it was recognised or somebody said. */
export const rememberedOf = ({ columns }: FiguresRead, choices: FiguresChoices, { indicators }: Frame): Remembered => {
	const idOf = new Map(indicators.map(({ id, key }) => [key, id]));
	const kept = new Map<string, SourceColumn>();
	const put = (column: string, more: Partial<SourceColumn>) =>
		kept.set(column, { ...(kept.get(column) ?? { indicatorId: null, role: null, picked: null }), ...more });
	for (const [column, key] of Object.entries(choices.columns ?? {})) if (key === '') put(column, {});
	for (const { column, indicatorKey } of columns) {
		const indicatorId = indicatorKey === null ? undefined : idOf.get(indicatorKey);
		if (indicatorId !== undefined) put(column, { indicatorId });
	}
	for (const [column, role] of Object.entries(choices.roles ?? {})) put(column, { role });
	for (const [column, picked] of Object.entries(choices.dimensions ?? {})) put(column, { picked });
	const names = Object.entries(choices.indicators ?? {}).flatMap(([name, key]) => {
		const id = key === '' ? null : idOf.get(key);
		return id === undefined ? [] : [[name, id] as const];
	});
	return { columns: Object.fromEntries(kept), names: Object.fromEntries(names) };
};
