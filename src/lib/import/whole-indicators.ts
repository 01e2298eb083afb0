import { hasNoThousandths, type Indicator } from '../domain/indicator/indicator.ts';
import type { Cell } from './table.ts';
import { findName, namesOf } from './table-columns.ts';

/** Whether a cell names an indicator whose values never have three decimals. */
export const wholeIndicators = (indicators: readonly Indicator[]): ((name: Cell) => boolean) => {
	const names = namesOf(indicators.flatMap(({ id, key, label }) => [[key, id] as const, [label, id] as const]));
	const whole = new Set(indicators.flatMap(({ id, unit }) => (hasNoThousandths(unit) ? [id] : [])));
	return (name) => whole.has(findName(names, String(name)) ?? '');
};
