import { fail, failAll, ok, type Problem, type Result } from '../problem.ts';
import type { UserId } from '../project/ids.ts';
import type { Decision, Fit } from './fit.ts';

/** What a second researcher says of a decision. */
export const readingAnswers = ['confirms', 'differs'] as const;
export type ReadingAnswer = (typeof readingAnswers)[number];

/** A second researcher's answer to a decision; a difference stays visible beside it. */
export type SecondReading = {
	readonly answer: ReadingAnswer;
	/** what the reader would decide; null = the same */
	readonly fit: Fit | null;
	readonly reason: string;
	readonly readBy: UserId;
	readonly readByName: string;
	/** ISO 8601, UTC */
	readonly readAt: string;
};

/** Who reads, and when (ISO 8601, UTC). */
export type SecondReader = { readonly userId: UserId; readonly name: string; readonly at: string };

/** A second reading is by somebody else than who decided; who differs says what it should be, and why. */
export const readSecond = (
	decision: Pick<Decision, 'fit' | 'decidedBy'>,
	input: { readonly answer: ReadingAnswer; readonly fit: Fit | null; readonly reason: string },
	reader: SecondReader
): Result<SecondReading> => {
	if (decision.decidedBy === reader.userId) return fail('second-reading-own');
	const reason = input.reason.trim();
	const problems: Problem[] = [];
	const differs = input.answer === 'differs';
	if (differs && (input.fit === null || input.fit === decision.fit))
		problems.push({ code: 'second-reading-fit', at: 'fit' });
	if (differs && reason === '') problems.push({ code: 'second-reading-reason', at: 'reason' });
	if (problems.length > 0) return failAll(problems);
	return ok({
		...{ answer: input.answer, fit: differs ? input.fit : null, reason },
		...{ readBy: reader.userId, readByName: reader.name, readAt: reader.at }
	});
};

/** The last answer of each reader, the newest first. */
export const lastReadings = (readings: readonly SecondReading[]): readonly SecondReading[] => {
	const newest = readings.toSorted((a, b) => (a.readAt < b.readAt ? 1 : a.readAt > b.readAt ? -1 : 0));
	return newest.filter(({ readBy }, at) => newest.findIndex((other) => other.readBy === readBy) === at);
};
