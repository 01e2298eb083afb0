import type { LeftOutKind } from './left-out.ts';

/** Groups that are no part of the text, and as what they are told; null = they are not worth telling. */
export const rtfOutside: ReadonlyMap<string, LeftOutKind | null> = new Map<string, LeftOutKind | null>([
	['pict', 'pictures'],
	['object', 'objects'],
	['footnote', 'footnotes'],
	['annotation', 'comments'],
	...[
		'header headerl headerr headerf footer footerl footerr footerf'.split(' '),
		'fonttbl colortbl stylesheet info fldinst nonshppict shprslt atnid atnauthor atntime atndate atnicn atnparent'.split(
			' '
		),
		'xe tc txe rxe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntext pntxta pntxtb comment template'.split(' '),
		'bkmkstart bkmkend listname listtext listtable listoverridetable revtbl rsidtbl filetbl generator xmlnstbl'.split(
			' '
		),
		'themedata colorschememapping datastore latentstyles pgptbl private'.split(' ')
	]
		.flat()
		.map((word): readonly [string, null] => [word, null])
]);

/** Groups marked as "skip when unknown" that do hold text of the page. */
export const rtfInside = new Set(['ud', 'shpinst', 'shppict', 'fldrslt']);

/** Words that stand for a character. */
export const rtfCharacters: ReadonlyMap<string, string> = new Map([
	['tab', '\t'],
	['emdash', '—'],
	['endash', '–'],
	['emspace', '\u2003'],
	['enspace', '\u2002'],
	['qmspace', '\u2005'],
	['bullet', '•'],
	['lquote', '‘'],
	['rquote', '’'],
	['ldblquote', '“'],
	['rdblquote', '”'],
	['ltrmark', '\u200E'],
	['rtlmark', '\u200F'],
	['zwj', '\u200D'],
	['zwnj', '\u200C'],
	['zwbo', '\u200B']
]);

/** Code pages of `\fcharset`; 0 = the page of the file. */
export const rtfCharsets: ReadonlyMap<number, number> = new Map([
	[77, 10000],
	[128, 932],
	[129, 949],
	[134, 936],
	[136, 950],
	[161, 1253],
	[162, 1254],
	[163, 1258],
	[177, 1255],
	[178, 1256],
	[186, 1257],
	[204, 1251],
	[222, 874],
	[238, 1250],
	[254, 437],
	[255, 850]
]);
