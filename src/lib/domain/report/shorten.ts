import { fail, ok, type Result } from '../problem.ts';

/** Stands for words that were left out of a quote. */
export const leftOutSign = '(…)';

/** What people type for it. */
const typedSigns = /\(\s*(?:…|\.{3})\s*\)/g;

/**
 * A quote as an author shortened it: the words of the original in their order, with "(…)" for what was left out.
 * null = nothing was left out. Words of one's own are refused: a quote is what somebody said.
 */
export const shortened = (original: string, typed: string): Result<string | null> => {
	const tidy = folded(typed.replaceAll(typedSigns, leftOutSign));
	const whole = folded(original);
	if (tidy === whole) return ok(null);
	const parts = tidy.split(leftOutSign).map((part) => part.trim());
	if (parts.every((part) => part === '')) return fail('report-quote-empty', undefined, 'shortened');
	if (parts.length === 1) return fail('report-quote-other-words', { part: 1 }, 'shortened');
	let from = 0;
	for (const [at, part] of parts.entries()) {
		const found = placeOf(whole, part, from, at === 0, at === parts.length - 1);
		if (found === -1) return fail('report-quote-other-words', { part: at + 1 }, 'shortened');
		from = found + part.length;
	}
	return ok(tidy);
};

/** What was kept of a quote, beside the words of now: words that were shortened fit them, or do not any more. */
export type ShortenedNow = {
	/** null = the quote is whole */
	readonly shortened: string | null;
	/** it was shortened, and its words changed since, so that it is whole until somebody shortens it again */
	readonly isOutdated: boolean;
};

/** A quote that was shortened (null = it was not) beside its words of now; without words (null) nothing is shown of it. */
export const shortenedNow = (original: string | null, kept: string | null): ShortenedNow => {
	if (original === null || kept === null) return { shortened: null, isOutdated: false };
	const fitting = shortened(original, kept);
	return fitting.ok ? { shortened: fitting.value, isOutdated: false } : { shortened: null, isOutdated: true };
};

/** The words of a quote as they are shown; null = they may not be. */
export const quotedWords = ({
	text,
	shortened
}: {
	readonly text: string | null;
	readonly shortened: string | null;
}): string | null => (text === null ? null : (shortened ?? text));

/** Where a part stands: the first one at the beginning, the last one at the end, the others after what came before. */
const placeOf = (whole: string, part: string, from: number, isFirst: boolean, isLast: boolean): number => {
	if (isFirst) return whole.startsWith(part) ? 0 : -1;
	if (!isLast) return whole.indexOf(part, from);
	const at = whole.length - part.length;
	return at >= from && whole.endsWith(part) ? at : -1;
};

const folded = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
