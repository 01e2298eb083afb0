import type { Indicator } from '../indicator/indicator.ts';
import type { PillarId } from '../project/ids.ts';
import { pillarsOf, type Codebook } from './codebook.ts';

/**
 * The indicators that a joint display of a pillar shows: its own, and those that its themes borrow from another pillar. What
 * stands beside these in a file, explanations and quotes, has to be looked through as well.
 */
export const indicatorsShown = <I extends Pick<Indicator, 'id' | 'pillarId'>>(
	codebook: Codebook,
	pillarId: PillarId,
	indicators: readonly I[]
): readonly I[] => {
	const linked = new Set(
		codebook.codes
			.filter(({ id, isCodable }) => isCodable && pillarsOf(codebook, id).includes(pillarId))
			.flatMap((code) => code.indicators.map(({ indicatorId }) => indicatorId))
	);
	return indicators.filter((one) => one.pillarId === pillarId || linked.has(one.id));
};
