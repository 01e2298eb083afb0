import type { Indicator } from '../domain/indicator/indicator.ts';
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
	const byName = new Map<string, Indicator | null>();
	for (const indicator of indicators)
		for (const name of new Set([plainName(indicator.key), plainName(indicator.label)]))
			byName.set(name, byName.has(name) ? null : indicator);
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

/** The one year that the name of a column or a cell speaks of: "2021", "Meting 2023", "2022JJ00"; null when there is none. */
export const yearIn = (text: string): number | null => {
	const years = new Set([...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year)));
	const [year] = years;
	return years.size === 1 && year !== undefined ? year : null;
};

/** The names of a file's columns without years and order: the next file of the same source has the same. */
export const layoutOf = (columns: readonly string[]): string =>
	[...new Set(columns.map((column) => plainName(column.replaceAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, ''))))]
		.filter((name) => name !== '')
		.sort()
		.join('|');
