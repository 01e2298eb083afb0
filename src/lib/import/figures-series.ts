import type { Indicator } from '../domain/indicator/indicator.ts';
import type { FiguresChoices } from './figures-choices.ts';
import { indicatorNamed, indicatorOfColumns } from './figures-columns.ts';
import { headingOf, periodIn, waveOf, withoutPeriods, type Part } from './figures-heading.ts';
import type { Frame } from './observations-table.ts';
import type { Table } from './table.ts';

/** Columns that together hold the values of one indicator or round, with their bounds and numbers. */
export type Series = {
	readonly indicator: Indicator | null;
	/** what the headings say of the round; null = nothing */
	readonly period: string | null;
	/** the reference year that the headings say beside the round */
	readonly year: number | null;
	readonly columns: { readonly [P in Part]?: number };
};

/** Columns called after a round or a year, by what their headings have in common. */
export const seriesOfWaves = (
	{ columns }: Table,
	{ waves }: Frame,
	choices: FiguresChoices,
	isRead: (at: number) => boolean
): readonly Series[] => {
	const found = new Map<string, Series>();
	for (const [at, column] of columns.entries()) {
		if (!isRead(at) || besides.test(column)) continue;
		const heading = headingOf(column);
		const isNamed = waveOf(waves, column) !== null || waveOf(waves, heading.base) !== null;
		const isMapped = choices.rounds !== undefined && Object.hasOwn(choices.rounds, heading.base);
		if (!isNamed && !isMapped && !/^(?:\D*\s)?(?:19|20)\d{2}$/.test(heading.base)) continue;
		const before = found.get(heading.base);
		const part = partOf(column, choices);
		found.set(heading.base, {
			indicator: null,
			period: heading.base,
			year: heading.year ?? before?.year ?? null,
			columns: { [part]: at, ...before?.columns }
		});
	}
	return [...found.values()];
};

/** Columns called after an indicator, alone or with a round, a year or the part that they hold. */
export const seriesOfIndicators = (
	{ columns }: Table,
	{ indicators, waves }: Frame,
	choices: FiguresChoices,
	isRead: (at: number) => boolean
): readonly Series[] => {
	const named = indicatorOfColumns(
		columns.map((column, at) => (isRead(at) ? column : '')),
		indicators,
		choices.columns
	);
	const found = new Map<string, Series>();
	const bare: (readonly [Part, number])[] = [];
	for (const [at, column] of columns.entries()) {
		if (!isRead(at) || (choices.columns && Object.hasOwn(choices.columns, column) && choices.columns[column] === ''))
			continue;
		const heading = headingOf(column);
		const whole = heading.year === null ? heading.base : `${heading.base} ${heading.year}`;
		const rest = withoutPeriods(whole, waves);
		if (rest === '' && heading.part !== 'value') {
			bare.push([heading.part, at]);
			continue;
		}
		const indicator = named[at] ?? (isDerived(column, rest) ? indicatorNamed(rest, indicators) : null);
		if (!indicator) continue;
		// A year in the name of the indicator itself says nothing of this column.
		const own = periodIn(`${indicator.key} ${indicator.label}`, waves);
		const [periodText, year] =
			heading.year !== null && periodIn(heading.base, waves) !== null
				? [periodIn(heading.base, waves), heading.year]
				: [periodIn(whole, waves), null];
		const period = periodText === own ? null : periodText;
		const key = `${indicator.id} ${period ?? ''}`;
		const before = found.get(key);
		const part = partOf(column, choices);
		const isTwice = before?.columns[part] !== undefined;
		found.set(isTwice ? `${key} ${at}` : key, {
			indicator,
			period,
			year: year ?? before?.year ?? null,
			columns: isTwice ? { [part]: at } : { ...before?.columns, [part]: at }
		});
	}
	const [only, another] = found.values();
	return only && !another
		? [{ ...only, columns: { ...Object.fromEntries(bare), ...only.columns } }]
		: [...found.values()];
};

const isDerived = (column: string, rest: string): boolean => rest !== '' && rest !== column.trim();

/** The part of a column: as somebody says, else as its heading does. */
const partOf = (column: string, { roles = {} }: FiguresChoices): Part => {
	const role = Object.hasOwn(roles, column) ? roles[column] : undefined;
	if (role === 'n' || role === 'lower' || role === 'upper') return role;
	return role === 'values' ? 'value' : headingOf(column).part;
};

const besides =
	/(?<!\p{L})(?:bron|opmerking|toelichting|noot|verschil|getoetst|tested|significan\p{L}*|trend\p{L}*|source|note)(?!\p{L})/iu;
