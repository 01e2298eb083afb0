import type { ThemeDevelopment } from '#lib/merge/development.ts';

/** The colour of a development; its sign and its word say the same. */
export const verdictTone: Readonly<Record<ThemeDevelopment | 'neutral', 'forward' | 'backward' | 'improve' | 'soft'>> =
	{
		better: 'forward',
		worse: 'backward',
		mixed: 'improve',
		same: 'soft',
		unknown: 'soft',
		neutral: 'soft'
	};
