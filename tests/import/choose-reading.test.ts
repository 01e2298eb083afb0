import { describe, expect, test } from 'vitest';
import { fileReadingOf, recognised, type FileReading } from '#lib/domain/source/file-reading.ts';
import { readSource } from '#lib/import/read-source.ts';
import type { UploadedFile } from '#lib/import/source-draft.ts';
import { asObservation } from '#lib/import/transcript.ts';
import { codesOf, docxFile, fixture, paragraph, spoken, textFile, valueOf } from './fixture.ts';

const read = async (file: UploadedFile, asked: Partial<FileReading> = {}) =>
	valueOf(await readSource(file, fileReadingOf(asked)));

const latin = (words: readonly number[]): UploadedFile => ({ name: 'a.txt', bytes: new Uint8Array(words) });

describe('the encoding somebody chooses', () => {
	test.each([
		['windows-1252', [0x80, 0x20, 0xe9, 0xe9, 0x6e], '€ één'],
		['windows-1250', [0x4a, 0xf3, 0x7a, 0x65, 0x66, 0x20, 0xb3], 'Józef ł'],
		['windows-1254', [0xde, 0x65, 0x6e, 0x20, 0xfd], 'Şen ı'],
		['macintosh', [0x8e, 0x8e, 0x6e], 'één'],
		['ibm850', [0x82, 0x82, 0x6e], 'één']
	] as const)('%s is taken as it is, without a warning that it was guessed', async (encoding, bytes, text) => {
		const draft = await read(latin(bytes), { encoding });
		expect(draft).toMatchObject({ text, readAs: { encoding } });
		expect(draft.warnings.map(({ code }) => code)).not.toContain('text-encoding-guessed');
	});

	test('a text that happens to be valid UTF-8 can be Windows-1252 after all', async () => {
		const file = textFile('a.txt', 'Mooi 😀');
		expect((await read(file)).readAs.encoding).toBe('utf-8');
		expect((await read(file, { encoding: 'windows-1252' })).text).toBe('Mooi ðŸ˜€');
	});

	test('where it does not fit, the signs that are no letters are told', async () => {
		const draft = await read(latin([0x49, 0x3a, 0x20, 0xe9, 0x6e]), { encoding: 'utf-8' });
		expect(draft.warnings).toContainEqual({ code: 'text-half-characters', params: { count: 1 } });
	});

	test('its own byte order mark is no part of the text', async () => {
		const bytes = new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0]);
		expect(await read({ name: 'a.txt', bytes }, { encoding: 'utf-16le' })).toMatchObject({ text: 'Hi' });
	});

	test('a page and a table are read in it as well', async () => {
		const page: UploadedFile = { name: 'a.html', bytes: latinBytes('<html><body><p>R: \x82\x82n</p></body></html>') };
		expect((await read(page, { encoding: 'ibm850' })).text).toBe('R: één');
		const table: UploadedFile = { name: 'a.csv', bytes: latinBytes('spreker;tekst\nR;\x82\x82n wijk') };
		expect((await read(table, { encoding: 'ibm850' })).text).toBe('R: één wijk');
	});
});

const latinBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('paragraphs', () => {
	const story = 'Het park 🌳\nis mooi.\n\nDe straat\nniet.';

	test('are lines or blocks of plain text, as somebody chooses', async () => {
		const words = async (asked: Partial<FileReading>) => spoken(await read(textFile('a.txt', story), asked));
		expect((await words({})).map(([, said]) => said)).toEqual(['Het park 🌳\nis mooi.', 'De straat\nniet.']);
		expect((await words({ paragraphs: 'line' })).map(([, said]) => said)).toEqual([
			'Het park 🌳',
			'is mooi.',
			'De straat',
			'niet.'
		]);
	});

	test('of a Word file go together up to an empty line, when somebody says so', async () => {
		const file = docxFile(['Eén 😀', 'twee', '', 'drie'].map((line) => paragraph(line)).join(''));
		expect(spoken(await read(file))).toHaveLength(3);
		const draft = await read(file, { paragraphs: 'block' });
		expect(spoken(draft).map(([, said]) => said)).toEqual(['Eén 😀\ntwee', 'drie']);
		expect(draft.readAs).toEqual({ encoding: null, paragraphs: 'block', speakers: 'auto', table: null });
	});

	test('of a text without a blank line are its lines, and that is what is told', async () => {
		expect((await read(textFile('a.txt', 'een 😀\ntwee'), { paragraphs: 'block' })).readAs.paragraphs).toBe('line');
	});

	test('of an observation are chosen as well', async () => {
		const draft = await read(textFile('a.txt', story));
		expect(asObservation(draft).turns).toHaveLength(2);
		expect(asObservation(draft, 'line').turns).toHaveLength(4);
		expect(asObservation(draft, 'line').readAs).toMatchObject({ paragraphs: 'line', speakers: null });
	});
});

