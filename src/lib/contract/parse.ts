import type { z } from 'zod';
import { failAll, ok, type Problem, type Result } from '../domain/problem.ts';

const mostProblems = 100; // of one input; more help nobody

/** Checks what came over the edge against its schema; every fault becomes a problem with the place it stands. */
export const parse = <T>(schema: z.ZodType<T>, input: unknown): Result<T> => {
	const outcome = schema.safeParse(input, { reportInput: true });
	return outcome.success ? ok(outcome.data) : failAll(outcome.error.issues.slice(0, mostProblems).map(toProblem));
};

const toProblem = (issue: z.core.$ZodIssue): Problem => {
	const at = issue.path.map(String).join('.');
	const field = at === '' ? '-' : at;
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined
				? { code: 'input-missing', params: { field }, at }
				: { code: 'input-wrong-type', params: { field, expected: issue.expected }, at };
		case 'too_small':
			if (issue.origin === 'string') return { code: 'input-empty', params: { field }, at };
			if (issue.origin === 'array')
				return { code: 'input-too-few', params: { field, minimum: `${issue.minimum}` }, at };
			return { code: 'input-too-small', params: { field, minimum: `${issue.minimum}` }, at };
		case 'too_big':
			if (issue.origin === 'string')
				return { code: 'input-too-long', params: { field, maximum: `${issue.maximum}` }, at };
			if (issue.origin === 'array')
				return { code: 'input-too-many', params: { field, maximum: `${issue.maximum}` }, at };
			return { code: 'input-too-big', params: { field, maximum: `${issue.maximum}` }, at };
		case 'unrecognized_keys':
			return {
				code: 'input-unknown-field',
				params: { field: [...issue.path, ''].join('.') + issue.keys.join(', ') },
				at
			};
		case 'invalid_value':
			return { code: 'input-not-allowed', params: { field, allowed: issue.values.map(String).join(', ') }, at };
		case 'invalid_format':
			return { code: issue.format === 'uuid' ? 'input-not-an-id' : 'input-invalid', params: { field }, at };
		case 'custom': {
			const { problem: named, ...values }: Record<string, unknown> = issue.params ?? {};
			return { code: typeof named === 'string' ? named : 'input-invalid', params: { ...plain(values), field }, at };
		}
		default:
			return { code: 'input-invalid', params: { field }, at };
	}
};

/** What a problem of our own says of itself: numbers and texts for its sentence. */
const plain = (values: Record<string, unknown>): Record<string, string | number> =>
	Object.fromEntries(
		Object.entries(values).flatMap(([key, value]) =>
			typeof value === 'string' || typeof value === 'number' ? [[key, value]] : []
		)
	);
