import type { Hit, Reading } from '../reading.ts';

const withPrefix = /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s<>"“”«»]{2,500}/giu;
/** A bare address needs an ending that is no Dutch word: a space is soon forgotten after a full stop. */
const bare =
	/(?<![\p{L}\p{N}@._-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){0,3}\.(?:nl|com|org|net|eu|info|example|amsterdam|frl)(?![\p{L}\p{N}@])(?:\/[^\s<>"“”«»]{0,500})?/giu;
const closing = /[.,;:!?)\]'’”…]+$/u;

/** Addresses of web pages. */
export const findWebsites = ({ text }: Reading): readonly Hit[] =>
	[withPrefix, bare].flatMap((pattern) =>
		[...text.matchAll(pattern)].map(({ 0: found, index }): Hit => ({
			from: index,
			to: index + found.replace(closing, '').length,
			kind: 'website',
			rule: 'website',
			sureness: pattern === bare ? 'likely' : 'certain'
		}))
	);
