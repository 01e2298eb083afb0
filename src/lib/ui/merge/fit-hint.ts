import type { Fit } from '#lib/domain/integration/fit.ts';
import { m } from '#lib/paraglide/messages.js';

const hints: Readonly<Record<Fit, () => string>> = {
	confirms: m.display_page_hint_confirms,
	'partly-confirms': m.display_page_hint_partly_confirms,
	expands: m.display_page_hint_expands,
	contradicts: m.display_page_hint_contradicts,
	'figures-only': m.display_page_hint_figures_only,
	'voices-only': m.display_page_hint_voices_only
};

/** What a fit means, in one sentence. */
export const fitHint = (fit: Fit): string => hints[fit]();
