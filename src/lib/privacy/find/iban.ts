import type { Hit, Reading } from '../reading.ts';

/** Countries that use IBAN, and how many signs a number has there (registry of SWIFT). */
const lengths: Readonly<Record<string, number>> = {
	AD: 24,
	AE: 23,
	AL: 28,
	AT: 20,
	AZ: 28,
	BA: 20,
	BE: 16,
	BG: 22,
	BH: 22,
	BI: 27,
	BR: 29,
	BY: 28,
	CH: 21,
	CR: 22,
	CY: 28,
	CZ: 24,
	DE: 22,
	DJ: 27,
	DK: 18,
	DO: 28,
	EE: 20,
	EG: 29,
	ES: 24,
	FI: 18,
	FK: 18,
	FO: 18,
	FR: 27,
	GB: 22,
	GE: 22,
	GI: 23,
	GL: 18,
	GR: 27,
	GT: 28,
	HN: 28,
	HR: 21,
	HU: 28,
	IE: 22,
	IL: 23,
	IQ: 23,
	IS: 26,
	IT: 27,
	JO: 30,
	KW: 30,
	KZ: 20,
	LB: 28,
	LC: 32,
	LI: 21,
	LT: 20,
	LU: 20,
	LV: 21,
	LY: 25,
	MC: 27,
	MD: 24,
	ME: 22,
	MK: 19,
	MN: 20,
	MR: 27,
	MT: 31,
	MU: 30,
	NI: 28,
	NL: 18,
	NO: 15,
	OM: 23,
	PK: 24,
	PL: 28,
	PS: 29,
	PT: 25,
	QA: 29,
	RO: 24,
	RS: 22,
	RU: 33,
	SA: 24,
	SC: 31,
	SD: 18,
	SE: 24,
	SI: 19,
	SK: 24,
	SM: 27,
	SO: 23,
	ST: 25,
	SV: 28,
	TL: 23,
	TN: 24,
	TR: 26,
	UA: 29,
	VA: 22,
	VG: 24,
	XK: 20,
	YE: 30
};
const start = /(?<![\p{L}\p{N}])[A-Z]{2}[ \u00A0]?\d{2}(?=[ \u00A0.-]?[A-Z0-9])/giu;
const dutchForm = /^NL\d{2}[A-Z]{4}\d{10}$/;

/** Bank account numbers of all countries that use IBAN. One with a wrong check digit may be mistyped and still lead to somebody. */
export const findIbans = ({ text }: Reading): readonly Hit[] => {
	const hits: Hit[] = [];
	for (const { 0: head, index } of text.matchAll(start)) {
		const length = lengths[head.slice(0, 2).toUpperCase()];
		const number = length === undefined ? null : readSigns(text, index, length);
		if (!number) continue;
		const isRight = remainder97(number.signs) === 1;
		if (isRight) hits.push({ from: index, to: number.to, kind: 'iban', rule: 'iban', sureness: 'certain' });
		else if (dutchForm.test(number.signs))
			hits.push({ from: index, to: number.to, kind: 'iban', rule: 'iban-mistyped', sureness: 'maybe' });
	}
	return hits;
};

/** So many letters and figures from a place on, with at most one space, dot or dash between two; null when there are fewer or more. */
const readSigns = (
	text: string,
	from: number,
	length: number
): { readonly signs: string; readonly to: number } | null => {
	let signs = '';
	let at = from;
	for (let gap = 0; at < text.length && signs.length < length; at += 1) {
		const sign = text[at] ?? '';
		if (/[A-Za-z0-9]/.test(sign)) {
			signs += sign.toUpperCase();
			gap = 0;
		} else if (/[ \u00A0.-]/.test(sign) && gap === 0) gap = 1;
		else return null;
	}
	return signs.length === length && !/[\p{L}\p{N}]/u.test(text[at] ?? ' ') ? { signs, to: at } : null;
};

/** ISO 7064, mod 97-10: the first four signs go to the end, letters count from 10; a right number leaves 1. */
const remainder97 = (signs: string): number => {
	let rest = 0;
	for (const sign of signs.slice(4) + signs.slice(0, 4)) {
		const value = Number.parseInt(sign, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest;
};
