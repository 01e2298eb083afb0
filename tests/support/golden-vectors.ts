/** Texts in which UTF-16 units, code points and bytes differ (FIELD.md, section d), with their length in code points. */
export const goldenVectors: readonly { readonly name: string; readonly text: string; readonly codePoints: number }[] = [
	{ name: 'plain letters', text: 'wijk', codePoints: 4 },
	{ name: 'é in one code point', text: 'caf\u00e9', codePoints: 4 },
	{ name: 'é as letter and accent', text: 'cafe\u0301', codePoints: 5 },
	{ name: 'euro sign', text: '\u20ac', codePoints: 1 },
	{ name: 'the letter ĳ', text: '\u0133', codePoints: 1 },
	{ name: 'emoji', text: '\u{1F600}', codePoints: 1 },
	{ name: 'heart with variation selector', text: '\u2764\ufe0f', codePoints: 2 },
	{ name: 'flag', text: '\u{1F1F3}\u{1F1F1}', codePoints: 2 },
	{ name: 'thumb with skin tone', text: '\u{1F44D}\u{1F3FD}', codePoints: 2 },
	{ name: 'family joined by ZWJ', text: '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}', codePoints: 5 },
	{ name: 'astral letter', text: '\u{1D47A}', codePoints: 1 },
	{ name: 'ligature', text: '\ufb01', codePoints: 1 },
	{ name: 'soft hyphen', text: 'woon\u00adwijk', codePoints: 9 },
	{ name: 'no-break space between words', text: 'de\u00a0wijk', codePoints: 7 }
];
