import { expect, test } from 'vitest';
import { codebookOf } from '../../../src/lib/domain/codebook/codebook.ts';
import { emptyCode } from '../../../src/lib/domain/codebook/move-codes.ts';
import { besideGone } from '../../../src/lib/ui/codebook/beside-gone.ts';

const code = (id: string, parentId: string | null, place: number) => ({ ...emptyCode, id, name: id, parentId, place });
const book = codebookOf([
	code('Wonen', null, 0),
	code('Groen', 'Wonen', 0),
	code('Bomen', 'Groen', 0),
	code('Geld', null, 1)
]);

test('who deletes codes goes on at the first that stays after them, else at the one before', () => {
	expect(besideGone(book, ['Groen'])).toBe('Geld');
	expect(besideGone(book, ['Bomen', 'Geld'])).toBe('Groen');
	expect(besideGone(book, ['Geld'])).toBe('Bomen');
	expect(besideGone(book, ['Wonen', 'Geld'])).toBe(null);
});
