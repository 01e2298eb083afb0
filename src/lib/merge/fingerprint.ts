import { outcomeOf } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { Sign } from './voices.ts';

/**
 * What a decision on a theme was made on, as one short string: the linked figures and what each interview says.
 * Equal data give the equal string in whatever order they come. Titles, labels, quotes, explanations and the area
 * compared with are left out: changing those does not change what was decided on.
 */
export const fingerprintOf = (
	indicators: readonly Pick<IndicatorFigures, 'indicatorId' | 'relation' | 'values' | 'development'>[],
	signs: readonly Pick<Sign, 'sourceId' | 'change' | 'level'>[]
): string => {
	const figures = indicators
		.map(({ indicatorId, relation, values, development }) => [
			indicatorId,
			relation,
			outcomeOf(development),
			values.map((v) => [v.waveId, v.referenceYear, v.value, v.n, v.lower, v.upper, v.suppressed, v.trendBreak])
		])
		.map((figure) => JSON.stringify(figure));
	const voices = signs.map(({ sourceId, change, level }) => JSON.stringify([sourceId, change, level]));
	return `v1-${fnv1a64(JSON.stringify([figures.sort(), voices.sort()]))}`;
};

const offset = 0xcbf29ce484222325n; // FNV-1a (Fowler, Noll, Vo), 64 bits: its offset basis and prime
const prime = 0x100000001b3n;

/** FNV-1a over UTF-16 units, two bytes each, as 16 hexadecimal digits: tells changes apart, protects nothing. */
export const fnv1a64 = (text: string): string => {
	let hash = offset;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		hash = BigInt.asUintN(64, (hash ^ BigInt(unit & 0xff)) * prime);
		hash = BigInt.asUintN(64, (hash ^ BigInt(unit >> 8)) * prime);
	}
	return hash.toString(16).padStart(16, '0');
};
