import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	HeadingLevel,
	ImageRun,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	ShadingType,
	SimpleField,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
	type IParagraphOptions
} from 'docx';
import type { SaidChart } from '../domain/report/live-block.ts';
import type { Inline, RichText } from '../domain/text/rich-text.ts';
import * as m from '../paraglide/messages.js';
import type { Block, HeadingLevel as Level, Line, Look, ReportDocument, TextCell } from './document.ts';
import { belowItem, docxLists, newLists } from './docx-lists.ts';
import { docxProperties } from './docx-properties.ts';
import { docxStyles, ink } from './docx-styles.ts';
import { seriesPng } from './series-png.ts';
import { seriesSize, seriesSvg } from './series-svg.ts';
import { withoutClock } from './without-clock.ts';
import { xmlText } from './xml-text.ts';

/**
 * A report as a Word document on A4: real headings, real tables with a header row that returns on each
 * page, the language set, and the line of invented data on every page.
 */
export const toDocx = async (report: ReportDocument): Promise<Uint8Array> => {
	const document = new Document({
		styles: docxStyles(report.language),
		hyphenation: { autoHyphenation: true },
		numbering: docxLists,
		sections: [
			{
				properties: { titlePage: true, page: { size: { ...a4, orientation: orientationOf(report) }, margin } },
				...(report.watermark && {
					headers: {
						default: new Header({ children: [watermark(report.watermark)] }),
						// the first page has the line in its text, where a screen reader finds it
						first: new Header({ children: [] })
					}
				}),
				footers: {
					default: new Footer({ children: [footer(report)] }),
					first: new Footer({ children: [footer(report)] })
				},
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: [run(report.title)] }),
					new Paragraph({ style: 'Subtitle', children: [run(report.subtitle)] }),
					...(report.watermark ? [watermark(report.watermark)] : []),
					...bodyOf(report)
				]
			}
		]
	});
	const core = { path: 'docProps/core.xml', data: docxProperties(report) };
	return withoutClock(await Packer.toBuffer(document, undefined, [core]));
};

// Twips: 1/1440 inch. docx turns the sides round itself for a page that lies down.
const a4 = { width: 11_906, height: 16_838 };
const margin = { top: 964, bottom: 850, left: 850, right: 850, header: 454, footer: 397 };
const orientationOf = ({ isUpright }: ReportDocument) =>
	isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
const textWidth = ({ isUpright }: ReportDocument) => (isUpright ? a4.width : a4.height) - margin.left - margin.right;

const run = (text: string) => new TextRun({ text: xmlText(text) });

const watermark = (text: string) => new Paragraph({ style: 'Watermark', children: [run(text)] });

const footer = ({ footer: text, pageWords }: ReportDocument) =>
	new Paragraph({
		style: 'Foot',
		children: [
			run(`${text} ${pageWords.page} `),
			new TextRun({ children: [PageNumber.CURRENT] }),
			run(` ${pageWords.of} `),
			new TextRun({ children: [PageNumber.TOTAL_PAGES] })
		]
	});

const headings: Readonly<Record<Level, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
	4: HeadingLevel.HEADING_4,
	5: HeadingLevel.HEADING_5
};

/** The blocks as paragraphs and tables; what stands below a table keeps clear of it. */
const bodyOf = (report: ReportDocument): readonly (Paragraph | Table)[] => {
	const width = textWidth(report);
	const lists = newLists();
	return report.blocks.flatMap((block, at): readonly (Paragraph | Table)[] => {
		if (block.kind === 'table')
			return [new Paragraph(captionOf(report, at, 'table', block.caption)), tableOf(block, width)];
		const [first, ...others] = paragraphsOf(report, block, at, lists);
		if (!first) return [];
		const isBelowTable = report.blocks[at - 1]?.kind === 'table' && first.heading === undefined;
		const clear = isBelowTable ? { ...first, spacing: { ...first.spacing, before: 140 } } : first;
		return [clear, ...others].map((options) => new Paragraph(options));
	});
};

/** `at`: the place of the block in its document, which also numbers its picture, so that equal documents are equal. */
const paragraphsOf = (
	report: ReportDocument,
	block: Exclude<Block, { kind: 'table' }>,
	at: number,
	lists: Lists
): readonly IParagraphOptions[] => {
	switch (block.kind) {
		case 'heading':
			return [{ heading: headings[block.level], children: [run(block.text)] }];
		case 'paragraph':
			return [textParagraph(block.line)];
		case 'rich':
			return richParagraphs(block.text, block.level, lists);
		case 'quote':
			return [
				{
					style: 'Quote',
					children: [run(`‘${block.text}’ `), new TextRun({ text: xmlText(`[${block.reference}]`), italics: false })]
				}
			];
		case 'list': {
			const item = lists(false);
			return block.items.map((text) => ({ numbering: item(0), children: [run(text)] }));
		}
		case 'box':
			return block.lines.map((text, at) => ({
				style: 'Box',
				children: [run(text)],
				spacing: { before: at === 0 ? 100 : 0, after: at === block.lines.length - 1 ? 100 : 0 }
			}));
		case 'chart':
			return [
				{ keepNext: true, spacing: { before: 100 }, children: [pictureOf(block, at + 1)] },
				captionOf(report, at, 'chart', chartName(block, report.blocks[at + 1]))
			];
		default:
			return block satisfies never;
	}
};

