import { z } from 'zod';

/** The two query parameters every paged list takes. */
export const limitQuery = {
	cursor: z.string().max(500).optional().describe('nextCursor van de vorige bladzijde'),
	limit: z.coerce.number().int().min(1).max(500).default(50).describe('aantal per bladzijde')
};
