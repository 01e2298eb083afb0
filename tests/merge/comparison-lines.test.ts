import { expect, test } from 'vitest';
import { comparisonLines } from '#lib/merge/comparison-lines.ts';
import { demoInput } from './demo-project.ts';

const input = demoInput('safety', 'vollenhove');
const indicator = input.indicators.find(({ key }) => key === 'KV1');
const lines = (observations = input.observations) =>
	comparisonLines(observations, indicator?.id ?? '', input.waves, input.comparisonAreas);

test('a line for each area compared with that has a value, nearest first', () => {
	expect(input.comparisonAreas.length).toBeGreaterThan(0);
	const found = lines();
	expect(found.length).toBeGreaterThan(0);
	const names = input.comparisonAreas.map(({ name }) => name);
	expect(found.map(({ label }) => label)).toEqual(names.filter((name) => found.some(({ label }) => label === name)));
	expect(found.every(({ values }) => values.length === input.waves.length)).toBe(true);
});

test('what is suppressed is not drawn, and an area without values has no line', () => {
	const hidden = input.observations.map((one) => ({ ...one, suppressed: true }));
	expect(lines(hidden)).toEqual([]);
	expect(lines([])).toEqual([]);
});
