import { z } from 'zod';

/** The schema of a list that nobody changes. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
