import type { z } from 'zod';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';

/** Checks what came over the edge against its schema; every fault becomes a problem with the place it stands. */
export const parse = <T>(schema: z.ZodType<T>, input: unknown): Result<T> => {
	const outcome = schema.safeParse(input);
	return outcome.success ? ok(outcome.data) : failAll(outcome.error.issues.map(toProblem));
};

const toProblem = (issue: z.core.$ZodIssue): Problem => {
	const at = issue.path.map(String).join('.');
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined
				? { code: 'input-missing', params: { field: at }, at }
				: { code: 'input-wrong-type', params: { field: at, expected: issue.expected }, at };
		case 'too_small':
			return { code: 'input-too-small', params: { field: at, minimum: String(issue.minimum) }, at };
		case 'too_big':
			return { code: 'input-too-big', params: { field: at, maximum: String(issue.maximum) }, at };
		case 'unrecognized_keys':
			return { code: 'input-unknown-field', params: { field: issue.keys.join(', ') }, at };
		case 'invalid_value':
			return { code: 'input-not-allowed', params: { field: at, allowed: issue.values.map(String).join(', ') }, at };
		default:
			return { code: 'input-invalid', params: { field: at }, at };
	}
};