describe('speakers', () => {
	test('are left out of it: labels are words like any other', async () => {
		const draft = await read(textFile('a.txt', 'I: Hoe is het 😀?\n\nR: Goed.'), { speakers: 'off' });
		expect(spoken(draft)).toEqual([
			[null, 'I: Hoe is het 😀?'],
			[null, 'R: Goed.']
		]);
		expect(draft.warnings).toEqual([]);
	});

	test('are all labels, also a name that stands there only once', async () => {
		const file = textFile('a.txt', 'aïsha: Hoe is het?\nmevrouw Jansen: Goed 😀.\nLet op: hier viel de opname weg.');
		expect((await read(file)).speakers).toEqual([]);
		const draft = await read(file, { speakers: 'on' });
		expect(spoken(draft)).toEqual([
			['aïsha', 'Hoe is het?'],
			['mevrouw Jansen', 'Goed 😀.\nLet op: hier viel de opname weg.']
		]);
		expect(draft.readAs.speakers).toBe('on');
	});

	test('of subtitles can be left out, and found in names that come once', async () => {
		const vtt = (lines: readonly string[]) =>
			`WEBVTT\n\n${lines.map((line, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${line}`).join('\n\n')}\n`;
		const named = textFile('a.vtt', vtt(['<v Aïsha>Hallo 😀</v>', '<v Jan>Dag</v>']));
		expect(spoken(await read(named, { speakers: 'off' }))).toEqual([[null, 'Hallo 😀 Dag']]);
		const once = textFile('a.vtt', vtt(['Aïsha: Hallo 😀', 'Jan: Dag']));
		expect((await read(once)).speakers).toEqual([]);
		expect((await read(once, { speakers: 'on' })).speakers.map(({ label }) => label)).toEqual(['Aïsha', 'Jan']);
	});

	test('of a meeting in Teams can be left out too', async () => {
		const draft = await read(fixture('formats/teams.docx'), { speakers: 'off' });
		expect(draft.speakers).toEqual([]);
		expect(draft.turns.length).toBeGreaterThan(0);
	});
});

describe('a table', () => {
	test('that is read as a transcript can be a survey', async () => {
		const file = fixture('formats/gesprek.csv');
		expect((await read(file)).readAs.table).toBe('transcript');
		expect(codesOf(await readSource(file, { ...recognised, table: 'survey' }))).not.toContain('file-type-unknown');
	});

	test('without answers can be a transcript: the longest column is what was said, by who comes back', async () => {
		const rows = ['code;naam;gezegd', '1;Aïsha;Hoe vindt u het park in deze wijk?', '2;Jan;Mooi 😀', '3;Aïsha;Dank u'];
		const file = textFile('a.csv', rows.join('\n'));
		expect(codesOf(await readSource(file))).toEqual(['survey-without-answers']);
		const draft = await read(file, { table: 'transcript' });
		expect(spoken(draft)).toEqual([
			['Aïsha', 'Hoe vindt u het park in deze wijk?'],
			['Jan', 'Mooi 😀'],
			['Aïsha', 'Dank u']
		]);
	});

	test('in a workbook has the same choice', async () => {
		expect((await read(fixture('formats/enquete.xlsx'))).readAs.table).toBe('survey');
		const draft = await read(fixture('formats/enquete.xlsx'), { table: 'transcript' });
		expect(draft.readAs).toMatchObject({ table: 'transcript', encoding: null });
		expect(draft.turns.length).toBeGreaterThan(0);
	});
});

test('law: what a file was read as gives the same turns when it is asked for', async () => {
	for (const name of ['groep.txt', 'windows-1252.txt', 'tolk.txt', 'gesprek.csv', 'enquete.csv', 'teams.docx']) {
		const first = await read(fixture(`formats/${name}`));
		const again = await read(fixture(`formats/${name}`), fileReadingOf(first.readAs));
		expect([again.text, again.turns, again.readAs]).toEqual([first.text, first.turns, first.readAs]);
	}
});
