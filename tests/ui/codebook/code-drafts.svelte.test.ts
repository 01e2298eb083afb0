import { beforeEach, expect, test } from 'vitest';
import type { Code } from '#lib/domain/codebook/code.ts';
import { CodeDrafts } from '#lib/ui/codebook/code-drafts.svelte.ts';

const code: Code = {
	id: 'a',
	projectId: 'p',
	parentId: null,
	name: 'Veiligheid 😀',
	definition: 'Over veiligheid',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: null,
	isCodable: true,
	pillarIds: null,
	indicators: []
} as unknown as Code;

beforeEach(() => sessionStorage.clear());

const written = (changes: Partial<Code>): CodeDrafts => {
	const drafts = new CodeDrafts('p', 'ada');
	drafts.set(code, { ...drafts.of(code), ...changes });
	return drafts;
};

test('what a person typed is kept over a reload', () => {
	written({ definition: 'Over café’s' });
	expect(new CodeDrafts('p', 'ada').of(code).definition).toBe('Over café’s');
	expect(new CodeDrafts('p', 'bo').changed(code)).toEqual([]);
});

test('what a colleague stored in another field meanwhile is shown beside it, and is not sent back', () => {
	const drafts = written({ synonyms: ['onveilig'] });
	const theirs = { ...code, definition: 'Over politie' };
	expect(drafts.of(theirs)).toMatchObject({ definition: 'Over politie', synonyms: ['onveilig'] });
	expect([drafts.changed(theirs), drafts.overtaken(theirs)]).toEqual([['synonyms'], []]);
});

test('a colleague in the same field is told, and the own text stays', () => {
	const drafts = written({ definition: 'Over bang zijn' });
	const theirs = { ...code, definition: 'Over politie' };
	expect(drafts.of(theirs).definition).toBe('Over bang zijn');
	expect(drafts.overtaken(theirs)).toEqual(['definition']);
	drafts.set(theirs, { ...drafts.of(theirs), definition: 'Over bang zijn in het donker' });
	expect(drafts.overtaken(theirs)).toEqual(['definition']);
});

test('a field typed back, or stored alike by a colleague, is not changed any more', () => {
	const drafts = written({ definition: 'Over bang zijn' });
	expect(drafts.changed({ ...code, definition: 'Over bang zijn' })).toEqual([]);
	drafts.set(code, { ...drafts.of(code), definition: code.definition });
	expect([drafts.changed(code), drafts.of(code).definition]).toEqual([[], code.definition]);
});

test('thrown away, the form shows what is stored', () => {
	const drafts = written({ name: 'Anders' });
	drafts.discard('a');
	expect(drafts.of(code).name).toBe(code.name);
});
