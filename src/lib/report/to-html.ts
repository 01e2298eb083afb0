import type { Inline, RichText } from '../domain/text/rich-text.ts';
import type { Block, Line, ReportDocument, TextCell } from './document.ts';
import { seriesSvg } from './series-svg.ts';
import { xmlText } from './xml-text.ts';

/** A report as one HTML file that needs nothing else: headings in order, tables with headers, the language set. */
export const toHtml = (report: ReportDocument): string => {
	const { title, subtitle, language, watermark, footer, madeAt, blocks } = report;
	return [
		'<!doctype html>',
		`<html lang="${language}">`,
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="generator" content="Wijkstem">',
		`<meta name="date" content="${escaped(madeAt)}">`,
		`<title>${escaped(title)}</title>`,
		`<style>${css}</style>`,
		'</head>',
		'<body>',
		'<main>',
		'<header>',
		`<h1>${escaped(title)}</h1>`,
		`<p class="subtitle">${escaped(subtitle)}</p>`,
		...(watermark === null ? [] : [`<p class="watermark">${escaped(watermark)}</p>`]),
		'</header>',
		...blocks.map((block, at) => blockOf(block, at + 1)),
		'</main>',
		`<footer><p>${escaped(footer)}</p></footer>`,
		'</body>',
		'</html>',
		''
	].join('\n');
};

/** `place` numbers the block in its document. */
const blockOf = (block: Block, place: number): string => {
	switch (block.kind) {
		case 'heading':
			return element(`h${block.level + 1}`, escaped(block.text));
		case 'paragraph':
			return lineOf(block.line);
		case 'list':
			return element('ul', block.items.map((item) => element('li', escaped(item))).join(''));
		case 'rich':
			return richOf(block.text, block.level + 1);
		case 'quote':
			return `<blockquote><p>‘${escaped(block.text)}’ <cite>[${escaped(block.reference)}]</cite></p></blockquote>`;
		case 'box':
			return `<div class="box">${block.lines.map((line) => element('p', escaped(line))).join('')}</div>`;
		case 'chart':
			return (
				`<figure>${seriesSvg(block, `figure-${place}`)}` +
				(block.caption === undefined ? '' : `<figcaption>${escaped(block.caption)}</figcaption>`) +
				'</figure>'
			);
		case 'table':
			return tableOf(block);
		default:
			return block satisfies never;
	}
};

/** A table that is wider than the screen can be moved by keyboard too. */
const tableOf = ({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string => {
	const head = columns.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
	const body = rows.map((cells) => element('tr', cells.map(cellOf).join(''))).join('\n');
	return (
		`<div class="table" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>` +
		`<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>`
	);
};

const cellOf = (cell: TextCell, at: number): string => {
	const inner = cell.length === 0 ? '–' : cell.map(({ text }) => escaped(text)).join('<br>');
	return at === 0 ? `<th scope="row">${inner}</th>` : element('td', inner);
};

const lineOf = ({ text, look }: Line): string =>
	look === 'normal' ? element('p', escaped(text)) : `<p class="${look}">${escaped(text)}</p>`;

const richOf = (text: RichText, level: number): string =>
	text
		.map((block) => {
			switch (block.kind) {
				case 'heading':
					return element(`h${level + block.level - 2}`, inlines(block.content));
				case 'paragraph':
					return element('p', inlines(block.content));
				case 'list':
					return element(
						block.ordered ? 'ol' : 'ul',
						block.items.map((item) => element('li', richOf(item, level))).join('')
					);
				default:
					return block satisfies never;
			}
		})
		.join('\n');

const inlines = (content: readonly Inline[]): string =>
	content
		.map((inline) => {
			if (inline.kind === 'break') return '<br>';
			if (inline.kind === 'reference') return escaped(inline.label);
			const italic = inline.marks.includes('italic') ? element('em', escaped(inline.text)) : escaped(inline.text);
			return inline.marks.includes('bold') ? element('strong', italic) : italic;
		})
		.join('');

const element = (tag: string, inner: string): string => `<${tag}>${inner}</${tag}>`;

const escaped = (text: string): string =>
	xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// The hues of the interface on paper; every text at least 5.5 : 1.
const css = [
	':root{color-scheme:light}',
	'body{margin:0;background:#fbfaf6;color:#1c2326;font:400 1rem/1.5 Calibri,"Source Sans 3",sans-serif}',
	'main,footer{max-width:46rem;margin:0 auto;padding:1.5rem}',
	'h1,h2,h3,h4,h5,h6{font-family:Cambria,"Source Serif 4",serif;line-height:1.25;margin:1.4em 0 .4em}',
	'h1{font-size:2rem;margin-top:0}h2{color:#0b5a63;font-size:1.4rem}h3{font-size:1.2rem}h4{color:#0b5a63;font-size:1.05rem}',
	'.subtitle,footer,.small,caption,figcaption,.proposal{color:#4e5a60}.strong{font-weight:700}.small,footer{font-size:.875rem}',
	'.watermark{color:#a3341f;font-weight:700}',
	'.box{border-left:4px solid #0b5a63;background:#f3f1ea;padding:.5rem 1rem}.box p{margin:.25rem 0}',
	'blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #7c858a;font-family:Cambria,"Source Serif 4",serif}',
	'cite{font:400 .875rem Calibri,"Source Sans 3",sans-serif;color:#4e5a60}',
	'figure{margin:1rem 0 0}figure svg{display:block;max-width:100%;height:auto}figcaption{font-size:.9375rem}',
	'.table{overflow-x:auto}.table:focus-visible{outline:3px solid #0b5a63}',
	'table{border-collapse:collapse;width:100%;font-size:.9375rem}caption{text-align:left;padding:.5rem 0}',
	'th,td{border-bottom:1px solid #d9d5ca;padding:.3rem .5rem;text-align:left;vertical-align:top}',
	'thead th{background:#ddedee}',
	'@media print{body{background:none;font-size:9.5pt}main,footer{max-width:none;padding:0}.table{overflow:visible}' +
		'tr,blockquote,figure{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}@page{size:A4;margin:15mm}}'
].join('');
