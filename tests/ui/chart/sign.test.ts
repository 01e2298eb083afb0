import { expect, test } from 'vitest';
import type { Change, Level } from '../../../src/lib/domain/coding/valence.ts';
import { changeMark, interviewMark, levelMark, placeOf } from '../../../src/lib/ui/chart/sign.ts';

const says = (change: readonly Change[], level: readonly Level[] = []) => ({ change, level });

test('forward is filled and stands behind the axis, backward is half and stands before it', () => {
	expect(changeMark(says(['forward']))).toBe('forward');
	expect(placeOf('forward')).toBe('behind');
	expect(changeMark(says(['backward']))).toBe('backward');
	expect(placeOf('backward')).toBe('before');
});

test('an interview that says both stands once, on the axis', () => {
	expect(changeMark(says(['backward', 'forward']))).toBe('change-both');
	expect(placeOf('change-both')).toBe('on');
	expect(levelMark(says([], ['good', 'improve']))).toBe('level-both');
	expect(placeOf('level-both')).toBe('on');
});

test('change and level are never mixed: each lane has its own sign', () => {
	const voice = says(['forward'], ['improve']);
	expect(changeMark(voice)).toBe('forward');
	expect(levelMark(voice)).toBe('improve');
	expect(changeMark(says([], ['improve']))).toBeNull();
	expect(levelMark(says(['forward']))).toBeNull();
});

test('where there is room for one sign, change comes before level, and no direction is empty', () => {
	expect(interviewMark(says(['backward'], ['good']))).toBe('backward');
	expect(interviewMark(says([], ['good']))).toBe('good');
	expect(interviewMark(says([]))).toBe('none');
});
