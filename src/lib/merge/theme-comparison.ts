import { themeDevelopment, type ThemeDevelopment } from './development.ts';
import type { IndicatorFigures } from './figures.ts';

/** How a theme's figures stand beside the larger area at the last wave, taken together as over time (DOMAIN 7.2). */
export const themeComparison = (
	indicators: readonly Pick<IndicatorFigures, 'relation' | 'comparison'>[]
): ThemeDevelopment =>
	themeDevelopment(
		indicators.flatMap(({ relation, comparison }) =>
			comparison ? [{ relation, development: comparison.development }] : []
		)
	);
