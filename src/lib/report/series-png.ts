import { seriesGeometry } from '../domain/indicator/series-geometry.ts';
import type { Spot } from '../domain/indicator/series-lines.ts';
import type { SaidChart } from '../domain/report/live-block.ts';
import { greyPng } from './grey-png.ts';

const scale = 3; // dots a unit of the drawing
const white = 255;
const dark = 60;
const light = 215;
const middle = 120;

/**
 * The same drawing as dots, for a word processor that knows no SVG: margin, line and points. Its numbers stand in the
 * table below it, since dots hold no words.
 */
export const seriesPng = (chart: SaidChart): Uint8Array => {
	const drawing = seriesGeometry(chart.points, chart.comparisons, chart.breakWord);
	const [width, height] = [drawing.width * scale, Math.ceil(drawing.height * scale)];
	const dots = new Uint8Array(width * height).fill(white);
	const dab = ({ x, y }: Spot, radius: number, shade: number) => {
		for (let row = Math.max(0, Math.floor((y - radius) * scale)); row <= (y + radius) * scale && row < height; row += 1)
			for (let at = Math.max(0, Math.floor((x - radius) * scale)); at <= (x + radius) * scale && at < width; at += 1)
				if (Math.hypot(at / scale - x, row / scale - y) <= radius) dots[row * width + at] = shade;
	};
	const stroke = (from: Spot, to: Spot, radius: number, shade: number) => {
		const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * scale));
		for (let step = 0; step <= steps; step += 1) dab(between(from, to, step / steps), radius, shade);
	};
	for (const band of drawing.bands) fill(cornersOf(band), dots, width, light);
	for (const { lines, dash, leader } of drawing.comparisons) {
		for (const line of lines) dashed(cornersOf(line), dash, (spot) => dab(spot, 1.1, middle));
		const [from, to] = cornersOf(leader);
		if (from && to) stroke(from, to, 0.35, middle);
	}
	for (const line of drawing.lines) {
		const spots = cornersOf(line);
		spots.slice(1).forEach((spot, at) => stroke(spots[at] ?? spot, spot, 1.25, dark));
	}
	for (const { x, y } of drawing.breaks)
		for (const shift of [-4, 0]) stroke({ x: x + shift, y: y + 7 }, { x: x + shift + 6, y: y - 7 }, 0.8, 0);
	for (const spot of drawing.spots.filter((one) => one !== null)) {
		dab(spot, 5.5, dark);
		dab(spot, 3.2, white);
	}
	return greyPng(dots, width);
};

const between = (from: Spot, to: Spot, share: number): Spot => ({
	x: from.x + (to.x - from.x) * share,
	y: from.y + (to.y - from.y) * share
});

/** Walks along a line and calls where its pattern of dashes is on; a dash of no length is a dot. */
const dashed = (corners: readonly Spot[], dash: readonly number[], onDot: (spot: Spot) => void): void => {
	const step = 0.5;
	const period = dash.reduce((sum, part) => sum + part, 0);
	let walked = 0;
	corners.slice(1).forEach((to, at) => {
		const from = corners[at] ?? to;
		const length = Math.hypot(to.x - from.x, to.y - from.y);
		for (let along = 0; along <= length; along += step) {
			if (isOn((walked + along) % period, dash, step)) onDot(between(from, to, along / length));
		}
		walked += length;
	});
};

const isOn = (place: number, dash: readonly number[], step: number): boolean => {
	let begin = 0;
	for (const [at, part] of dash.entries()) {
		if (at % 2 === 0 && place >= begin && place < begin + Math.max(part, step)) return true;
		begin += part;
	}
	return false;
};

/** The corners of a path of M, L, H, V and Z, as `seriesGeometry` writes it. */
const cornersOf = (path: string): readonly Spot[] => {
	let last: Spot = { x: 0, y: 0 };
	return [...path.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, step, first, second]) => {
		const [a, b] = [Number(first), Number(second)];
		last = step === 'H' ? { ...last, x: a } : step === 'V' ? { ...last, y: a } : { x: a, y: b };
		return last;
	});
};

/** Fills a shape by its crossings with each row of dots. */
const fill = (corners: readonly Spot[], dots: Uint8Array, width: number, shade: number): void => {
	const rows = corners.map(({ y }) => y * scale);
	for (let row = Math.ceil(Math.min(...rows)); row <= Math.max(...rows); row += 1) {
		const y = row / scale;
		const crossings = corners
			.flatMap((from, at) => {
				const to = corners[(at + 1) % corners.length] ?? from;
				if (from.y > y === to.y > y) return [];
				return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
			})
			.sort((a, b) => a - b);
		for (let pair = 0; pair + 1 < crossings.length; pair += 2)
			dots.fill(
				shade,
				row * width + Math.round((crossings[pair] ?? 0) * scale),
				row * width + Math.round((crossings[pair + 1] ?? 0) * scale)
			);
	}
};
