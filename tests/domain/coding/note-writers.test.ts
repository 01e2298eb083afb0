import { describe, expect, it } from 'vitest';
import { writersOf, writersTogether, writtenBy } from '#lib/domain/coding/note-writers.ts';

const noted = (memo: string, ...memoWriters: readonly string[]) => ({ memo, memoWriters, coderId: 'ada' });

describe('who wrote a note', () => {
	it('is its coder, or everybody who wrote it since it was empty', () => {
		expect(writersOf(noted(''))).toEqual([]);
		expect(writersOf(noted('Café'))).toEqual(['ada']);
		expect(writersOf(noted('Café', 'bram'))).toEqual(['bram']);
		expect(writersOf(noted('Café', 'bram', 'ada'))).toEqual(['bram', 'ada']);
	});

	it('keeps who wrote before until it is emptied, with who wrote last at the end', () => {
		expect(writtenBy(noted('a', 'bram'), 'a en b', 'ada')).toEqual({ memoWriters: ['bram', 'ada'] });
		expect(writtenBy(noted('a', 'bram', 'ada'), 'c', 'bram')).toEqual({ memoWriters: ['ada', 'bram'] });
		expect(writtenBy(noted('a', 'bram'), 'a', 'ada')).toEqual({ memoWriters: ['bram'] });
		expect(writtenBy(noted('a', 'bram'), '', 'ada')).toEqual({ memoWriters: [] });
		expect(writtenBy(noted(''), 'b', 'ada')).toEqual({ memoWriters: ['ada'] });
	});

	it('is everybody of the notes that become one, and last who wrote the first of them last', () => {
		const notes = [noted(''), noted('a', 'bram'), noted('b')];
		expect(writersTogether(notes)).toEqual({ memoWriters: ['ada', 'bram'] });
		expect(writersTogether([noted('a'), noted('b', 'ada', 'bram')])).toEqual({ memoWriters: ['bram', 'ada'] });
	});
});
