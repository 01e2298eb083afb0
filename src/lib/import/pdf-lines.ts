import { readHead } from './label.ts';

/** A piece of text on a page, as a PDF places it; lengths in points, y from below. */
export type PdfItem = {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly endsLine: boolean;
};

type Line = { text: string; x: number; right: number; y: number; height: number };

/** The text of all pages: lines that only wrap are joined, headers and footers that come back are left out. */
export const textOfPages = (
	pages: readonly (readonly PdfItem[])[]
): { readonly text: string; readonly headers: number; readonly numbers: number } => {
	const lines = pages.map(linesOf);
	const numbers = lineNumbersOf(lines);
	const withoutNumbers = lines.map((page) => page.filter((line) => !numbers.has(line)));
	const furniture = furnitureOf(withoutNumbers);
	const kept = withoutNumbers.map((page) => page.filter((line) => !furniture.has(line)));
	const all = kept.flat();
	const right = rightEdge(all);
	const spacing = usualSpacing(kept);
	const paragraphs: string[] = [];
	let last: Line | null = null;
	for (const page of kept)
		for (const [index, line] of page.entries()) {
			const runsOn: boolean = last !== null && continues(last, line, index === 0, right, spacing);
			const before = runsOn ? paragraphs.pop() : undefined;
			paragraphs.push(before === undefined ? line.text : joined(before, line.text));
			last = line;
		}
	return { text: paragraphs.join('\n'), headers: furniture.size, numbers: numbers.size };
};

const leastNumbers = 5;

/** Numbers of lines or turns in the margin: most lines that are only a number count up in equal steps. */
const lineNumbersOf = (pages: readonly (readonly Line[])[]): ReadonlySet<Line> => {
	const found = pages.flat().filter(({ text }) => /^\d{1,5}$/.test(text));
	if (found.length < Math.max(leastNumbers, pages.length * 2)) return new Set();
	const steps = found.slice(1).map((line, index) => Number(line.text) - Number(found[index]?.text));
	const regular = [1, 5, 10].some(
		(size) => steps.filter((step) => step === size || step === 0).length >= steps.length * 0.8
	);
	return regular ? new Set(found) : new Set();
};

const linesOf = (items: readonly PdfItem[]): readonly Line[] => {
	const lines: Line[] = [];
	let line: Line | null = null;
	for (const item of items) {
		if (item.text !== '') {
			const isNext: boolean = line !== null && Math.abs(line.y - item.y) > Math.max(2, line.height * 0.6);
			if (line === null || isNext) {
				if (line) lines.push(line);
				line = { text: '', x: item.x, right: item.x, y: item.y, height: item.height };
			}
			const gap = item.x - line.right;
			const needsBlank = line.text !== '' && gap > item.height * 0.2 && !/\s$/.test(line.text.slice(-1));
			const blank = needsBlank ? (gap > item.height * 3 ? '\t' : ' ') : '';
			line.text += blank !== '' && !/^\s/.test(item.text) ? blank + item.text : item.text;
			line.right = Math.max(line.right, item.x + item.width);
			line.height = Math.max(line.height, item.height);
		}
		if (item.endsLine && line) {
			lines.push(line);
			line = null;
		}
	}
	if (line) lines.push(line);
	return lines.map((one) => ({ ...one, text: one.text.trim() })).filter(({ text }) => text !== '');
};

const nearEdge = 3; // lines from the top or the bottom in which headers and footers are looked for

/** Lines that stand at one height at the edge of most pages, with the same words apart from numbers. */
const furnitureOf = (pages: readonly (readonly Line[])[]): ReadonlySet<Line> => {
	const byKind = new Map<string, Line[]>();
	for (const page of pages) {
		const sorted = page.toSorted((a, b) => b.y - a.y);
		for (const line of new Set([...sorted.slice(0, nearEdge), ...sorted.slice(-nearEdge)])) {
			if (line.text.length > 200) continue;
			const kind = `${Math.round(line.y / 4)} ${line.text.replaceAll(/\d+/g, '#')}`;
			byKind.set(kind, [...(byKind.get(kind) ?? []), line]);
		}
	}
	const found = [...byKind].filter(([kind, { length }]) => {
		const least = /\p{L}/u.test(kind) ? 3 : 2;
		return length >= Math.max(least, pages.length * 0.6);
	});
	return new Set(found.flatMap(([, lines]) => lines));
};

/** Where full lines end: what nine in ten lines do not pass. */
const rightEdge = (lines: readonly Line[]): number => {
	const ends = lines.map(({ right }) => right).toSorted((a, b) => a - b);
	return ends[Math.floor(ends.length * 0.95)] ?? 0;
};

/** The most common distance between lines, in whole points. */
const usualSpacing = (pages: readonly (readonly Line[])[]): number => {
	const counts = new Map<number, number>();
	for (const page of pages)
		for (const [index, line] of page.entries()) {
			const above = page[index - 1];
			const gap = above ? Math.round(above.y - line.y) : 0;
			if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
		}
	return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
};

/** Whether a line is the rest of the paragraph before it: no room was left there for its first word. */
const continues = (above: Line, line: Line, isNewPage: boolean, right: number, spacing: number): boolean => {
	if (Math.abs(above.height - line.height) > 0.15 * above.height) return false;
	const gap = above.y - line.y;
	if (!isNewPage && (gap <= 0 || gap > Math.max(spacing, above.height) * 1.45)) return false;
	const head = readHead(line.text);
	if (head !== null && !(head.onlyIfKnown && head.label === null)) return false;
	if (/\p{L}[-\u00AD\u2010]$/u.test(above.text) && /^\p{Ll}/u.test(line.text)) return true;
	const perCharacter = (above.right - above.x) / Math.max(1, above.text.length);
	const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
	return above.right + (firstWord + 1) * perCharacter > right - perCharacter;
};

/** A hyphen at the end of a line stays, since nobody can tell whether it belongs to the word. */
const joined = (before: string, line: string): string =>
	/\p{L}[-\u00AD\u2010]$/u.test(before.slice(-2)) ? before + line : `${before} ${line}`;
