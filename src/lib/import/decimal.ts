import type { Cell } from './table.ts';

export type DecimalSign = ',' | '.';

/** What the numbers of a file show about their notation; 'unknown' = no number tells, 'mixed' = they disagree. */
export type Notation =
	{ readonly decimal: DecimalSign | 'unknown' } | { readonly decimal: 'mixed'; readonly row: number };

/** A number cell to learn the notation from; whole numbers and money have no three decimals, so such a sign parts thousands. */
export type NumberCell = { readonly row: number; readonly cell: Cell; readonly isWhole: boolean };

export type NumberReading =
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'missing' }
	| { readonly kind: 'ambiguous' }
	| { readonly kind: 'unreadable' };

const missing = new Set([
	'',
	'-',
	'--',
	'–',
	'—',
	'.',
	'..',
	'x',
	'xx',
	'xxx',
	'n.b.',
	'nb',
	'n.v.t.',
	'nvt',
	'n/a',
	'na'
]);

/** Whether a cell says that there is no value, in one of the ways statistics offices write it. */
export const isMissing = (cell: Cell): boolean =>
	typeof cell === 'string'
		? missing.has(bare(cell).toLowerCase()) || /^-9{4}\d$/.test(bare(cell))
		: isMissingCode(cell);

/** Statistics Netherlands writes -99997 and its like where a number would be. */
const isMissingCode = (value: number): boolean => Number.isInteger(value) && value >= -99_999 && value <= -99_990;

/** The count that a cell says there are fewer than: 10 of "<10", "< 10" and "minder dan 10", 11 of "≤10"; null = it says none. */
export const fewerThan = (cell: Cell): number | null => {
	if (typeof cell !== 'string') return null;
	const [, sign, count] = /^(<=|≤|<|minderdan|kleinerdan|fewerthan|lessthan)(\d{1,9})$/i.exec(bare(cell)) ?? [];
	if (sign === undefined || count === undefined) return null;
	return sign === '<=' || sign === '≤' ? Number(count) + 1 : Number(count);
};

/** Whether a cell says that there are too few cases to show: "<10". */
export const isTooFew = (cell: Cell): boolean => fewerThan(cell) !== null;

/** Learns from all number cells of a file whether its decimal sign is a comma or a point. */
export const notationOf = (cells: readonly NumberCell[]): Notation => {
	let decimal: DecimalSign | 'unknown' = 'unknown';
	for (const { row, cell, isWhole } of cells) {
		const sign = typeof cell === 'string' ? signShownBy(bare(cell), isWhole) : null;
		if (sign === null) continue;
		if (decimal !== 'unknown' && decimal !== sign) return { decimal: 'mixed', row };
		decimal = sign;
	}
	return { decimal };
};

/** Reads a number in the file's notation. "1.000" in a file that shows no notation is ambiguous, never guessed. */
export const readNumber = (cell: Cell, { decimal }: Notation): NumberReading => {
	if (isMissing(cell)) return { kind: 'missing' };
	if (typeof cell === 'number') return { kind: 'number', value: cell };
	const written = bare(cell);
	if (!/^[+-]?\d[\d.,]*$/.test(written)) return { kind: 'unreadable' };
	if (!/[.,]/.test(written)) return { kind: 'number', value: Number(written) };
	if (decimal === 'unknown' || decimal === 'mixed') return { kind: 'ambiguous' };
	const thousands = decimal === ',' ? '.' : ',';
	const [whole = '', fraction, ...more] = written.split(decimal);
	if (more.length > 0 || fraction?.includes(thousands) || !isGrouped(whole, thousands)) return { kind: 'unreadable' };
	return { kind: 'number', value: Number(`${whole.replaceAll(thousands, '')}.${fraction || '0'}`) };
};

/** Without spaces (also as thousands sign), a percent sign at the end, and with a plain minus. */
const bare = (cell: string): string =>
	cell
		.slice(0, 60)
		.replaceAll(/[\s\u00A0\u202F']/g, '')
		.replace(/^−/, '-')
		.replace(/(?<=\d)%$/, '');

const isGrouped = (whole: string, thousands: string): boolean => {
	const groups = whole.replace(/^[+-]/, '').split(thousands);
	if (groups.length === 1) return /^\d+$/.test(groups[0] ?? '');
	return groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
};

/** Which decimal sign a number proves; null when it could be either. */
const signShownBy = (written: string, isWhole: boolean): DecimalSign | null => {
	const signs = written.replaceAll(/[^.,]/g, '');
	const last = signs.at(-1);
	if (last === undefined || !/^[+-]?\d[\d.,]*$/.test(written)) return null;
	const other: DecimalSign = last === ',' ? '.' : ',';
	const self: DecimalSign = last === ',' ? ',' : '.';
	if (signs.includes(other)) return self; // 1.234,5
	if (signs.length > 1) return other; // 1.234.567
	const decimals = written.length - written.indexOf(last) - 1;
	if (decimals !== 3 || /^[+-]?0[.,]/.test(written) || /^[+-]?\d{4,}[.,]/.test(written)) return self; // 7,4  0,125  1234,567
	return isWhole ? other : null;
};
