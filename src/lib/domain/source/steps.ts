import type { SourceStatus } from './source.ts';

/** The steps of a source on its way to coding, in the order in which they are taken. */
export const steps: readonly SourceStatus[] = [
	'uploaded',
	'speakers',
	'pseudonymising',
	'attributes',
	'handed-over',
	'released'
];

/** How far a source is: the step it stands at, as a place in `steps`. What is uploaded stands at the speakers. */
export const stepIndex = (status: SourceStatus): number =>
	status === 'uploaded' ? 1 : status === 'restricted' ? steps.length - 1 : steps.indexOf(status);

/** The status after the present step is done; null = there is none. */
export const nextStep = (status: SourceStatus): SourceStatus | null =>
	status === 'restricted' ? 'released' : (steps[stepIndex(status) + 1] ?? null);

/** The status to go back to; null at the beginning. */
export const stepBack = (status: SourceStatus): SourceStatus | null =>
	status === 'restricted' || stepIndex(status) <= 1 ? null : (steps[stepIndex(status) - 1] ?? null);
