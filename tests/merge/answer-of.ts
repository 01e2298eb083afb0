import type { Recognition } from '#lib/domain/integration/explanation.ts';
import type { SessionAnswer } from '#lib/domain/integration/review-session.ts';

/** An answer on the figure KV3 in a session about 2021 and 2025. */
export const answerOf = (more: Partial<SessionAnswer> = {}): SessionAnswer => ({
	...{ id: 'r', sessionId: 's', indicatorId: 'KV3', answer: 'partly', saidBy: 'municipality' },
	...{ remark: 'Alleen rond het plein 😀', heldOn: '2025-11-20', fromWaveId: '2021', toWaveId: '2025' },
	...{ createdBy: 'u', createdAt: '2025-11-20T14:00:00.000Z' },
	...more
});

/** An answer of the municipality to the question whether it knows an explanation. */
export const recognitionOf = (more: Partial<Recognition> = {}): Recognition => ({
	...{ id: 'r', explanationId: 'e', answer: 'yes', saidBy: 'municipality', session: '' },
	...{ createdBy: 'u', createdAt: '2025-11-20T14:00:00.000Z' },
	...more
});
