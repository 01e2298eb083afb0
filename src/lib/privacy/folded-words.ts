/** Words without case, accents and what is no letter or digit, so that the same words look the same in two places. */
export const foldedWords = (text: string): string =>
	text
		.normalize('NFD')
		.toLocaleLowerCase('nl')
		.replace(/\p{M}+/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
