import type { CaseAnswer } from '#lib/contract/case.ts';
import { m } from '#lib/paraglide/messages.js';

export const caseStates = ['requested', 'missing', 'open', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

/** What asks for attention about a participant: a request to withdraw comes before consent that is missing. */
export const caseStateOf = (
	kase: Pick<CaseAnswer, 'withdrawnAt' | 'withdrawalRequestedOn' | 'consentNow' | 'isMinor'>
): CaseState => {
	if (kase.withdrawnAt !== null) return 'withdrawn';
	if (kase.withdrawalRequestedOn !== null) return 'requested';
	const isGiven = kase.consentNow.participation === 'given' && (!kase.isMinor || kase.consentNow.parental === 'given');
	return isGiven ? 'open' : 'missing';
};

/** A state as a sign with words. */
export const caseStateSign: Readonly<Record<CaseState, { readonly sign: string; readonly words: () => string }>> = {
	requested: { sign: '!', words: () => m.case_state_requested() },
	missing: { sign: '?', words: () => m.case_state_missing() },
	open: { sign: '✓', words: () => m.case_state_open() },
	withdrawn: { sign: '↩', words: () => m.case_state_withdrawn() }
};
