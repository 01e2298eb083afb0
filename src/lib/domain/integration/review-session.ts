import type { AreaId, IndicatorId, ReviewSessionId, UserId, WaveId } from '../project/ids.ts';
import type { Recognised, Voice } from './explanation.ts';

/** A session in which figures are laid before people who know the area (duidingssessie). */
export type ReviewSession = {
	readonly id: ReviewSessionId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	/** as 2025-03-14 */
	readonly heldOn: string;
	/** functions or groups, never names */
	readonly participants: string;
};

/** Whether people recognise a figure (herkend), as they said in a session. */
export type FigureRecognition = {
	readonly id: string;
	readonly sessionId: ReviewSessionId;
	readonly indicatorId: IndicatorId;
	readonly answer: Recognised;
	readonly saidBy: Voice;
	readonly remark: string;
	readonly createdBy: UserId;
	/** ISO 8601, UTC */
	readonly createdAt: string;
};

/** An answer with the day and the rounds of its session: people were asked about the figure between these. */
export type SessionAnswer = FigureRecognition & Pick<ReviewSession, 'heldOn' | 'fromWaveId' | 'toWaveId'>;
