import { failAll, type Problem, type Result } from '../../domain/problem.ts';

/** The name of the database rule an error broke, e.g. `codings_unique`, or null when it is another kind of error. */
export const brokenConstraint = (error: unknown): string | null => {
	if (typeof error !== 'object' || error === null || !('code' in error) || !('constraint' in error)) return null;
	const { code, constraint } = error;
	return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : null;
};

/** Problems by the database rule that was broken; `reference` stands for every rule about what refers to what. */
export type ConstraintProblems = Readonly<Record<string, Problem>> & { readonly reference?: Problem };

/**
 * Runs a step that stores something. Where it breaks a rule of the database that is named here, that rule's problem is the
 * outcome: what two people did at the same moment is then told to the second one. Other errors go on.
 */
export const orProblem = async <T>(
	problems: ConstraintProblems,
	step: () => Promise<Result<T>>
): Promise<Result<T>> => {
	try {
		return await step();
	} catch (error) {
		const constraint = brokenConstraint(error);
		const named = constraint === null ? undefined : problems[constraint];
		const problem = named ?? (isBrokenReference(error) ? problems.reference : undefined);
		if (problem) return failAll([problem]);
		throw error;
	}
};

const foreignKeyViolation = '23503'; // PostgreSQL, appendix A

const isBrokenReference = (error: unknown): boolean =>
	typeof error === 'object' && error !== null && 'code' in error && error.code === foreignKeyViolation;
