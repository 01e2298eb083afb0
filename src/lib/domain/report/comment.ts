import type { AreaId, PillarId, ReportCommentId, UserId } from '../project/ids.ts';
import { carrier } from '../text/carry.ts';
import { diffTexts } from '../text/diff.ts';
import { codePointLength, positionMap } from '../text/position.ts';
import { trimmedRange, type Range } from '../text/range.ts';
import { plainText } from '../text/rich-text.ts';
import type { Slot } from './report.ts';
import { writtenText, type ReportText } from './report-text.ts';

/**
 * What a comment is about: a whole text of a report; words in it, as a range of code points over its written words; or
 * words that are gone, so that the comment hangs loose.
 */
export type CommentPlace =
	| { readonly kind: 'text' }
	| { readonly kind: 'passage'; readonly range: Range; readonly words: string }
	| { readonly kind: 'loose'; readonly words: string };

/** What an author says about a text of a report. */
export type ReportComment = {
	readonly id: ReportCommentId;
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly slot: Slot;
	readonly place: CommentPlace;
	readonly body: string;
	readonly madeBy: UserId;
	readonly madeAt: Date;
	/** somebody dealt with it; null = it is open */
	readonly settled: { readonly by: UserId; readonly at: Date } | null;
};

/** The words of a text that comments are counted over: those of its authors, without what live blocks say. */
export const commentedText = (text: ReportText): string => plainText(writtenText(text));

/**
 * Where a comment is after its text was changed. It goes along with its words, also where some of them changed; with
 * all its words gone it hangs loose, and it finds them again where they come back once.
 */
export const carryComment = (place: CommentPlace, before: string, after: string): CommentPlace => {
	if (place.kind === 'text' || before === after) return place;
	if (place.kind === 'loose') return foundAgain(place, after);
	const carried = carrier(diffTexts(before, after))(place.range);
	const range = carried.kind === 'orphaned' ? null : trimmedRange(positionMap(after), carried.range);
	return range ? { ...place, range } : foundAgain({ kind: 'loose', words: place.words }, after);
};

const foundAgain = (loose: Extract<CommentPlace, { kind: 'loose' }>, text: string): CommentPlace => {
	const at = text.indexOf(loose.words);
	if (at === -1 || text.indexOf(loose.words, at + 1) !== -1) return loose;
	const start = codePointLength(text.slice(0, at));
	return { kind: 'passage', range: { start, end: start + codePointLength(loose.words) }, words: loose.words };
};

/**
 * The words somebody chose in a text, from what stands before them and what stands before their end. Signs of lists
 * and white space at the ends are left out; null = there are no words between.
 */
export const chosenPassage = (text: string, before: string, upTo: string): Range | null => {
	const [from, to] = [codePointLength(before), codePointLength(upTo)].sort((a, b) => a - b);
	if (from === undefined || to === undefined || from === to) return null;
	const map = positionMap(text);
	const range = trimmedRange(map, { start: from, end: Math.min(to, map.length) });
	if (!range) return null;
	const sign = /^(?:-|\d+\.) +/.exec(map.slice(range.start, range.end))?.[0].length ?? 0;
	return range.start + sign < range.end ? { start: range.start + sign, end: range.end } : null;
};
