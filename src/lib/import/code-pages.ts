/** The upper halves of code pages of DOS that browsers do not know. */
const dosPages: ReadonlyMap<number, string> = new Map([
	[
		437,
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0'
	],
	[
		850,
		'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0'
	]
]);

/** Numbers of code pages that have another name in browsers; the rest is `windows-` and its number. */
const names: ReadonlyMap<number, string> = new Map([
	[866, 'ibm866'],
	[874, 'windows-874'],
	[932, 'shift_jis'],
	[936, 'gbk'],
	[949, 'euc-kr'],
	[950, 'big5'],
	[10000, 'macintosh'],
	[65001, 'utf-8']
]);

/** Bytes in a numbered code page as text; null when the page is not known. */
export const decodePage = (bytes: Uint8Array, page: number): string | null => {
	if (bytes.length < 64 && bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes);
	const upper = dosPages.get(page);
	if (upper !== undefined)
		return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '\uFFFD'))).join(
			''
		);
	try {
		return new TextDecoder(names.get(page) ?? `windows-${page}`, { ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
};
