/** Digits in a row, as a citizen service number is written: with spaces or dots or without. */
const numbers = /\d(?:[. ]?\d){7,8}/g;

/**
 * Whether an answer has [BSN] where a number was sent: the server never stores a citizen service number, and who wrote it
 * should know that it was replaced.
 */
export const isBsnReplaced = (sent: string, answer: string): boolean =>
	answer.includes('[BSN]') && (sent.match(numbers) ?? []).some((number) => !answer.includes(number));
