import type { Wave } from '../domain/area/wave.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import { withoutPeriods } from './figures-heading.ts';
import { plainName } from './table-columns.ts';

/** What the name of a column can stand for: "Bevolking|Aantal inwoners (aantal)" also for "Aantal inwoners". */
const namesOfColumn = (column: string): readonly string[] => {
	const withoutUnit = (name: string) => name.replace(/\s*\([^()]*\)\s*$/, '');
	const last = column.split('|').at(-1) ?? column;
	// OData writes AantalInwoners_5, and k_0Tot15Jaar_8 for what begins with a digit.
	const withoutNumber = column.replace(/^k_/, '').replace(/_\d+$/, '');
	return [column, withoutUnit(column), last, withoutUnit(last), withoutNumber].map(plainName);
};

/**
 * Which indicator each column holds values of, by its key or label; null = none that is known. A name that two columns
 * could stand for goes to the one that is called exactly so.
 */
export const indicatorOfColumns = (
	columns: readonly string[],
	indicators: readonly Indicator[],
	chosen: Readonly<Record<string, string>> = {}
): readonly (Indicator | null)[] => {
	const byName = indicatorsByName(indicators);
	const byKey = new Map(indicators.map((indicator) => [plainName(indicator.key), indicator]));
	const found: (Indicator | null)[] = columns.map((column) => {
		const key = Object.hasOwn(chosen, column) ? chosen[column] : undefined;
		return key === undefined ? null : (byKey.get(plainName(key)) ?? null);
	});
	const taken = new Set(found.flatMap((indicator) => (indicator ? [indicator.id] : [])));
	const names = columns.map(namesOfColumn);
	for (let step = 0; step < 5; step += 1)
		for (const [at, column] of columns.entries()) {
			if (found[at] || Object.hasOwn(chosen, column)) continue;
			const indicator = byName.get(names[at]?.[step] ?? '');
			if (!indicator || taken.has(indicator.id)) continue;
			found[at] = indicator;
			taken.add(indicator.id);
		}
	return found;
};

/** The indicators by their keys and labels without capitals; a name that two share leads to neither. */
const indicatorsByName = (indicators: readonly Indicator[]): ReadonlyMap<string, Indicator | null> => {
	const byName = new Map<string, Indicator | null>();
	for (const indicator of indicators)
		for (const name of new Set([plainName(indicator.key), plainName(indicator.label)]))
			byName.set(name, byName.has(name) ? null : indicator);
	return byName;
};

/** The indicator that a heading names when it is read as loosely as a column's name. */
export const indicatorNamed = (name: string, indicators: readonly Indicator[]): Indicator | null => {
	const byName = indicatorsByName(indicators);
	return namesOfColumn(name).reduce<Indicator | null>((found, each) => found ?? byName.get(each) ?? null, null);
};

/** The names of a file's columns without rounds, years and order: the next file of the same source has the same. */
export const layoutOf = (columns: readonly string[], waves: readonly Pick<Wave, 'label'>[] = []): string =>
	[...new Set(columns.map((column) => plainName(withoutPeriods(column, waves))))]
		.filter((name) => name !== '')
		.sort()
		.join('|');
