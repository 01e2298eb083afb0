import { withoutExample } from '../domain/codebook/example.ts';
import { referenceKey, withheldLabel, withReferences } from '../domain/memo/references.ts';
import { leftOutSign } from '../domain/report/shorten.ts';
import type { RichText } from '../domain/text/rich-text.ts';
import { changeData, changeRepeated, saidWords, type SaidWords } from './said-words.ts';

/** Words that are to be forgotten: passages as they were marked, and all of it as it is looked for. */
export type Forgotten = { readonly quotes: readonly string[]; readonly said: SaidWords };

/** What is forgotten of passages that were marked, and of texts that were spoken. */
export const forgottenOf = (quotes: readonly string[], spoken: readonly string[]): Forgotten => ({
	quotes,
	said: saidWords(quotes, spoken)
});

const leaveOut = (): string => leftOutSign;

/** A text in which people wrote, with "(…)" where it repeats words that are forgotten. */
export const forgetText = (text: string, { said }: Forgotten): string => changeRepeated(text, said, leaveOut);

/** The example of a code without passages that are forgotten, however short: there they were taken over as they are. */
export const forgetExample = (example: string, { quotes, said }: Forgotten): string => {
	const without = quotes.reduce((left, quote) => withoutExample(left, quote), example);
	const left = changeRepeated(without, said, leaveOut);
	return left !== example && left.replaceAll(leftOutSign, '').trim() === '' ? '' : left;
};

/** Something kept as data without words that are forgotten; the same value when it holds none. */
export const forgetData = (value: unknown, forgotten: Forgotten): unknown =>
	changeData(value, forgotten.said, leaveOut, (example) => forgetExample(example, forgotten));

/** A memo's text in which mentions of what is gone lose their name or words. */
export const forgetMentions = (body: RichText, gone: ReadonlySet<string>): RichText =>
	withReferences(body, (reference) =>
		gone.has(referenceKey(reference)) ? { ...reference, label: withheldLabel } : reference
	);
