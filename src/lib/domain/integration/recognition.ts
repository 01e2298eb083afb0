import type { ExplanationId, RecognitionId, UserId } from '../project/ids.ts';
import type { Recognised, Voice } from './explanation.ts';

/** Whether people know an explanation (herkend), asked once. */
export type Recognition = {
	readonly id: RecognitionId;
	readonly explanationId: ExplanationId;
	readonly answer: Recognised;
	readonly saidBy: Voice;
	/** the session in which it was asked (duidingssessie) */
	readonly session: string;
	readonly createdBy: UserId;
	/** ISO 8601, UTC */
	readonly createdAt: string;
};
