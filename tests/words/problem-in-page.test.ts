import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sayProblemInPage } from '#lib/words/problem-in-page.ts';
import { sayProblem } from '#lib/words/problem.ts';

/** The rules that a page asks before the server does. */
const rules = ['text/rich-text.ts', 'report/report-text.ts', 'source/status.ts'];

const codes = rules.flatMap((file) => {
	const text = readFileSync(new URL(`../../src/lib/domain/${file}`, import.meta.url), 'utf8');
	return [...text.matchAll(/fail\('([a-z-]+)'/g)].map(([, code = '']) => code);
});

test('the rules are found', () => expect(codes.length).toBeGreaterThan(12));

test.each([...new Set(codes)])('a page says %s in the same words as the server', (code) => {
	const problem = { code, params: { labels: 'a', places: 'b', codings: 2, length: 3, maximum: 4, references: 5 } };
	for (const locale of ['nl', 'en'] as const) {
		expect(sayProblemInPage(problem, locale)).toBe(sayProblem(problem, locale));
		expect(sayProblemInPage(problem, locale)).not.toBe(code);
	}
});
