import type { Fit } from '#lib/domain/integration/fit.ts';

/** The colour of a fit; its mark and its word say the same. */
export const fitTone: Readonly<Record<Fit, 'forward' | 'improve' | 'accent' | 'backward' | 'soft'>> = {
	confirms: 'forward',
	'partly-confirms': 'improve',
	expands: 'accent',
	contradicts: 'backward',
	'figures-only': 'soft',
	'voices-only': 'soft'
};
