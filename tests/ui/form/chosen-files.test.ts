import { expect, test } from 'vitest';
import { fileSize, fitsAccept } from '../../../src/lib/ui/form/chosen-files.ts';

const file = (name: string, type = '') => ({ name, type });

test('a file fits by its extension, whatever its case', () => {
	expect(fitsAccept(file('Gesprek.DOCX'), '.txt, .docx')).toBe(true);
	expect(fitsAccept(file('gesprek.pdf'), '.txt, .docx')).toBe(false);
});

test('a file fits by its type, exactly or by family', () => {
	expect(fitsAccept(file('a', 'text/plain'), 'text/plain')).toBe(true);
	expect(fitsAccept(file('a', 'text/vtt'), 'text/*')).toBe(true);
	expect(fitsAccept(file('a', 'image/png'), 'text/*')).toBe(false);
});

test('without a demand every file fits', () => {
	expect(fitsAccept(file('a.exe'), undefined)).toBe(true);
	expect(fitsAccept(file('a.exe'), '')).toBe(true);
});

test('a size is written in the unit people know, in their notation', () => {
	expect(fileSize(1_540_000, 'nl')).toBe('1,5 MB');
	expect(fileSize(1_540_000, 'en')).toBe('1.5 MB');
	expect(fileSize(999, 'nl')).toBe('999 byte');
	expect(fileSize(0, 'en')).toBe('0 byte');
});
