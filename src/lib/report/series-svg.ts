import { seriesGeometry } from '../domain/indicator/series-geometry.ts';
import type { SaidChart } from '../domain/report/live-block.ts';
import { xmlText } from './xml-text.ts';

const ink = { line: '#0B5A63', text: '#1C2326', soft: '#4E5A60', paper: '#FFFFFF' };

/** The measures of the drawing, in the units of its view box. */
export const seriesSize = (chart: SaidChart): { readonly width: number; readonly height: number } => {
	const { width, height } = seriesGeometry(chart.points, chart.comparisons);
	return { width, height };
};

/**
 * The line of a figure over the rounds as an SVG that needs nothing else: the margin a thin band, a trend break a gap
 * with a mark and the word, other areas in dashes with their names beside them. What it shows in words stands beside it, where each kind of file has its place for that.
 */
export const seriesSvg = (chart: SaidChart): string => {
	const { points, breakWord } = chart;
	const drawing = seriesGeometry(points, chart.comparisons);
	const base = drawing.height - 8;
	const words = (x: number, y: number, text: string, look: string, anchor: 'middle' | 'start' = 'middle') =>
		`<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="Source Sans 3, Calibri, sans-serif" ${look}>${escaped(text)}</text>`;
	const word = `font-size="13.5" fill="${ink.soft}"`;
	const value = `font-size="15" font-weight="700" fill="${ink.text}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}">`,
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
		...drawing.breaks.flatMap(({ x, y }) => [
			`<path d="M${x - 5} ${y + 7}l6 -14m4 0l-6 14" fill="none" stroke="${ink.text}" stroke-width="1.5"/>`,
			words(x, base - 18, breakWord, word)
		]),
		...points.flatMap((point, at) => {
			const spot = drawing.spots[at];
			const x = drawing.xs[at] ?? 0;
			const below = drawing.isLabelBelow[at];
			return [
				...(spot
					? [
							`<circle cx="${spot.x}" cy="${spot.y}" r="4.5" fill="${ink.paper}" stroke="${ink.line}" stroke-width="2.5"/>`,
							words(spot.x, below ? spot.y + 20 : spot.y - 11, point.shown, value)
						]
					: [words(x, drawing.height / 2, '–', value)]),
				words(x, base, point.label, word)
			];
		}),
		'</svg>'
	].join('');
};

const escaped = (text: string): string =>
	xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
