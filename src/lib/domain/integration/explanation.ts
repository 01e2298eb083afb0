import type {
	AreaId,
	ExplanationId,
	IndicatorId,
	RecognitionId,
	ReviewSessionId,
	UserId,
	WaveId
} from '../project/ids.ts';
import type { Group } from '../source/source.ts';
import type { EvidenceItem } from './evidence.ts';

export type ExplanationKind = 'substantive' | 'policy' | 'national' | 'method' | 'unknown';
export const explanationKinds: readonly ExplanationKind[] = ['substantive', 'policy', 'national', 'method', 'unknown'];

/** How much stands behind an explanation: one person named it, several did, or there is evidence for it. */
export type ExplanationStrength = 'one' | 'several' | 'supported';
export const explanationStrengths: readonly ExplanationStrength[] = ['one', 'several', 'supported'];

export type Recognised = 'yes' | 'partly' | 'no';
export const recognisedAnswers: readonly Recognised[] = ['yes', 'partly', 'no'];

export type Voice = Group | 'municipality' | 'researcher';
export const voicesOfExplanations: readonly Voice[] = ['resident', 'professional', 'municipality', 'researcher'];

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

/** Why a figure, or a difference between rounds, may be so (mogelijke verklaring). */
export type Explanation = {
	readonly id: ExplanationId;
	readonly indicatorId: IndicatorId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly kind: ExplanationKind;
	readonly text: string;
	readonly saidBy: Voice;
	/** titles of sources, reports or sessions that support it */
	readonly evidence: string;
	/** what speaks against it, in the same way */
	readonly counterEvidence: string;
	/** what it leans on and what speaks against it, each leading to its place */
	readonly evidenceItems: readonly EvidenceItem[];
	readonly strength: ExplanationStrength;
	/** the session in which it was given; null = elsewhere */
	readonly sessionId: ReviewSessionId | null;
	/** whether people know it (herkend): what was answered last; null = not asked yet */
	readonly recognised: Recognised | null;
	/** every answer to that question, in the order in which they were given */
	readonly recognitions: readonly Recognition[];
};
