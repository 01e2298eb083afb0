import { describe, expect, it } from 'vitest';
import { writersOf, writersTogether, writtenBy } from '#lib/domain/coding/note-writers.ts';

const noted = (memo: string, memoBy: string | null = null, memoWriters: readonly string[] = []) => ({
	...{ memo, memoBy, memoWriters, coderId: 'ada' }
});

describe('who wrote a note', () => {
	it('is its coder, or the last who wrote it, or everybody since it was empty', () => {
		expect(writersOf(noted(''))).toEqual([]);
		expect(writersOf(noted('Café'))).toEqual(['ada']);
		expect(writersOf(noted('Café', 'bram'))).toEqual(['bram']);
		expect(writersOf(noted('Café', 'ada', ['bram', 'ada']))).toEqual(['bram', 'ada']);
	});

	it('keeps who wrote before until it is emptied', () => {
		expect(writtenBy(noted('a', 'bram'), 'a en b', 'ada')).toEqual({ memoBy: 'ada', memoWriters: ['bram', 'ada'] });
		expect(writtenBy(noted('a', 'bram'), 'a', 'ada')).toEqual({ memoBy: 'bram', memoWriters: [] });
		expect(writtenBy(noted('a', 'bram', ['bram']), '', 'ada')).toEqual({ memoBy: null, memoWriters: [] });
		expect(writtenBy(noted(''), 'b', 'ada')).toEqual({ memoBy: 'ada', memoWriters: ['ada'] });
	});

	it('is everybody of the notes that become one', () => {
		const notes = [noted(''), noted('a', 'bram'), noted('b')];
		expect(writersTogether(notes)).toEqual({ memoBy: 'bram', memoWriters: ['bram', 'ada'] });
	});
});
