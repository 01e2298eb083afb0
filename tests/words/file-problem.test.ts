import { expect, test } from 'vitest';
import { fileProblem } from '#lib/words/file-problem.ts';

const unknownArea = {
	code: 'table-area-unknown',
	params: { row: 14, column: 'wijk, of gebied', value: 'Centrm 😀', suggestion: 'Centrum', suggestions: 1 },
	at: 'row 14, wijk, of gebied'
};

test('a cell gives its row, column and value; the sentence does not say the place again', () => {
	expect(fileProblem(unknownArea, 'nl')).toEqual({
		row: 14,
		column: 'wijk, of gebied',
		value: 'Centrm 😀',
		message: 'Wijk of gebied ‘Centrm 😀’ is onbekend. Bedoelt u ‘Centrum’?'
	});
	expect(fileProblem(unknownArea, 'en').message).not.toMatch(/14/);
});

test('a whole row has no column and no value; a sentence that needs its place keeps it', () => {
	const problem = { code: 'table-row-too-long', params: { row: 3, cells: 9, columns: 8 }, at: 'row 3' };
	expect(fileProblem(problem, 'nl')).toEqual({
		row: 3,
		column: '',
		value: '',
		message: 'Rij 3 heeft 9 cellen, maar er zijn 8 kolommen. Staat er een scheidingsteken te veel?'
	});
});

test('what is wrong with the whole file has no place', () => {
	const problem = { code: 'table-type-unknown', params: { extension: 'pdf' } };
	const shown = fileProblem(problem, 'nl');
	expect([shown.row, shown.column]).toEqual([null, '']);
	expect(shown.message).toMatch(/‘\.pdf’/);
});
