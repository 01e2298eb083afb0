import { expect, test } from 'vitest';
import { titleFromFile } from '../../../src/lib/domain/source/title.ts';

test.each([
	['VOL-B-01.txt', 'VOL-B-01'],
	['Gesprek 12 maart. Deel 2.docx', 'Gesprek 12 maart. Deel 2'],
	['C:\\Users\\jan\\gesprek.docx', 'gesprek'],
	['map/in/map/cafe\u0301.vtt', 'caf\u00e9'],
	['zonder', 'zonder'],
	['.txt', ''],
	['  .srt', ''],
	['twee\nregels.txt', 'twee regels']
])('the file %j gives the title %j', (file, title) => expect(titleFromFile(file)).toBe(title));

test('a very long name is cut at 200 characters, not in the middle of one', () => {
	expect([...titleFromFile(`${'😀'.repeat(300)}.txt`)]).toHaveLength(200);
});
