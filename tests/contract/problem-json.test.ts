import { describe, expect, test } from 'vitest';
import { httpStatusOf, problemJson } from '#lib/contract/problem-json.ts';
import { sayProblem } from '#lib/words/problem.ts';

const say = (problem: Parameters<typeof sayProblem>[0]) => sayProblem(problem, 'nl');

describe('a refusal as the API answers it', () => {
	test.each([
		['input-missing', 400],
		['not-signed-in', 401],
		['not-allowed', 403],
		['frame-part-unknown', 404],
		['method-unknown', 405],
		['last-administrator', 409],
		['body-too-large', 413],
		['media-unknown', 415],
		['too-many-attempts', 429],
		['unexpected', 500]
	])('%s is %i', (code, status) => {
		expect(problemJson([{ code }], say)).toMatchObject({ status, type: `urn:wijkstem:problem:${code}` });
		expect(problemJson([{ code }], say).title).not.toBe(status === 400 ? '' : 'Bad request');
	});

	test('has the status of the first problem that has one of its own', () => {
		expect(httpStatusOf([{ code: 'input-missing' }, { code: 'in-use' }, { code: 'not-allowed' }])).toBe(409);
		expect(httpStatusOf([])).toBe(400);
	});

	test('lists every problem with its place and a sentence, and sums up the first three', () => {
		const missing = (field: string) => ({ code: 'input-missing', params: { field }, at: field });
		const told = problemJson(['a', 'b', 'c', 'd'].map(missing), say);
		expect(told.problems.map(({ at }) => at)).toEqual(['a', 'b', 'c', 'd']);
		expect(told.problems[0]?.message).toBe(say(missing('a')));
		expect(told.detail).toBe(['a', 'b', 'c'].map((field) => say(missing(field))).join(' '));
	});
});
