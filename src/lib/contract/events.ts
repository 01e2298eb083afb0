import { z } from 'zod';
import { mostFollowed } from '../domain/project/event-stream.ts';
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

/** One place to follow: a project, and within it what `eventsQuery` tells, written as in an address. */
const followed = z
	.string()
	.max(500)
	.transform((text) => {
		const [projectId = '', query = ''] = text.split('?', 2);
		return { projectId, query: Object.fromEntries(new URLSearchParams(query)) };
	});

/** Which events all windows of one browser follow together, over one stream. */
export const eventsOnQuery = z.strictObject({
	on: z
		.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(followed).min(1).max(mostFollowed))
		.describe(
			`wat je volgt: {projectId}, of {projectId}?sourceId=…&since=… zoals bij de stroom van één project; mag ${mostFollowed} keer voorkomen`
		)
});
