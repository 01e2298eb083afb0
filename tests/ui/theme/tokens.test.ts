import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Mode = 'light' | 'dark';
/** Three numbers of one colour: red, green, blue (or lightness and two axes). */
type Triple = readonly [number, number, number];

const css = readFileSync(new URL('../../../src/lib/ui/theme/tokens.css', import.meta.url), 'utf8');

const colours: ReadonlyMap<string, Record<Mode, string>> = new Map(
	[...css.matchAll(/--wijkstem-((?:color|code)-[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
		([, name = '', light = '', dark = '']) => [name, { light, dark }]
	)
);

/** A colour as written: sRGB from 0 to 1. */
const written = (name: string, mode: Mode): Triple => {
	const value = colours.get(name)?.[mode];
	if (value === undefined) throw new Error(`no colour ${name}`);
	const channel = (at: number) => parseInt(value.slice(at, at + 2), 16) / 255;
	return [channel(1), channel(3), channel(5)];
};

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const linear = ([r, g, b]: Triple): Triple => [toLinear(r), toLinear(g), toLinear(b)];
const colour = (name: string, mode: Mode): Triple => linear(written(name, mode));

/** color-mix(in srgb, a strength, b) */
const mixed = (a: Triple, b: Triple, strength: number): Triple => {
	const channel = (at: 0 | 1 | 2) => strength * a[at] + (1 - strength) * b[at];
	return [channel(0), channel(1), channel(2)];
};

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Triple, b: Triple) => {
	const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
	return (high + 0.05) / (low + 0.05);
};

/** Full loss of one kind of cone: Machado, Oliveira and Fernandes (2009), table of severity 1.0. */
const sights: Readonly<Record<string, readonly Triple[]>> = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

const seenBy = (matrix: readonly Triple[], c: Triple): Triple => {
	const channel = (at: number) => {
		const row = matrix[at] ?? [0, 0, 0];
		return Math.min(1, Math.max(0, row[0] * c[0] + row[1] * c[1] + row[2] * c[2]));
	};
	return [channel(0), channel(1), channel(2)];
};

/** OKLab (Ottosson 2020), in which equal distances look about equally large. */
const oklab = ([r, g, b]: Triple): Triple => {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
	];
};

const codes = Array.from({ length: 12 }, (_, at) => `code-${at}`);
const grounds = ['color-paper', 'color-surface', 'color-sunken'];
const texts = ['ink', 'soft', 'accent', 'resident', 'professional', 'forward', 'backward', 'improve', 'good', 'danger'];
const modes: readonly Mode[] = ['light', 'dark'];
const leastText: Readonly<Record<Mode, number>> = { light: 5.5, dark: 6.7 };

describe.each(modes)('in the %s theme', (mode) => {
	test.each(texts)('%s can be read on paper, sheets and rails', (name) => {
		for (const ground of grounds) {
			expect(contrast(colour(`color-${name}`, mode), colour(ground, mode)), ground).toBeGreaterThanOrEqual(
				leastText[mode]
			);
		}
	});

	test('words on the accent, and the accent on its soft ground, can be read', () => {
		expect(contrast(colour('color-on-accent', mode), colour('color-accent', mode))).toBeGreaterThanOrEqual(5.5);
		expect(contrast(colour('color-accent', mode), colour('color-accent-soft', mode))).toBeGreaterThanOrEqual(5.5);
		expect(contrast(colour('color-on-accent', mode), colour('color-accent-strong', mode))).toBeGreaterThanOrEqual(5.5);
	});

	test('danger and warning can be read on their soft grounds', () => {
		for (const name of ['danger', 'warning']) {
			expect(contrast(colour(`color-${name}`, mode), colour(`color-${name}-soft`, mode))).toBeGreaterThanOrEqual(5.5);
		}
	});

	test('the border of a control stands out 3 : 1 from every ground', () => {
		for (const ground of grounds) {
			expect(contrast(colour('color-control', mode), colour(ground, mode))).toBeGreaterThanOrEqual(3);
		}
	});

	test('every code stands out 3 : 1 from every ground, as swatch and as lane', () => {
		for (const code of codes) {
			for (const ground of grounds) {
				expect(contrast(colour(code, mode), colour(ground, mode)), `${code} ${ground}`).toBeGreaterThanOrEqual(3);
			}
		}
	});

	test.each(Object.keys(sights))('twelve codes stay apart for %s sight', (sight) => {
		const seen = codes.map((code) => oklab(seenBy(sights[sight] ?? [], colour(code, mode))));
		const distances = seen.flatMap((a, i) =>
			seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]))
		);
		// About .02 in OKLab is just noticeable; twice that is asked of the rarest sight, five times of the normal one.
		expect(Math.min(...distances)).toBeGreaterThanOrEqual(
			sight === 'normal' ? 0.1 : sight === 'tritanopia' ? 0.05 : 0.07
		);
	});

	test('text stays readable on the wash of every code', () => {
		for (const strength of [0.17, 0.3]) {
			for (const code of codes) {
				const wash = linear(mixed(written(code, mode), written('color-paper', mode), strength));
				expect(contrast(colour('color-ink', mode), wash), `${code} ${strength}`).toBeGreaterThanOrEqual(4.5);
			}
		}
	});
});
