import type { CodeWords } from '#lib/domain/codebook/code-steps.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the fields of a code are called on the screen. */
export const fieldLabels: Readonly<Record<keyof CodeWords, () => string>> = {
	name: m.codebook_name,
	definition: m.codebook_definition,
	include: m.codebook_include,
	exclude: m.codebook_exclude,
	example: m.codebook_example,
	synonyms: m.codebook_synonyms,
	color: m.codebook_color,
	isCodable: m.codebook_folder,
	pillarIds: m.codebook_pillars,
	indicators: m.codebook_indicators
};
