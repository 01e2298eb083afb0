import type { Spot } from './spot.ts';

/** A point in the Dutch grid (RD, Rijksdriehoeksmeting), in metres. */
export type GridPoint = { readonly x: number; readonly y: number };

// F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
// WGS84-kaartcoördinaten" (2001), tables 1 and 2: within a metre in the Netherlands. Each term is [p, q, factor].
type Terms = readonly (readonly [p: number, q: number, factor: number])[];

const origin = { x: 155_000, y: 463_000, latitude: 52.1551744, longitude: 5.38720621 }; // Amersfoort

const xTerms: Terms = [
	[0, 1, 190094.945],
	[1, 1, -11832.228],
	[2, 1, -114.221],
	[0, 3, -32.391],
	[1, 0, -0.705],
	[3, 1, -2.34],
	[1, 3, -0.608],
	[0, 2, -0.008],
	[2, 3, 0.148]
];
const yTerms: Terms = [
	[1, 0, 309056.544],
	[0, 2, 3638.893],
	[2, 0, 73.077],
	[1, 2, -157.984],
	[3, 0, 59.788],
	[0, 1, 0.433],
	[2, 2, -6.439],
	[1, 1, -0.032],
	[0, 4, 0.092],
	[1, 4, -0.054]
];
const latitudeTerms: Terms = [
	[0, 1, 3235.65389],
	[2, 0, -32.58297],
	[0, 2, -0.2475],
	[2, 1, -0.84978],
	[0, 3, -0.0655],
	[2, 2, -0.01709],
	[1, 0, -0.00738],
	[4, 0, 0.0053],
	[2, 3, -0.00039],
	[4, 1, 0.00033],
	[1, 1, -0.00012]
];
const longitudeTerms: Terms = [
	[1, 0, 5260.52916],
	[1, 1, 105.94684],
	[1, 2, 2.45656],
	[3, 0, -0.81885],
	[1, 3, 0.05594],
	[3, 1, -0.05607],
	[0, 1, 0.01199],
	[3, 2, -0.00256],
	[1, 4, 0.00128],
	[0, 2, 0.00022],
	[2, 0, -0.00022],
	[5, 0, 0.00026]
];

/** A spot in degrees (WGS84) as a point of the Dutch grid, which is flat enough to draw. */
export const toGrid = ({ latitude, longitude }: Spot): GridPoint => {
	const p = 0.36 * (latitude - origin.latitude);
	const q = 0.36 * (longitude - origin.longitude);
	return { x: origin.x + sum(xTerms, p, q), y: origin.y + sum(yTerms, p, q) };
};

/** A point of the Dutch grid as a spot in degrees (WGS84). */
export const toSpot = ({ x, y }: GridPoint): Spot => {
	const p = (x - origin.x) * 1e-5;
	const q = (y - origin.y) * 1e-5;
	return {
		latitude: origin.latitude + sum(latitudeTerms, p, q) / 3600,
		longitude: origin.longitude + sum(longitudeTerms, p, q) / 3600
	};
};

const sum = (terms: Terms, p: number, q: number): number =>
	terms.reduce((total, [pPower, qPower, factor]) => total + factor * p ** pPower * q ** qPower, 0);
