import { expect, test } from 'vitest';
import { sayProblem } from '#lib/words/problem.ts';

test('a problem is a sentence in the reader’s language', () => {
	expect(sayProblem({ code: 'waves-reversed' }, 'nl')).toMatch(/^De eerste meetronde/);
	expect(sayProblem({ code: 'waves-reversed' }, 'en')).toMatch(/^The first round/);
});

test('its values stand in the sentence', () => {
	expect(sayProblem({ code: 'file-too-large', params: { megabytes: 120, limit: 100 } }, 'nl')).toContain('120 MB');
});

test('a problem without a sentence is shown by its code rather than not at all', () => {
	expect(sayProblem({ code: 'nobody-wrote-this' }, 'nl')).toContain('nobody-wrote-this');
});
