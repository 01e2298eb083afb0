import { z } from 'zod';

/** How many indicators go which way. */
export const figureCounts = z.object({
	total: z.int().describe('indicatoren waarover iets te zeggen is'),
	better: z.int(),
	worse: z.int(),
	same: z.int(),
	unknown: z.int(),
	neutral: z.int()
});

/** What a theme's interviews say about change. */
export const voiceOutcome = z.enum(['forward', 'divided', 'backward', 'improve-only', 'no-direction', 'silent']);
