const longest = 200; // characters of a title

/** The title a file name suggests: without folders and extension, in one normal form. Empty when nothing is left. */
export const titleFromFile = (fileName: string): string => {
	const base = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const plain = base
		.replace(/\.[^.]{1,10}$/, '')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
		.toWellFormed()
		.trim();
	return [...plain].slice(0, longest).join('').trim();
};
