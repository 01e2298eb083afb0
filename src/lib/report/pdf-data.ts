import type { Inline, RichText } from '../domain/text/rich-text.ts';
import * as m from '../paraglide/messages.js';
import { line, type Block, type ReportDocument } from './document.ts';
import { seriesSize, seriesSvg } from './series-svg.ts';

/** What `pdfTemplate` reads: a report in which every heading follows on the one before it and every sign can be shown. */
export const pdfData = (report: ReportDocument, known: ReadonlySet<number>): string => {
	const [language = 'nl', region = 'NL'] = report.language.split('-');
	const at = new Date(report.madeAt);
	const data = {
		title: report.title,
		subtitle: report.subtitle,
		language,
		region,
		isUpright: report.isUpright === true,
		watermark: report.watermark,
		footer: report.footer,
		page: report.pageWords.page,
		of: report.pageWords.of,
		madeAt: [
			at.getUTCFullYear(),
			at.getUTCMonth() + 1,
			at.getUTCDate(),
			at.getUTCHours(),
			at.getUTCMinutes(),
			at.getUTCSeconds()
		]
	};
	const unknown = { n: 0 };
	const shown = (text: string): string => showable(text, known, unknown);
	const blocks = followingHeadings(report.blocks).map((block) => deeply(block, shown));
	const settled = deeply(data, shown);
	return JSON.stringify({ ...settled, blocks: [...blocks, ...unknownNote(unknown.n, report)] });
};

const placeholder = '□';

/** The text with a box for each sign that the letters do not have; line ends stay. */
const showable = (text: string, known: ReadonlySet<number>, unknown: { n: number }): string =>
	[...text]
		.map((sign) => {
			if (sign === '\n' || known.has(sign.codePointAt(0) ?? 0)) return sign;
			unknown.n += 1;
			return placeholder;
		})
		.join('');

const unknownNote = (n: number, { language }: ReportDocument): readonly Block[] =>
	n === 0
		? []
		: [
				{
					kind: 'paragraph',
					line: line(m.report_pdf_unknown_signs({ n }, { locale: language === 'nl-NL' ? 'nl' : 'en' }), 'small')
				}
			];

/** Every text in a value, changed; keys and numbers stay. */
const deeply = <T>(value: T, change: (text: string) => string): T => {
	if (typeof value === 'string') return change(value) as T;
	if (Array.isArray(value)) return value.map((item: unknown) => deeply(item, change)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deeply(item, change)])) as T;
};

type Depth = { last: number };

/** A heading stands at most one step below the one before it, also when an author skipped a step (PDF/UA-1, 7.4.2). */
const followingHeadings = (blocks: readonly Block[]): readonly unknown[] => {
	const depth: Depth = { last: 0 };
	return blocks.flatMap((block): readonly unknown[] => {
		if (block.kind === 'rich') return [{ kind: 'rich', text: richParts(block.text, block.level, depth) }];
		if (block.kind === 'heading')
			return block.text.trim() === '' ? [] : [{ ...block, level: step(block.level, depth) }];
		if (block.kind === 'chart')
			return [
				{
					...{ kind: 'chart', svg: seriesSvg(block), width: seriesSize(block).width },
					...{ description: block.description, caption: block.caption ?? null }
				}
			];
		return [block];
	});
};

const step = (level: number, depth: Depth): number => (depth.last = Math.min(level, depth.last + 1));

const richParts = (text: RichText, level: number, depth: Depth): readonly unknown[] =>
	text.flatMap((block): readonly unknown[] => {
		switch (block.kind) {
			case 'heading': {
				const content = block.content.flatMap(inlinePart);
				if (content.every((run) => run.text.trim() === '')) return [];
				return [{ kind: 'heading', level: step(level + block.level - 2, depth), content }];
			}
			case 'paragraph':
				return [{ kind: 'paragraph', content: block.content.flatMap(inlinePart) }];
			case 'list':
				return [
					{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => richParts(item, level, depth)) }
				];
			default:
				return block satisfies never;
		}
	});

type InlinePart = { readonly kind: 'text' | 'break'; readonly text: string; readonly marks: readonly string[] };

const inlinePart = (inline: Inline): readonly InlinePart[] => {
	if (inline.kind === 'break') return [{ kind: 'break', text: '', marks: [] }];
	if (inline.kind === 'reference') return [{ kind: 'text', text: inline.label, marks: [] }];
	return [{ kind: 'text', text: inline.text, marks: inline.marks }];
};
