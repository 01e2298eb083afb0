import { plainText, type RichText } from '../text/rich-text.ts';
import { firstLetters } from '../text/first-letters.ts';

/** As many letters of a memo stand for it when it has no title. */
const shortest = 60;

/** What a memo is called: its title, or its first words. */
export const memoName = ({ title, body }: { readonly title: string; readonly body: RichText }): string =>
	title === '' ? firstLetters(plainText(body).trim().replaceAll(/\s+/g, ' '), shortest) : title;
