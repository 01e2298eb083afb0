import { withoutBsns } from './block-bsn.ts';

/** Ids and days are no words, though their digits can look like a number of somebody. */
const idOrDay = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}(-\d{2}([T ].*)?)?)$/;

/** Plain data in which no text holds a citizen service number; the same data when none did. */
export const withoutBsnsIn = <T>(value: T): T => cleaned(value) as T;

/** How many texts in plain data hold a citizen service number. */
export const textsWithBsns = (value: unknown): number => {
	if (typeof value === 'string') return cleaned(value) === value ? 0 : 1;
	if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
	return Object.values(value).reduce<number>((sum, part) => sum + textsWithBsns(part), 0);
};

const cleaned = (value: unknown): unknown => {
	if (typeof value === 'string') return idOrDay.test(value) ? value : withoutBsns(value);
	if (Array.isArray(value)) {
		const items: readonly unknown[] = value.map(cleaned);
		return items.every((item, index) => item === value[index]) ? value : items;
	}
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	const entries = Object.entries(value).map(([key, part]) => ({ key, before: part as unknown, after: cleaned(part) }));
	return entries.every(({ before, after }) => before === after)
		? value
		: Object.fromEntries(entries.map(({ key, after }) => [key, after]));
};
