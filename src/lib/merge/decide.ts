import type { DecisionBasis } from '../domain/integration/decision-basis.ts';
import type { Decision, Fit } from '../domain/integration/fit.ts';
import { lastReadings } from '../domain/integration/second-reading.ts';
import type { UserId } from '../domain/project/ids.ts';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import { changesSince } from './decision-changes.ts';
import type { DisplayRow, KeptDecision, RowDecision } from './joint-display.ts';

/** What an author decides on a row. */
export type DecisionInput = {
	readonly fit: Fit;
	readonly reason: string;
	readonly metaInference: string;
	/** "nog geen verklaring" was chosen */
	readonly withoutExplanation: boolean;
};

/** Who decides, and when (ISO 8601, UTC). */
export type Decider = { readonly userId: UserId; readonly name: string; readonly at: string };

/**
 * An author's decision on a row (DOMAIN 7.4): a reason is needed when it differs from the proposal, and always at
 * "spreekt tegen"; there also an explanation, or the explicit choice that there is none yet.
 */
export const decide = (
	row: Pick<DisplayRow, 'proposal' | 'explanations' | 'fingerprint'>,
	input: DecisionInput,
	decider: Decider
): Result<Decision> => {
	const reason = input.reason.trim();
	const problems: Problem[] = [];
	const differs = input.fit !== row.proposal.fit;
	const contradicts = input.fit === 'contradicts';
	if (reason === '' && contradicts) problems.push({ code: 'decision-reason-contradicts', at: 'reason' });
	else if (reason === '' && differs) problems.push({ code: 'decision-reason-differs', at: 'reason' });
	if (contradicts && row.explanations.length === 0 && !input.withoutExplanation)
		problems.push({ code: 'decision-explanation-missing', at: 'withoutExplanation' });
	if (problems.length > 0) return failAll(problems);
	return ok({
		fit: input.fit,
		reason,
		metaInference: input.metaInference.trim(),
		proposal: row.proposal.fit,
		dataFingerprint: row.fingerprint,
		withoutExplanation: contradicts && input.withoutExplanation,
		decidedBy: decider.userId,
		decidedByName: decider.name,
		decidedAt: decider.at
	});
};

/** What a decision of today would rest on. */
export type Today = {
	/** its fingerprint, made as one that was kept */
	readonly fingerprintLike: (kept: string) => string;
	readonly basis: DecisionBasis;
};

/** A decision beside the data of today: made on other data, it asks to be looked at again, and says what is otherwise. */
export const reviewed = ({ decision, basis, readings }: KeptDecision, now: Today): RowDecision => {
	const needsReview = decision.dataFingerprint !== now.fingerprintLike(decision.dataFingerprint);
	return {
		...decision,
		needsReview,
		changes: needsReview ? basis && changesSince(basis, now.basis) : [],
		readings: lastReadings(readings)
	};
};
