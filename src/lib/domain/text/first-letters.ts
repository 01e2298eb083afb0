/** The first letters of a text, with a sign that there is more. */
export const firstLetters = (text: string, most: number): string => {
	const letters = [...text];
	return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()} …`;
};
