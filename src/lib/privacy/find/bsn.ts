import type { Identifier } from '../../domain/source/identifier.ts';
import { readText, type Hit, type Reading } from '../reading.ts';
import { spokenDigits } from '../spoken-digits.ts';
import { toIdentifiers } from '../to-identifiers.ts';

/** Digits with single dots, spaces or dashes between them, as one whole; none of its edges touches a letter or an amount's comma. */
const digitRun = /(?<![\p{L}\d@_])\d(?:[ .\u00A0-]?\d)*(?![\p{L}\d@_]|,\d)/gu;
/** How a number of nine is written in groups, where more digits stand around it. */
const groupings = ['9', '3-3-3', '4-2-3'];
const mostGroups = 3;
/** A telephone number holds eight or nine digits too. */
const phone = /^(?:0[1-9]\d{8}|0031\d{9}|31\d{9})$/;
const dayMonthYear = /^(?:0?[1-9]|[12]\d|3[01])[ .-](?:0?[1-9]|1[0-2])[ .-](?:19|20)\d\d$/;
const money = /^\s?(?:euro|eur|€)/iu;

/**
 * Whether eight or nine digits are a citizen service number: 9a+8b+7c+6d+5e+4f+3g+2h−i can be divided by 11 and not all are
 * zero. A number of eight has a zero before it.
 */
export const isBsn = (digits: string): boolean => {
	if (!/^\d{8,9}$/.test(digits) || /^0+$/.test(digits)) return false;
	const padded = digits.padStart(9, '0');
	const sum = [...padded].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
	return sum % 11 === 0;
};

/** Citizen service numbers, in figures or spelled out. */
export const findBsn = (reading: Reading): readonly Hit[] => {
	const { text } = reading;
	const hits: Hit[] = [];
	for (const { 0: run, index } of text.matchAll(digitRun)) {
		if (text[index - 1] === '+' || phone.test(run.replace(/\D/g, ''))) continue;
		for (const { from, to } of numbersIn(run)) {
			const written = run.slice(from, to);
			if (!isBsn(written.replace(/\D/g, '')) || dayMonthYear.test(written)) continue;
			if (
				money.test(text.slice(index + to, index + to + 6)) ||
				/€\s?$/.test(text.slice(index + from - 2, index + from))
			)
				continue;
			hits.push({ from: index + from, to: index + to, kind: 'bsn', rule: 'bsn', sureness: 'certain' });
		}
	}
	for (const { from, to, digits } of spokenDigits(reading))
		if (digits.length === 9 && isBsn(digits))
			hits.push({ from, to, kind: 'bsn', rule: 'bsn-in-words', sureness: 'maybe' });
	return hits;
};

/** The citizen service numbers of a text: such a text may not be kept. */
export const findBsns = (text: string): readonly Identifier[] => toIdentifiers(text, findBsn(readText(text)));

/** Whether a citizen service number stands in a text. */
export const hasBsn = (text: string): boolean => findBsns(text).length > 0;

/** The parts of a run of digits that are written as one number of eight or nine. */
const numbersIn = (run: string): readonly { readonly from: number; readonly to: number }[] => {
	const groups = [...run.matchAll(/\d+/g)].map(({ 0: { length }, index }) => ({ index, length }));
	const total = groups.reduce((sum, { length }) => sum + length, 0);
	if ((total === 8 || total === 9) && !(total === 8 && run.includes('-'))) return [{ from: 0, to: run.length }];
	const found: { from: number; to: number }[] = [];
	for (let first = 0; first < groups.length; first += 1) {
		let shape = '';
		for (let last = first; last < Math.min(groups.length, first + mostGroups); last += 1) {
			const { index, length } = groups[last] ?? { index: 0, length: 0 };
			shape += `${last > first ? '-' : ''}${length}`;
			if (!groupings.includes(shape)) continue;
			found.push({ from: groups[first]?.index ?? 0, to: index + length });
			first = last;
			break;
		}
	}
	return found;
};
