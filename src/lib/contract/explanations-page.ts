import { z } from 'zod';
import { id } from './text.ts';

/** Which explanations a page shows; without an area: all that one may see. */
export const explanationsPageQuery = z.strictObject({ areaId: id.optional() });