/** A caption with a number that Word counts itself, so that it can list and refer to tables and figures. */
const captionOf = (
	{ blocks, language }: ReportDocument,
	at: number,
	kind: 'chart' | 'table',
	text: string
): IParagraphOptions => {
	const locale = language === 'nl-NL' ? 'nl' : 'en';
	const label = kind === 'chart' ? m.report_caption_figure({}, { locale }) : m.report_caption_table({}, { locale });
	const number = blocks.slice(0, at + 1).filter((block) => block.kind === kind).length;
	// On paper and on a page a figure is called one without a number; here the number follows that word.
	const name = text.startsWith(`${label}: `) ? text.slice(label.length + 2) : text;
	return {
		style: kind === 'chart' ? 'FigureCaption' : 'Caption',
		children: [run(`${label} `), new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)), run(`. ${name}`)]
	};
};

/** What a chart is called: by its caption, as its own table below it, or by the first sentence of its words. */
const chartName = ({ caption, description }: Extract<Block, { kind: 'chart' }>, next: Block | undefined): string =>
	caption ?? (next?.kind === 'table' ? next.caption : (description.split('. ')[0] ?? description));

/** A drawing as SVG, with dots for a word processor that does not know that. */
const pictureOf = (chart: SaidChart, id: number): ImageRun => {
	const transformation = seriesSize(chart);
	return new ImageRun({
		type: 'svg',
		data: Buffer.from(seriesSvg(chart)),
		transformation,
		fallback: { type: 'png', data: Buffer.from(seriesPng(chart)) },
		altText: { id: String(id), name: chart.description.slice(0, 60), description: chart.description }
	});
};

/** A line of running text; a strong one is what a reader takes along. */
const textParagraph = ({ text, look }: Line): IParagraphOptions => {
	if (look === 'normal') return { children: [run(text)], spacing };
	if (look !== 'strong') return paragraph(text, styleOf[look]);
	return { children: [new TextRun({ text: xmlText(text), bold: true })], spacing };
};

const spacing = { after: 60 };

type Lists = ReturnType<typeof newLists>;

/** What an author wrote; lists within lists stand further in. */
const richParagraphs = (text: RichText, level: RichLevel, lists: Lists, depth = 0): readonly IParagraphOptions[] =>
	text.flatMap((block): readonly IParagraphOptions[] => {
		switch (block.kind) {
			case 'heading':
				return [{ heading: headings[block.level === 2 ? level : below[level]], children: runs(block.content) }];
			case 'paragraph':
				return [{ children: runs(block.content), spacing, ...(depth > 0 && { indent: belowItem(depth) }) }];
			case 'list': {
				const item = lists(block.ordered);
				return block.items.flatMap(([first, ...rest]) => [
					{ children: first && first.kind !== 'list' ? runs(first.content) : [], numbering: item(depth) },
					...richParagraphs(rest, level, lists, depth + 1)
				]);
			}
			default:
				return block satisfies never;
		}
	});

type RichLevel = Extract<Block, { kind: 'rich' }>['level'];

const below = { 2: 3, 3: 4, 4: 5 } as const;

const runs = (content: readonly Inline[]): TextRun[] =>
	content.map((inline) => {
		if (inline.kind === 'break') return new TextRun({ break: 1 });
		if (inline.kind === 'reference') return run(inline.label);
		const { text, marks } = inline;
		return new TextRun({
			text: xmlText(text),
			...(marks.includes('bold') && { bold: true }),
			...(marks.includes('italic') && { italics: true })
		});
	});

const tableOf = ({ columns, rows }: Extract<Block, { kind: 'table' }>, textWidth: number): Table => {
	const parts = columns.reduce((total, { width }) => total + width, 0);
	const widths = columns.map(({ width }) => Math.floor((width / parts) * textWidth));
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
	const thin = { style: BorderStyle.SINGLE, size: 4, color: ink.line };
	return new Table({
		width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		// what Word tells a screen reader: the first row and the first column are headers
		tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
		borders: { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ label }, at) => cell([paragraph(label, 'TableHead')], widths[at], ink.wash))
			}),
			...rows.map(
				(cells) =>
					new TableRow({ cantSplit: true, children: cells.map((lines, at) => cell(paragraphs(lines), widths[at])) })
			)
		]
	});
};

const cell = (children: readonly IParagraphOptions[], width: number | undefined, fill?: string) =>
	new TableCell({
		// lines below each other in one cell keep apart
		children: children.map(
			(options, at) => new Paragraph({ ...options, ...(at > 0 && { spacing: { ...options.spacing, before: 50 } }) })
		),
		margins: { top: 30, bottom: 30, left: 70, right: 70 },
		...(width !== undefined && { width: { size: width, type: WidthType.DXA } }),
		...(fill && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } })
	});

const styleOf: Readonly<Record<Look, string>> = {
	normal: 'TableText',
	strong: 'TableStrong',
	small: 'TableSmall',
	quote: 'TableQuote',
	proposal: 'TableProposal'
};

const paragraphs = (lines: TextCell): readonly IParagraphOptions[] =>
	lines.length === 0 ? [paragraph('–', 'TableText')] : lines.map(({ text, look }) => paragraph(text, styleOf[look]));

const paragraph = (text: string, style: string): IParagraphOptions => ({
	style,
	alignment: AlignmentType.LEFT,
	children: [run(text)]
});
