import { describe, expect, test } from 'vitest';
import { readSource } from '#lib/import/read-source.ts';
import { valueOf } from '../import/fixture.ts';
import { inEveryFormat } from '../support/in-every-format.ts';

/**
 * F3, F5, F6: codes shift with a byte order mark, with loose accents, and with line ends of two characters. Whatever a
 * file has of these, its text and its turns are the same.
 */
const said = 'Cafe\u0301 😀 in e\u0301e\u0301n wijk';
const answered = 'Coo\u0308rdinatie, \u2019s ochtends';

const placesOf = async (file: { name: string; bytes: Uint8Array }) => {
	const { text, turns } = valueOf(await readSource(file));
	return { text, turns };
};

describe('the same words in one format', () => {
	const plain = inEveryFormat(said, answered);
	const variants = ['\r\n', '\r'].map((eol) => inEveryFormat(said, answered, eol));
	const composed = inEveryFormat(said.normalize('NFC'), answered.normalize('NFC'));

	test.each(plain.map((file, index) => [file.name, index] as const))(
		'%s: LF, CRLF or CR, NFC or NFD',
		async (name, index) => {
			const expected = await placesOf({ name, bytes: plain[index]?.bytes ?? new Uint8Array() });
			expect(expected.text).toBe(expected.text.normalize('NFC'));
			expect(expected.text).not.toContain('\r');
			for (const files of [...variants, composed])
				expect(await placesOf(files[index] ?? { name, bytes: new Uint8Array() })).toEqual(expected);
		}
	);

	test.each(plain.filter(({ name }) => !/docx|odt|rtf/.test(name)))(
		'$name: with a byte order mark',
		async ({ name, bytes }) => {
			const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
			const { text, turns } = await placesOf({ name, bytes: marked });
			expect({ text, turns }).toEqual(await placesOf({ name, bytes }));
			expect(text).not.toContain('\uFEFF');
		}
	);
});
