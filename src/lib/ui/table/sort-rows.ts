/** Which column orders the rows, and which way. */
export type Sort = { readonly key: string; readonly isDescending: boolean };

/** What a cell is ordered by; null stands last in both directions. */
export type SortValue = string | number | null;

/** Rows in the order of their values: numbers as numbers, words as the language orders them; ties keep their order. */
export const sortRows = <Row>(
	rows: readonly Row[],
	valueOf: (row: Row) => SortValue,
	isDescending: boolean,
	locale: string
): readonly Row[] => {
	const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
	const compare = (a: string | number, b: string | number) =>
		typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
	return rows.toSorted((a, b) => {
		const [left, right] = [valueOf(a), valueOf(b)];
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		return compare(left, right) * (isDescending ? -1 : 1);
	});
};

/** The next order after a press on a column's head: ascending first, then turned round. */
export const nextSort = (current: Sort | null, key: string): Sort => ({
	key,
	isDescending: current?.key === key && !current.isDescending
});
