import type { Utf16Offset } from '../../domain/text/position.ts';
import type { Hit, Reading } from '../reading.ts';
import { spokenDigits } from '../spoken-digits.ts';

/** How many digits a Dutch number has with its 0. */
const nationalLength = 10;
/** At most so many spaces, dashes, dots, slashes or brackets between two digits. */
const widestGap = 3;
const start = /(?<![\p{L}\d+._@/-])[+(]{0,2}\d/gu;
const abroad = /\+(?!31)[1-9]\d{0,2}(?:[ \u00A0.-]?\d){6,12}(?!\d)/y;
const isSeparator = (sign: string) => /[ \u00A0.\-–/()]/.test(sign);

/** Telephone numbers of ten digits (06, area codes, +31, 0031; not the shorter and longer ones of services), numbers abroad, and numbers that are spelled. */
export const findPhones = (reading: Reading): readonly Hit[] => {
	const { text } = reading;
	const hits: Hit[] = [];
	let done = 0;
	for (const { index } of text.matchAll(start)) {
		if (index < done) continue;
		const to = endOfNational(text, index) ?? endOfAbroad(text, index);
		if (to === null) continue;
		const rule = text[index] === '+' && !text.startsWith('+31', index) ? 'phone-abroad' : 'phone';
		hits.push({ from: index, to, kind: 'phone', rule, sureness: rule === 'phone' ? 'certain' : 'likely' });
		done = to;
	}
	for (const { from, to, digits } of spokenDigits(reading))
		if (/^0[1-9]\d{6,9}$|^0?31[1-9]\d{8}$/.test(digits))
			hits.push({ from, to, kind: 'phone', rule: 'phone-in-words', sureness: 'maybe' });
	return hits;
};

/** A number as it is dialled within the country: "+31 (0)6 12345678" and "06-12345678" are both "0612345678". */
export const nationalNumber = (written: string): string =>
	written
		.replace(/\(0\)/g, '')
		.replace(/[^\d+]/g, '')
		.replace(/^(?:\+31|0031)/, '0');

/** Where a number of ten digits ends that begins here; null when none does. */
const endOfNational = (text: string, from: Utf16Offset): Utf16Offset | null => {
	const prefix = /^(?:\(?\+31\)?|0031)/.exec(text.slice(from, from + 6))?.[0] ?? '';
	let digits = prefix === '' ? '' : '0';
	let at = from + prefix.length;
	if (prefix !== '') at += /^[ -]?\(0\)/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
	for (let gap = 0; at < text.length && digits.length < nationalLength; at += 1) {
		const sign = text[at] ?? '';
		if (sign >= '0' && sign <= '9') {
			if (digits === '' && sign !== '0') return null;
			if (digits === '0' && sign === '0') return null; // 00 calls abroad; no area begins with 0
			digits += sign;
			gap = 0;
		} else if ((isSeparator(sign) || (at === from && sign === '(')) && gap < widestGap) gap += 1;
		else return null;
	}
	const isWhole = digits.length === nationalLength && digits.startsWith('0') && !/[\p{L}\d]/u.test(text[at] ?? ' ');
	return isWhole ? at : null;
};

const endOfAbroad = (text: string, from: Utf16Offset): Utf16Offset | null => {
	abroad.lastIndex = from;
	return abroad.test(text) ? abroad.lastIndex : null;
};
