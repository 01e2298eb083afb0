import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileInArchive, filesInArchive } from '#lib/import/archive.ts';
import { readSource } from '#lib/import/read-source.ts';
import type { UploadedFile } from '#lib/import/source-draft.ts';
import { codesOf, docxFile, fixture, paragraph, spoken, utf8, valueOf } from './fixture.ts';

/** Each file has its expectation beside it; UPDATE=1 writes the expectations anew, and the difference is read. */
const filesIn = (folder: string) =>
	readdirSync(new URL(`../fixtures/${folder}/`, import.meta.url))
		.filter((name) => !name.endsWith('.expected.json') && name !== 'LICENSE')
		.map((name) => `${folder}/${name}`);
const files = [...filesIn('formats'), ...filesIn('real')];

const outcomeOf = async (file: UploadedFile) => {
	const read = await readSource(file);
	if (!read.ok) return { problems: read.problems };
	const { format, text, turns, speakers, warnings } = read.value;
	const words = spoken(read.value).map(([, said]) => said);
	return {
		format,
		text,
		turns: turns.map(({ speaker, startMs, endMs }, index) => [speaker, words[index], startMs, endMs]),
		speakers: speakers.map(({ label, role }) => [label, role]),
		warnings
	};
};

describe('every format that people have', () => {
	test('has its files', () => {
		expect(files.length).toBeGreaterThan(50);
		for (const extension of [
			'docx',
			'odt',
			'rtf',
			'pdf',
			'txt',
			'md',
			'html',
			'vtt',
			'srt',
			'json',
			'csv',
			'xlsx',
			'zip'
		])
			expect(files.filter((name) => name.endsWith(`.${extension}`))).not.toEqual([]);
	});

	test.each(files)('%s is read as its expectation says', async (name) => {
		const outcome = JSON.parse(JSON.stringify(await outcomeOf(fixture(name)))) as unknown;
		const beside = new URL(`../fixtures/${name}.expected.json`, import.meta.url);
		if (process.env['UPDATE'] === '1') writeFileSync(beside, `${JSON.stringify(outcome, null, '\t')}\n`);
		expect(outcome).toEqual(JSON.parse(readFileSync(beside, 'utf8')));
	});

	test('what one encoding says, all say: equal text and equal turns (F5, F14)', async () => {
		const names = ['utf-8-bom', 'utf-16le-zonder-bom', 'utf-16be-zonder-bom', 'windows-1252'];
		const read = [];
		for (const name of names) {
			const { text, turns } = valueOf(await readSource(fixture(`formats/${name}.txt`)));
			read.push({ text, turns });
		}
		expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1);
	});
});

test('a Word file that only says how long the talk took is no transcript of Teams', async () => {
	const lines = ['Gesprek één', '1u 20m', 'I: Hallo', 'R: Dag'];
	const draft = valueOf(await readSource(docxFile(lines.map((line) => paragraph(line)).join(''))));
	expect(spoken(draft)).toEqual([
		[null, 'Gesprek één\n1u 20m'],
		['I', 'Hallo'],
		['R', 'Dag']
	]);
});

describe('a file under another name', () => {
	const renamed = (name: string, as: string): UploadedFile => ({ ...fixture(`formats/${name}`), name: as });

	test.each([
		['tekens.rtf', 'gesprek.doc', 'rtf'],
		['tekens.rtf', 'gesprek.txt', 'rtf'],
		['alles.odt', 'gesprek.ott', 'odt'],
		['teams.docx', 'gesprek.bak', 'docx'],
		['gesprek.pdf', 'gesprek', 'pdf'],
		['pagina.html', 'gesprek.txt', 'html'],
		['pagina.html', 'gesprek.wpd', 'html'],
		['whisper.json', 'gesprek.txt', 'whisper'],
		['youtube.sbv', 'gesprek.txt', 'sbv']
	])('%s as %s is read by its content, as %s', async (name, as, format) => {
		const draft = valueOf(await readSource(renamed(name, as)));
		expect(draft.format).toBe(format);
		expect(draft.warnings.some(({ code }) => code === 'file-extension-differs')).toBe(as.includes('.'));
	});

	test.each([
		['alles.odt', 'gesprek.docx'],
		['teams.docx', 'gesprek.pdf'],
		['gesprek.pdf', 'gesprek.docx'],
		['enquete.xlsx', 'gesprek.odt'],
		['groep.txt', 'gesprek.pdf'],
		['groep.txt', 'gesprek.json']
	])('%s as %s claims to be another program’s file, and is refused', async (name, as) => {
		expect(codesOf(await readSource(renamed(name, as)))).toEqual(['file-extension-wrong']);
	});
});

describe('entities within entities (billion laughs)', () => {
	const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;
	const evil = (root: string) => `<?xml version="1.0"?>${laughs}<${root}>&c;</${root}>`;
	const packed = (parts: Readonly<Record<string, string>>) =>
		zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
	const odtType = 'application/vnd.oasis.opendocument.text';

	test.each([
		['a.docx', packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': evil('w:document') })],
		[
			'b.docx',
			packed({
				'[Content_Types].xml': '<Types/>',
				'word/document.xml': '<w:document/>',
				'word/styles.xml': evil('w:styles')
			})
		],
		['a.odt', packed({ mimetype: odtType, 'content.xml': evil('office:document-content') })],
		[
			'a.xlsx',
			packed({
				'[Content_Types].xml': '<Types/>',
				'xl/workbook.xml': evil('workbook'),
				'xl/worksheets/sheet1.xml': '<worksheet/>'
			})
		],
		[
			'b.xlsx',
			packed({
				'[Content_Types].xml': '<Types/>',
				'xl/workbook.xml': '<workbook/>',
				'xl/sharedStrings.xml': evil('sst'),
				'xl/worksheets/sheet1.xml': '<worksheet/>'
			})
		]
	])('are refused in %s, and not unfolded', async (name, bytes) => {
		expect(codesOf(await readSource({ name, bytes }))).toEqual(['xml-has-doctype']);
	});
});

describe('a zip of many', () => {
	const { bytes } = fixture('formats/gesprekken.zip');

	test('names its files in order; what systems put beside them does not count', () => {
		expect(valueOf(filesInArchive(bytes))).toEqual([
			'wijk/een.txt',
			'twee/gesprek.md',
			'leeg.txt',
			'foto.jpg',
			'weer/een.txt',
			'binnenin.zip',
			'wijzer.txt'
		]);
	});

	test('each file is read for itself, under its name without folders; a bad one stops none of the others', async () => {
		const outcomes = [];
		for (const name of valueOf(filesInArchive(bytes))) {
			const file = fileInArchive(bytes, name);
			const read = file.ok ? await readSource(file.value) : file;
			outcomes.push([file.ok ? file.value.name : name, read.ok ? read.value.turns.length : codesOf(read)]);
		}
		expect(outcomes).toEqual([
			['een.txt', 2],
			['gesprek.md', 2],
			['leeg.txt', ['file-empty']],
			['foto.jpg', ['file-is-picture']],
			['een.txt', 2],
			['binnenin.zip', ['archive-not-one-file']],
			['wijzer.txt', ['archive-link']]
		]);
	});

	test.each([
		['bomb-200k-entries.zip', 'zip-too-many-parts'],
		['bomb-overlap.zip', 'zip-unsafe'],
		['zipslip.qdpx', 'zip-unsafe'],
		['qdpx-encrypted-flag.qdpx', 'file-is-encrypted']
	])('%s is refused as a whole: %s', (name, code) => {
		expect(codesOf(filesInArchive(fixture(`hostile/${name}`).bytes))).toEqual([code]);
	});
});
