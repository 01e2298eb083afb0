import type { UserId } from '../project/ids.ts';

/** How figures and voices of a theme relate (samenhang). */
export type Fit = 'confirms' | 'partly-confirms' | 'expands' | 'contradicts' | 'figures-only' | 'voices-only';
export const fits: readonly Fit[] = [
	'confirms',
	'partly-confirms',
	'expands',
	'contradicts',
	'figures-only',
	'voices-only'
];

/** A person's decision on a row of the joint display, with the proposal it was made on. */
export type Decision = {
	readonly fit: Fit;
	readonly reason: string;
	/** one or two sentences that follow from both strands (kernboodschap) */
	readonly metaInference: string;
	readonly proposal: Fit | null;
	/** fingerprint of the data decided on; when it differs from today's, the row asks to be looked at again */
	readonly dataFingerprint: string;
	/** "no explanation yet" was chosen explicitly */
	readonly withoutExplanation: boolean;
	readonly decidedBy: UserId;
	readonly decidedByName: string;
	readonly decidedAt: string;
};
