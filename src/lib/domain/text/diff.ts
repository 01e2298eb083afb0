import { type Edit } from './edit.ts';
import { editOf, hunksOf, type Hunk } from './hunk.ts';
import { matchItems } from './match.ts';
import { codePointLength, positionMap } from './position.ts';

/**
 * The edit that makes one text into another: by lines, then by words, then by characters within a word that was only
 * respelled. Words that stay keep their place and order; nothing is looked for elsewhere in the text.
 */
export const diffTexts = (before: string, after: string): Edit => editOf(byLines(before, after));

/**
 * The same edit, touching no more than it must: where words make place for others, what both have stays. So a passage
 * that was taken out and put back again was never gone.
 */
export const refineEdit = (text: string, edit: Edit): Edit => {
	const map = positionMap(text);
	return editOf(
		hunksOf(edit).flatMap((hunk) =>
			hunk.insert === '' || hunk.start === hunk.end
				? [hunk]
				: moved(byLines(map.slice(hunk.start, hunk.end), hunk.insert), hunk.start)
		)
	);
};

const moved = (hunks: readonly Hunk[], by: number): readonly Hunk[] =>
	hunks.map(({ start, end, insert }) => ({ start: start + by, end: end + by, insert }));

/** A stretch that both texts have, or one that makes place for another. */
type Stretch =
	| { readonly kind: 'kept'; readonly items: readonly string[] }
	| { readonly kind: 'replaced'; readonly old: readonly string[]; readonly fresh: readonly string[] };

const stretches = (old: readonly string[], fresh: readonly string[]): readonly Stretch[] => {
	const found: Stretch[] = [];
	let [at, newAt] = [0, 0];
	const replace = (to: number, newTo: number) => {
		if (to > at || newTo > newAt)
			found.push({ kind: 'replaced', old: old.slice(at, to), fresh: fresh.slice(newAt, newTo) });
	};
	for (const [place, newPlace] of matchItems(old, fresh)) {
		replace(place, newPlace);
		const last = found.at(-1);
		const item = old[place] ?? '';
		const isNext = last?.kind === 'kept' && place === at && newPlace === newAt;
		if (isNext) found[found.length - 1] = { kind: 'kept', items: [...last.items, item] };
		else found.push({ kind: 'kept', items: [item] });
		[at, newAt] = [place + 1, newPlace + 1];
	}
	replace(old.length, fresh.length);
	return found;
};

const byLines = (before: string, after: string): readonly Hunk[] => {
	const hunks: Hunk[] = [];
	let at = 0;
	for (const stretch of stretches(linesOf(before), linesOf(after))) {
		const old = (stretch.kind === 'kept' ? stretch.items : stretch.old).join('');
		if (stretch.kind === 'replaced') hunks.push(...moved(byWords(old, stretch.fresh.join('')), at));
		at += codePointLength(old);
	}
	return hunks;
};

/** Lines with the sign that ends them. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Words, signs (an emoji is one), white space and ends of lines. */
const item =
	/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*|\n|[^\S\n]+|\p{RI}\p{RI}|[^\p{L}\p{N}\p{M}\s](?:[\p{M}\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]|(?<=\u200D)[^\p{L}\p{N}\s])*/gu;
const ink = /[\p{L}\p{N}]/u;

const byWords = (before: string, after: string): readonly Hunk[] => {
	const parts = stretches(before.match(item) ?? [], after.match(item) ?? []).flatMap(respelled);
	const hunks: Hunk[] = [];
	let at = 0;
	parts.forEach((part, index) => {
		const old = (part.kind === 'kept' ? part.items : part.old).join('');
		const end = at + codePointLength(old);
		const last = hunks.at(-1);
		if (part.kind === 'replaced') {
			const joins = last?.end === at ? hunks.pop() : undefined;
			hunks.push({ start: joins?.start ?? at, end, insert: (joins?.insert ?? '') + part.fresh.join('') });
		} else if (isFiller(old, parts[index - 1], parts[index + 1]) && last?.end === at) {
			// Words that only share the space between them have nothing in common.
			hunks[hunks.length - 1] = { ...last, end, insert: last.insert + old };
		}
		at = end;
	});
	return hunks;
};

/** White space and signs between two words that are both replaced. The end of a line is none: turns end there. */
const isFiller = (kept: string, before: Stretch | undefined, after: Stretch | undefined): boolean =>
	!ink.test(kept) && !kept.includes('\n') && [before, after].every((part) => part?.kind === 'replaced' && swaps(part));

const swaps = ({ old, fresh }: Extract<Stretch, { kind: 'replaced' }>): boolean =>
	old.some((word) => ink.test(word)) && fresh.some((word) => ink.test(word));

/** One word for one that is much the same: what both begin and end with stays. */
const respelled = (stretch: Stretch): readonly Stretch[] => {
	if (stretch.kind === 'kept' || stretch.old.length !== 1 || stretch.fresh.length !== 1 || !swaps(stretch))
		return [stretch];
	const [old, fresh] = [[...(stretch.old[0] ?? '')], [...(stretch.fresh[0] ?? '')]];
	const shorter = Math.min(old.length, fresh.length);
	let head = 0;
	while (head < shorter && old[head] === fresh[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
	// A letter goes with its accents.
	while (head > 0 && (joins(old[head]) || joins(fresh[head]))) head -= 1;
	while (tail > 0 && joins(old[old.length - tail])) tail -= 1;
	if ((head + tail) * 2 < Math.max(old.length, fresh.length)) return [stretch];
	const kept = (from: number, to: number): readonly Stretch[] =>
		from < to ? [{ kind: 'kept', items: [old.slice(from, to).join('')] }] : [];
	const [out, put] = [old.slice(head, old.length - tail).join(''), fresh.slice(head, fresh.length - tail).join('')];
	return [
		...kept(0, head),
		{ kind: 'replaced', old: out === '' ? [] : [out], fresh: put === '' ? [] : [put] },
		...kept(old.length - tail, old.length)
	];
};

const joins = (character: string | undefined): boolean => character !== undefined && /^\p{M}/u.test(character);
