import type { Fit } from '../domain/integration/fit.ts';
import type { ThemeDevelopment } from './development.ts';
import type { VoiceOutcome } from './voices.ts';

/**
 * What the rules propose for a theme; null = no data. The note is shown behind the fit:
 * `better-not-good` "beter, maar nog niet goed", `mentioned` "thema wel genoemd".
 */
export type Proposal = { readonly fit: Fit | null; readonly note: 'better-not-good' | 'mentioned' | null };

/** What the rules propose: the table of DOMAIN 7.4, a row per development and a column per outcome of the voices. */
export const proposalOf = (figures: ThemeDevelopment, voices: VoiceOutcome): Proposal => ({
	fit: table[figures][voices],
	note: noteOf(figures, voices)
});

const table: Readonly<Record<ThemeDevelopment, Readonly<Record<VoiceOutcome, Fit | null>>>> = {
	better: {
		forward: 'confirms',
		divided: 'partly-confirms',
		backward: 'contradicts',
		'improve-only': 'expands',
		'no-direction': 'figures-only',
		silent: 'figures-only'
	},
	same: {
		forward: 'expands',
		divided: 'expands',
		backward: 'expands',
		'improve-only': 'partly-confirms',
		'no-direction': 'figures-only',
		silent: 'figures-only'
	},
	worse: {
		forward: 'contradicts',
		divided: 'partly-confirms',
		backward: 'confirms',
		'improve-only': 'partly-confirms',
		'no-direction': 'figures-only',
		silent: 'figures-only'
	},
	mixed: {
		forward: 'partly-confirms',
		divided: 'expands',
		backward: 'partly-confirms',
		'improve-only': 'expands',
		'no-direction': 'figures-only',
		silent: 'figures-only'
	},
	unknown: {
		forward: 'voices-only',
		divided: 'voices-only',
		backward: 'voices-only',
		'improve-only': 'voices-only',
		'no-direction': 'voices-only',
		silent: null
	}
};

const noteOf = (figures: ThemeDevelopment, voices: VoiceOutcome): Proposal['note'] => {
	if (figures === 'better' && voices === 'improve-only') return 'better-not-good';
	return figures !== 'unknown' && voices === 'no-direction' ? 'mentioned' : null;
};
