/** Names of the characters U+00A0 to U+00FF, in order. */
const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
		' '
	);

/** The names that writing programs use; a name that is not here stays as it was written. */
const named: ReadonlyMap<string, string> = new Map([
	...latin.map((name, index): readonly [string, string] => [name, String.fromCharCode(0xa0 + index)]),
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['OElig', 'Œ'],
	['oelig', 'œ'],
	['Scaron', 'Š'],
	['scaron', 'š'],
	['Yuml', 'Ÿ'],
	['fnof', 'ƒ'],
	['circ', 'ˆ'],
	['tilde', '˜'],
	['ensp', '\u2002'],
	['emsp', '\u2003'],
	['thinsp', '\u2009'],
	['zwnj', '\u200C'],
	['zwj', '\u200D'],
	['lrm', '\u200E'],
	['rlm', '\u200F'],
	['ndash', '–'],
	['mdash', '—'],
	['horbar', '―'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['sbquo', '‚'],
	['ldquo', '“'],
	['rdquo', '”'],
	['bdquo', '„'],
	['dagger', '†'],
	['Dagger', '‡'],
	['bull', '•'],
	['hellip', '…'],
	['permil', '‰'],
	['prime', '′'],
	['Prime', '″'],
	['lsaquo', '‹'],
	['rsaquo', '›'],
	['euro', '€'],
	['trade', '™'],
	['larr', '←'],
	['uarr', '↑'],
	['rarr', '→'],
	['darr', '↓'],
	['harr', '↔'],
	['minus', '−'],
	['ne', '≠'],
	['le', '≤'],
	['ge', '≥'],
	['infin', '∞'],
	['asymp', '≈'],
	['check', '✓'],
	['NewLine', '\n'],
	['Tab', '\t'],
	['colon', ':'],
	['lbrack', '['],
	['rbrack', ']'],
	['lpar', '('],
	['rpar', ')'],
	['hyphen', '‐']
]);

/** What 128 to 159 mean, since writers mean Windows-1252 by them. */
const windows1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 128 + index));

/** Text with its character references replaced: `&eacute;`, `&#233;`, `&#xE9;`. */
export const decodeEntities = (text: string): string =>
	text.includes('&')
		? text.replaceAll(
				/&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,30}));?/g,
				(whole, decimal, hex, name) => {
					if (typeof name === 'string') return named.get(name) ?? whole;
					return fromCode(typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16));
				}
			)
		: text;

const fromCode = (code: number): string => {
	if (code >= 128 && code < 160) return windows1252[code - 128] ?? '\uFFFD';
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\uFFFD';
	return String.fromCodePoint(code);
};
