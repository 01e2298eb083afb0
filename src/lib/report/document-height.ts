import { plainText } from '../domain/text/rich-text.ts';
import type { Block, ReportDocument, TextCell } from './document.ts';
import { seriesSize } from './series-svg.ts';

// Points, as `pdfTemplate` sets an upright A4 page; a little too high rather than too low.
const pageHeight = 745;
const lossAtBreak = 40; // a heading or a row that moves to the next page, and what Word takes for words beside numbers
const lineHeight = 12.2;
const betweenParts = 2.5;
const signsOnLine = 104;
const headingHeights = { 1: 34, 2: 29, 3: 27, 4: 24, 5: 24 } as const;
const firstLines = 55; // title, subtitle, the line of invented data
const tableLine = 9.7;
const betweenRows = 2.7;
const signsInTable = 122;
const pointsOfUnit = 0.75; // a unit of a drawing
const besideChart = 20;
const captionHeight = 21;

/** How many pages a document fills at most, without making it: the sum of its lines. */
export const estimatedPages = ({ blocks }: Pick<ReportDocument, 'blocks'>): number => {
	const height = blocks.reduce((total, block) => total + heightOf(block), firstLines);
	return Math.max(1, Math.ceil(height / (pageHeight - lossAtBreak)));
};

const heightOf = (block: Block): number => {
	switch (block.kind) {
		case 'heading':
			return headingHeights[block.level];
		case 'paragraph':
			return textHeight(block.line.text);
		case 'list':
			return block.items.reduce((total, item) => total + linesOf(item, signsOnLine - 4) * lineHeight, 2 * betweenParts);
		case 'rich':
			return plainText(block.text)
				.split('\n')
				.reduce((total, text) => total + textHeight(text, signsOnLine - 4), 0);
		case 'quote':
			return textHeight(`${block.text} ${block.reference}`, signsOnLine - 8) + betweenParts;
		case 'box':
			return block.lines.reduce((total, text) => total + textHeight(text, signsOnLine - 4), 2 * betweenParts + 8);
		case 'chart':
			return seriesSize(block).height * pointsOfUnit + besideChart + textHeight(block.caption ?? '');
		case 'table':
			return tableHeight(block);
		default:
			return block satisfies never;
	}
};

const linesOf = (text: string, signs: number): number => Math.max(1, Math.ceil(text.length / signs));

const textHeight = (text: string, signs = signsOnLine): number => linesOf(text, signs) * lineHeight + betweenParts;

const tableHeight = ({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): number => {
	const parts = columns.reduce((total, { width }) => total + width, 0);
	const signs = columns.map(({ width }) => Math.max(4, Math.floor((width / parts) * signsInTable) - 2));
	const rowHeight = (cells: readonly TextCell[]) =>
		Math.max(1, ...cells.map((cell, at) => cellLines(cell, signs[at] ?? 4))) * tableLine + betweenRows;
	const head = columns.map(({ label }, at) => wrappedLines(label, signs[at] ?? 4));
	return (
		captionHeight +
		(linesOf(caption, signsInTable) - 1) * tableLine +
		Math.max(1, ...head) * tableLine +
		betweenRows +
		rows.reduce((total, cells) => total + rowHeight(cells), 0)
	);
};

const cellLines = (cell: TextCell, signs: number): number =>
	cell.reduce((total, { text }) => total + wrappedLines(text, signs), 0);

/** Lines of a narrow cell, in which whole words go to the next line; one that is longer than a line is broken off. */
const wrappedLines = (text: string, signs: number): number => {
	let lines = 1;
	let used = 0;
	for (const { length } of text.split(/\s+/)) {
		if (used > 0 && used + 1 + length > signs) {
			lines += 1;
			used = 0;
		}
		const more = Math.ceil(length / signs) - 1;
		lines += Math.max(0, more);
		used = (used === 0 ? 0 : used + 1) + (more > 0 ? length % signs : length);
	}
	return lines;
};
