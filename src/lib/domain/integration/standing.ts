import { explanationStrengths, type Explanation, type Recognised, type Recognition } from './explanation.ts';

/**
 * The answers that stand: what each group said last in each session, as each who took notes wrote it down. An answer cannot
 * be changed, so a later one of the same people takes the place of theirs before it.
 */
export const standingAnswers = (recognitions: readonly Recognition[]): readonly Recognition[] => {
	const keyOf = ({ session, saidBy, createdBy }: Recognition) =>
		JSON.stringify([session.trim().toLowerCase(), saidBy, createdBy]);
	const last = new Map(recognitions.map((recognition) => [keyOf(recognition), recognition]));
	return recognitions.filter((recognition) => last.get(keyOf(recognition)) === recognition);
};

/** What people together answer: yes or no where all do, partly where they differ; null = nobody was asked. */
export const recognisedByAll = ({ recognitions }: Pick<Explanation, 'recognitions'>): Recognised | null => {
	const answers = new Set(standingAnswers(recognitions).map(({ answer }) => answer));
	const [first = null] = answers;
	return answers.size > 1 ? 'partly' : first;
};

const standing: readonly (Recognised | null)[] = ['yes', 'partly', null, 'no'];

/** Those that people know best first, and of these the ones with most behind them; else in the order they are in. */
export const byStanding = <E extends Pick<Explanation, 'recognitions' | 'strength'>>(
	explanations: readonly E[]
): readonly E[] =>
	explanations.toSorted(
		(a, b) =>
			standing.indexOf(recognisedByAll(a)) - standing.indexOf(recognisedByAll(b)) ||
			explanationStrengths.indexOf(b.strength) - explanationStrengths.indexOf(a.strength)
	);
