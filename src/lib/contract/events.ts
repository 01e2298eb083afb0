import { z } from 'zod';
import { id } from './text.ts';

/** Which events a screen follows: of one source it has open, or of the whole project. */
export const eventsQuery = z.strictObject({
	sourceId: id.optional().describe('alleen wat in deze bron gebeurt, en wie haar open heeft'),
	all: z
		.enum(['true', 'false'])
		.transform((text) => text === 'true')
		.optional()
		.describe('met sourceId: ook wat in de andere bronnen van het project gebeurt'),
	reportId: id.optional().describe('met pillarId en areaId: wie dit rapport open heeft, en waarin'),
	pillarId: id.optional(),
	areaId: id.optional(),
	since: z.iso
		.datetime()
		.optional()
		.describe('met sourceId: stuur eerst wat sinds dit moment aan coderingen veranderde')
});
