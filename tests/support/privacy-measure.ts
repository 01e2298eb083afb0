import { identifierKinds, type Identifier, type IdentifierKind } from '../../src/lib/domain/source/identifier.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { overlaps, textOf, type Range } from '../../src/lib/domain/text/range.ts';
import { findIdentifiers } from '../../src/lib/privacy/find-identifiers.ts';
import { infixes, manTitles, otherTitles, womanTitles } from '../../src/lib/privacy/lists/name-words.ts';
import { foldWord } from '../../src/lib/privacy/fold-word.ts';
import type { Mark, MarkedText } from './privacy-texts.ts';

/** What became of the marks and the hits of one kind. */
export type KindScore = {
	readonly kind: IdentifierKind;
	readonly marks: number;
	/** every word of the mark is found, whatever the kind that was proposed */
	readonly whole: number;
	/** some words of it are found */
	readonly part: number;
	readonly hits: number;
	/** hits on marked words */
	readonly right: number;
};

export type Score = {
	readonly kinds: readonly KindScore[];
	readonly missed: readonly string[];
	readonly wrong: readonly string[];
	/** hits and right hits by sureness */
	readonly bySureness: Readonly<Record<Identifier['sureness'], { readonly hits: number; readonly right: number }>>;
};

/** Lays what the rules find beside what a person marked; only hits of the kinds that were marked are judged. */
export const scoreOf = (texts: readonly MarkedText[], judged: readonly IdentifierKind[] = identifierKinds): Score => {
	const all = texts.map((one) => ({ ...one, hits: findIdentifiers(one.text, { turns: one.turns }) }));
	const seen = all.flatMap(({ name, text, marks, hits }) => {
		const map = positionMap(text);
		const words = (range: Range) => textOf(map, range);
		return {
			marks: marks.map((mark) => ({ ...mark, found: foundPart(text, mark, hits), words: `${name}: ${words(mark)}` })),
			hits: hits
				.filter(({ kind }) => judged.includes(kind))
				.map((hit) => ({ ...hit, isRight: marks.some((mark) => overlaps(mark, hit)), words: `${name}: ${words(hit)}` }))
		};
	});
	const marks = seen.flatMap((one) => one.marks);
	const hits = seen.flatMap((one) => one.hits);
	const count = (sureness: Identifier['sureness']) => {
		const ofSureness = hits.filter((hit) => hit.sureness === sureness);
		return { hits: ofSureness.length, right: ofSureness.filter(({ isRight }) => isRight).length };
	};
	return {
		kinds: judged.map((kind) => ({
			kind,
			marks: marks.filter((mark) => mark.kind === kind).length,
			whole: marks.filter((mark) => mark.kind === kind && mark.found === 'whole').length,
			part: marks.filter((mark) => mark.kind === kind && mark.found === 'part').length,
			hits: hits.filter((hit) => hit.kind === kind).length,
			right: hits.filter((hit) => hit.kind === kind && hit.isRight).length
		})),
		missed: marks
			.filter(({ found }) => found !== 'whole')
			.map(({ kind, found, words }) => `${kind} (${found}) ${words}`),
		wrong: hits.filter(({ isRight }) => !isRight).map(({ kind, rule, words }) => `${kind} (${rule}) ${words}`),
		bySureness: { certain: count('certain'), likely: count('likely'), maybe: count('maybe') }
	};
};

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** How much of a mark lies in hits; titles and small words of a name may stay. */
const foundPart = (text: string, mark: Mark, hits: readonly Identifier[]): 'whole' | 'part' | 'none' => {
	const map = positionMap(text);
	const from = map.toUtf16(mark.start);
	const parts = [...textOf(map, mark).matchAll(word)].filter(({ 0: found }) => !maySay(foldWord(found), mark.kind));
	const inHit = parts.filter(({ 0: found, index }) => {
		const range = { start: map.toPosition(from + index), end: map.toPosition(from + index + found.length) };
		return hits.some((hit) => overlaps(hit, range));
	});
	return inHit.length === parts.length ? 'whole' : inHit.length > 0 ? 'part' : 'none';
};

const maySay = (folded: string, kind: IdentifierKind): boolean =>
	kind === 'name'
		? infixes.has(folded) ||
			manTitles.has(folded) ||
			womanTitles.has(folded) ||
			otherTitles.has(folded) ||
			folded === 'de'
		: /^(?:de|het|van|in|op|bij|deze|aan|mijn)$/.test(folded);
