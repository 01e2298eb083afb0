import { expect, test } from 'vitest';
import type { CodeAnswer } from '../../../src/lib/contract/code.ts';
import { useOf } from '../../../src/lib/ui/codebook/code-choice.ts';

const code = (id: string, counts: Partial<CodeAnswer>) =>
	({
		...{ id, isCodable: true, codings: 0, interviews: 0, codingsWithDescendants: 0, interviewsWithDescendants: 0 },
		...counts
	}) as CodeAnswer;

const codes = [
	code('folder', { isCodable: false, codingsWithDescendants: 7, interviewsWithDescendants: 3 }),
	code('parent', { codings: 2, interviews: 1, codingsWithDescendants: 7, interviewsWithDescendants: 3 }),
	code('child', { codings: 5, interviews: 3, codingsWithDescendants: 5, interviewsWithDescendants: 3 })
];

test('beside a code stand its own numbers; a folder has none', () => {
	expect(useOf(codes, false)).toEqual(
		new Map([
			['parent', { codings: 2, interviews: 1 }],
			['child', { codings: 5, interviews: 3 }]
		])
	);
});

test('or those with the codes below it, of a folder too', () => {
	expect(useOf(codes, true)).toEqual(
		new Map([
			['folder', { codings: 7, interviews: 3 }],
			['parent', { codings: 7, interviews: 3 }],
			['child', { codings: 5, interviews: 3 }]
		])
	);
});

test('who may not see codings sees no numbers', () => {
	expect(useOf([...codes, code('hidden', { codings: null })], true)).toBeNull();
});
