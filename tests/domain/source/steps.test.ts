import { expect, test } from 'vitest';
import { sourceStatuses } from '#lib/domain/source/source.ts';
import { areNamesBehind } from '#lib/domain/source/steps.ts';

test('names are behind an interview once the step after them has begun', () => {
	expect(sourceStatuses.filter(areNamesBehind)).toEqual(['attributes', 'handed-over', 'released', 'restricted']);
});
