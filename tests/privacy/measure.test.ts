import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoreOf } from '../support/privacy-measure.ts';
import { reportPath, withFigures } from '../support/privacy-report.ts';
import { demoTexts, readMarks, unseenTexts } from '../support/privacy-texts.ts';

test('the figures in the documentation are those of today (npm run privacy:measure rewrites them)', () => {
	const document = readFileSync(reportPath, 'utf8');
	expect(withFigures(document)).toBe(document);
});

test('every identifier that is marked in the demo is found', () => {
	const marks = demoTexts().flatMap((text) => text.marks);
	const { missed } = scoreOf(demoTexts());
	expect(marks).toHaveLength(64);
	expect(missed).toEqual([]);
});

test('there are texts that were kept apart, with marks of every kind', () => {
	const texts = unseenTexts();
	const kinds = new Set(texts.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
	expect(texts.length).toBeGreaterThanOrEqual(12);
	expect(kinds.size).toBe(15);
});

test('a mark counts as found only when all its words are, and a hit as right only on a mark', () => {
	const { text, marks } = readMarks('Ik zag {name:Fatima Xqzw-Vrp} en {indirect:iets ergs}. Met Karel.');
	const score = scoreOf([{ name: 'x', text, turns: [], marks }], ['name', 'indirect']);
	expect(score.kinds).toEqual([
		{ kind: 'name', marks: 1, whole: 1, part: 0, hits: 2, right: 1 },
		{ kind: 'indirect', marks: 1, whole: 0, part: 0, hits: 0, right: 0 }
	]);
	expect(score.missed).toEqual(['indirect (none) x: iets ergs']);
	expect(score.wrong).toEqual(['name (first-name) x: Karel']);
});
