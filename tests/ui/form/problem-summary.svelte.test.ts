import { afterEach, beforeEach, expect, test } from 'vitest';
import ProblemSummary from '#lib/ui/form/ProblemSummary.svelte';
import { clear, show } from '../../support/show.ts';

let field: HTMLInputElement;
const problems = [{ text: 'Kies een code die geen groep is. 😀' }];

beforeEach(() => {
	field = document.createElement('input');
	document.body.append(field);
	field.focus();
});
afterEach(() => {
	clear();
	field.remove();
});

test('what is wrong with a form that was sent takes the focus', () => {
	const box = show(ProblemSummary, { problems }).querySelector('.problems');
	expect(document.activeElement).toBe(box);
	expect(box?.getAttribute('role')).toBeNull();
});

test('what is wrong with a choice that is still being made is said, and the focus stays in the field', () => {
	const box = show(ProblemSummary, { problems, takesFocus: false }).querySelector('.problems');
	expect(document.activeElement).toBe(field);
	expect(box?.getAttribute('role')).toBe('alert');
});
