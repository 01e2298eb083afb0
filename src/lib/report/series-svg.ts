import { seriesGeometry, type SeriesGeometry } from '../domain/indicator/series-geometry.ts';
import type { SaidChart } from '../domain/report/live-block.ts';
import { xmlText } from './xml-text.ts';

const ink = { line: '#0B5A63', text: '#1C2326', soft: '#4E5A60', paper: '#FFFFFF' };

/** The measures of the drawing, in the units of its view box. */
export const seriesSize = (chart: SaidChart): { readonly width: number; readonly height: number } => {
	const { width, height } = drawingOf(chart);
	return { width, height };
};

const drawingOf = ({ points, comparisons, breakWord }: SaidChart): SeriesGeometry =>
	seriesGeometry(points, comparisons, breakWord);

/**
 * The line of a figure over the rounds as an SVG that needs nothing else: the margin a thin band, a trend break a gap
 * with a mark and the word, other areas in dashes with their names beside them. Its name and what it shows in words are
 * within it. `id`: unique in the file that the drawing stands in.
 */
export const seriesSvg = (chart: SaidChart, id = 'chart'): string => {
	const { caption, description } = chart;
	const drawing = drawingOf(chart);
	const words = (x: number, y: number, text: string, look: string, anchor: 'middle' | 'start' = 'middle') =>
		`<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="Source Sans 3, Calibri, sans-serif" ${look}>${escaped(text)}</text>`;
	const word = `font-size="13.5" fill="${ink.soft}"`;
	const value = `font-size="15" font-weight="700" fill="${ink.text}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
		`<title id="${id}-title">${escaped(caption ?? description)}</title>`,
		`<desc id="${id}-desc">${escaped(description)}</desc>`,
		...drawing.bands.map((band) => `<path d="${band}" fill="${ink.line}" fill-opacity="0.14"/>`),
		...drawing.comparisons.flatMap(({ lines, dash, label, labelAt, leader }) => [
			...lines.map(
				(line) =>
					`<path d="${line}" fill="none" stroke="${ink.soft}" stroke-width="2.25" stroke-linecap="round" stroke-dasharray="${dash.join(' ')}"/>`
			),
			`<path d="${leader}" fill="none" stroke="${ink.soft}" stroke-width="0.75"/>`,
			words(labelAt.x, labelAt.y + 4.5, label, `font-size="13.5" fill="${ink.text}"`, 'start')
		]),
		...drawing.lines.map(
			(line) => `<path d="${line}" fill="none" stroke="${ink.line}" stroke-width="2.5" stroke-linejoin="round"/>`
		),
		...drawing.breaks.flatMap(({ x, y, word: said }) => [
			`<path d="M${x - 5} ${y + 7}l6 -14m4 0l-6 14" fill="none" stroke="${ink.text}" stroke-width="1.5"/>`,
			...(said ? [words(said.x, said.y, said.text, word)] : [])
		]),
		...drawing.spots
			.filter((spot) => spot !== null)
			.map(
				({ x, y }) =>
					`<circle cx="${x}" cy="${y}" r="4.5" fill="${ink.paper}" stroke="${ink.line}" stroke-width="2.5"/>`
			),
		...drawing.values.filter((label) => label !== null).map(({ x, y, text }) => words(x, y, text, value)),
		...drawing.moments.map(({ x, y, text }) => words(x, y, text, word)),
		'</svg>'
	].join('');
};

const escaped = (text: string): string =>
	xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
