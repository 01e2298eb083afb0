import { describe, expect, it } from 'vitest';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import type { Code } from '#lib/domain/codebook/code.ts';
import { dropInTree, stepInTree } from '#lib/domain/codebook/tree-move.ts';

const code = (id: string, parentId: string | null, place: number): Code => ({
	id,
	parentId,
	place,
	name: `Thema ${id} 😀`,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: null,
	isCodable: true,
	pillarIds: null,
	indicators: []
});

// a ( a1 a2 )  b  c
const book = codebookOf([
	code('a', null, 0),
	code('a1', 'a', 0),
	code('a2', 'a', 1),
	code('b', null, 1),
	code('c', null, 2)
]);

describe('moving a code with the keyboard', () => {
	it('goes up and down among its siblings, and no further', () => {
		expect(stepInTree(book, ['b'], 'up')).toEqual({ parentId: null, place: 0 });
		expect(stepInTree(book, ['b'], 'down')).toEqual({ parentId: null, place: 2 });
		expect(stepInTree(book, ['a'], 'up')).toBeNull();
		expect(stepInTree(book, ['c'], 'down')).toBeNull();
	});

	it('goes in below the sibling before it, as the last one there', () => {
		expect(stepInTree(book, ['b'], 'in')).toEqual({ parentId: 'a', place: 2 });
		expect(stepInTree(book, ['a'], 'in')).toBeNull();
	});

	it('goes out to right after its parent', () => {
		expect(stepInTree(book, ['a1'], 'out')).toEqual({ parentId: null, place: 1 });
		expect(stepInTree(book, ['a'], 'out')).toBeNull();
	});

	it('has no step for a code that is not in the book', () => {
		expect(stepInTree(book, ['x'], 'up')).toBeNull();
	});
});

describe('dropping a code', () => {
	it('counts the place without the code itself', () => {
		expect(dropInTree(book, ['a'], 'c', 'before')).toEqual({ parentId: null, place: 1 });
		expect(dropInTree(book, ['c'], 'a', 'before')).toEqual({ parentId: null, place: 0 });
		expect(dropInTree(book, ['a1'], 'a2', 'after')).toEqual({ parentId: 'a', place: 1 });
	});

	it('inside another code makes it the last one there', () => {
		expect(dropInTree(book, ['c'], 'a', 'inside')).toEqual({ parentId: 'a', place: 2 });
	});

	it('is refused on itself and below itself', () => {
		expect(dropInTree(book, ['a'], 'a', 'inside')).toBeNull();
		expect(dropInTree(book, ['a'], 'a2', 'before')).toBeNull();
	});
});

describe('moving several codes', () => {
	it('takes them as one block past a sibling, in or out', () => {
		expect(stepInTree(book, ['a', 'b'], 'down')).toEqual({ parentId: null, place: 1 });
		expect(stepInTree(book, ['b', 'c'], 'up')).toEqual({ parentId: null, place: 0 });
		expect(stepInTree(book, ['b', 'c'], 'down')).toBeNull();
		expect(stepInTree(book, ['b', 'c'], 'in')).toEqual({ parentId: 'a', place: 2 });
		expect(stepInTree(book, ['a1', 'a2'], 'out')).toEqual({ parentId: null, place: 1 });
	});

	it('has no step for codes below different parents, but what stands below a chosen one comes along', () => {
		expect(stepInTree(book, ['a1', 'b'], 'up')).toBeNull();
		expect(stepInTree(book, ['a', 'a1'], 'down')).toEqual({ parentId: null, place: 1 });
	});

	it('drops them at a place among the codes that stay, never on one of them or below', () => {
		expect(dropInTree(book, ['a', 'b'], 'c', 'after')).toEqual({ parentId: null, place: 1 });
		expect(dropInTree(book, ['b', 'c'], 'a2', 'inside')).toEqual({ parentId: 'a2', place: 0 });
		expect(dropInTree(book, ['a', 'b'], 'a1', 'before')).toBeNull();
		expect(dropInTree(book, ['a', 'b'], 'b', 'after')).toBeNull();
	});
});
