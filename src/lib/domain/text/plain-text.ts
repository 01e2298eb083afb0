import { fail, ok, type Problem, type Result } from '../problem.ts';

/** A text as it is kept: NFC, LF line ends, no byte order mark; with what was changed to make it so. */
export type CanonicalText = { readonly text: string; readonly warnings: readonly Problem[] };

const lineEnds = /\r\n?/g;
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Brings a decoded text into canonical form, over which all positions are counted.
 * Zero-width characters, soft hyphens and other invisible signs stay: they are part of what was delivered.
 * Half characters (lone surrogates) become U+FFFD with a warning; NUL is refused, since no store can keep it.
 */
export const canonicalText = (decoded: string): Result<CanonicalText> => {
	if (decoded.includes('\0')) return fail('text-has-nul');
	const withoutMark = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
	const halves = withoutMark.match(loneSurrogates)?.length ?? 0;
	const whole = halves > 0 ? withoutMark.replace(loneSurrogates, '\uFFFD') : withoutMark;
	const text = whole.replace(lineEnds, '\n').normalize('NFC');
	return ok({ text, warnings: halves > 0 ? [{ code: 'text-half-characters', params: { count: halves } }] : [] });
};
