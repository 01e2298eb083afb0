import { z } from 'zod';
import { comparisonKinds } from './joint-display.ts';
import { id } from './text.ts';

/** Which figures a page shows: of one area, with the change between two rounds; without: the first wijk, first to last. */
export const kernsetPageQuery = z.strictObject({
	areaId: id.optional(),
	fromWaveId: id.optional(),
	toWaveId: id.optional(),
	comparison: z.enum(comparisonKinds).optional()
});
export type KernsetPageQuery = z.infer<typeof kernsetPageQuery>;
