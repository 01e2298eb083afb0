import type { CodeId } from '../project/ids.ts';
import type { Change, Level, Valences } from './valence.ts';

/**
 * Quotes of some sources as the database hands over many of them at once: two texts instead of rows of columns. Sources
 * stand in it by their number in a list that who asks has, counted from `first`.
 */
export type PackedQuotes = {
	readonly first: number;
	/**
	 * a quote: place of the source, version of its text, start, end, code, change, level, whether it is important, when
	 * it was coded (ms), when it got its code (ms), and how many code points name of the coder, memo and words have; `;` and these three texts
	 */
	readonly quotes: string;
	/** a turn in those versions: place of the source, version, ordinal, start, end, and 1 when its voice may be quoted */
	readonly turns: string;
};

/** A quote as it comes out of a packed text. */
export type UnpackedQuote = {
	/** the number of its source */
	readonly source: number;
	readonly codeId: CodeId;
	readonly valences: Valences;
	readonly isImportant: boolean;
	/** ISO 8601, UTC */
	readonly codedAt: string;
	/** when it got the code it has now; the same */
	readonly codeSetAt: string;
	readonly coderName: string;
	readonly memo: string;
	readonly text: string;
	/** the turn the passage begins in, or the last one before it; null when it begins before the first turn */
	readonly turn: number | null;
	/** whether these words may be shown in reports and exports */
	readonly quotesAllowed: boolean;
};

/** The quotes of a packed text in its order; `allowsAll` tells of a source that all its words may be quoted. */
export const unpackQuotes = (
	packed: PackedQuotes,
	allowsAll: (source: number) => boolean
): readonly UnpackedQuote[] => {
	const turns = turnsByText(packed.turns);
	const found: UnpackedQuote[] = [];
	const { quotes } = packed;
	for (let at = 0; at < quotes.length;) {
		const endOfHead = quotes.indexOf(';', at);
		const head = quotes.slice(at, endOfHead).split(',');
		const [place = '', version = '', start = '', end = '', codeId = '', change, level, isImportant] = head;
		const [nameEnd, memoEnd, textEnd] = endsOf(quotes, endOfHead + 1, head.slice(10).map(Number));
		const source = packed.first + Number(place) - 1;
		const ofText = turns.get(`${place},${version}`) ?? [];
		found.push({
			source,
			codeId,
			valences: { change: (change || null) as Change | null, level: (level || null) as Level | null },
			isImportant: isImportant === 't',
			codedAt: new Date(Number(head[8])).toISOString(),
			codeSetAt: new Date(Number(head[9])).toISOString(),
			coderName: quotes.slice(endOfHead + 1, nameEnd),
			memo: quotes.slice(nameEnd, memoEnd),
			text: quotes.slice(memoEnd, textEnd),
			turn: ofText[lastBegun(ofText, Number(start))]?.ordinal ?? null,
			quotesAllowed: allowsAll(source) || allow(ofText, Number(start), Number(end))
		});
		at = textEnd;
	}
	return found;
};

type Turn = { readonly ordinal: number; readonly start: number; readonly end: number; readonly isAllowed: boolean };

/** The turns of each version of a text, as one reads. */
const turnsByText = (packed: string): ReadonlyMap<string, readonly Turn[]> => {
	const found = new Map<string, Turn[]>();
	for (const line of packed === '' ? [] : packed.split(';')) {
		const [place, version, ordinal, start, end, isAllowed] = line.split(',');
		const turn = { ordinal: Number(ordinal), start: Number(start), end: Number(end), isAllowed: isAllowed === '1' };
		const key = `${place},${version}`;
		const ofText = found.get(key);
		if (ofText) ofText.push(turn);
		else found.set(key, [turn]);
	}
	for (const turns of found.values()) turns.sort((a, b) => a.start - b.start || a.ordinal - b.ordinal);
	return found;
};

/** The place of the last turn that begins at or before a position; -1 = none. */
const lastBegun = (turns: readonly Turn[], position: number): number => {
	let [low, high] = [0, turns.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((turns[middle]?.start ?? 0) <= position) low = middle + 1;
		else high = middle;
	}
	return low - 1;
};

/** `mayQuotePassage` where not the whole interview may be quoted: all turns that a passage touches, and one at least. */
const allow = (turns: readonly Turn[], start: number, end: number): boolean => {
	const touched = turns.filter((turn) => turn.start < end && turn.end > start);
	return touched.length > 0 && touched.every(({ isAllowed }) => isAllowed);
};

/** Where texts of these lengths in code points end that stand one after the other, in UTF-16 units. */
const endsOf = (text: string, from: number, lengths: readonly number[]): readonly [number, number, number] => {
	let at = from;
	const ends = lengths.map((length) => {
		for (let left = length; left > 0; left -= 1) {
			const unit = text.charCodeAt(at);
			at += unit >= 0xd800 && unit < 0xdc00 ? 2 : 1;
		}
		return at;
	});
	return [ends[0] ?? at, ends[1] ?? at, ends[2] ?? at];
};

/** The quotes of one source as a check looks at them. */
export type QuoteTally = {
	/** the turn of each quote whose words may be shown, in the order of reading */
	readonly shown: readonly number[];
	/** the turn of each of which they may not */
	readonly withheld: readonly number[];
};

/** Counts quotes that come in parts, by the number of their source. */
export const newQuoteTally = () => {
	const tally = new Map<number, { shown: number[]; withheld: number[] }>();
	return {
		add: (quotes: readonly Pick<UnpackedQuote, 'source' | 'turn' | 'quotesAllowed'>[]): void => {
			for (const { source, turn, quotesAllowed } of quotes) {
				const of = tally.get(source) ?? { shown: [], withheld: [] };
				tally.set(source, of);
				(quotesAllowed ? of.shown : of.withheld).push(turn ?? 1);
			}
		},
		all: (): ReadonlyMap<number, QuoteTally> => tally
	};
};
