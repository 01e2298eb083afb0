import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newParsePool, usualLimits, type ParseLimits, type ParsePool } from '#lib/server/parsing/parse-pool.ts';
import { codesOf, docxFile, fixture, paragraph, textFile, valueOf } from '../import/fixture.ts';
import { pdfFile } from '../support/pdf-file.ts';

vi.setConfig({ testTimeout: 60_000 }); // the machine may be busy; a wrong answer still fails

const open: ParsePool[] = [];
const poolWith = (limits: Partial<ParseLimits> = {}): ParsePool => {
	const pool = newParsePool({ ...usualLimits, ...limits });
	open.push(pool);
	return pool;
};
afterEach(async () => {
	for (const pool of open.splice(0)) await pool.close();
});
const read = (pool: ParsePool, file: { name: string; bytes: Uint8Array }) => pool.run({ kind: 'source', file });

/** what a parser is at for a while: 360,000 words */
const long = () => docxFile(paragraph('I: één twee drie vier vijf 😀').repeat(60_000));

describe('a file that is read in a thread', () => {
	test('gives what the parser gives, and keeps the bytes of its sender', async () => {
		const file = fixture('formats/teams.docx');
		const before = file.bytes.slice();
		const draft = valueOf(await read(poolWith(), file));
		expect(draft.speakers.map(({ label }) => label)).toEqual(['Vries, Jan de', 'Aïsha B. (Gast)']);
		expect(file.bytes).toEqual(before);
	});

	test('also when it is a part of a larger block of memory, as files of a request are', async () => {
		const whole = new TextEncoder().encode('geheim van een ander|I: Hallo|geheim');
		const part = whole.subarray(whole.indexOf(124) + 1, whole.lastIndexOf(124));
		expect(valueOf(await read(poolWith(), { name: 'a.txt', bytes: part })).text).toBe('I: Hallo');
	});

	test('also when the database gave its bytes, and the next one too', async () => {
		const pool = poolWith({ threads: 1 });
		for (const text of ['I: een', 'I: twee'])
			expect(valueOf(await read(pool, { name: 'a.txt', bytes: Buffer.from(text) })).text).toBe(text);
	});

	test('is refused with the same problem as elsewhere', async () => {
		expect(codesOf(await read(poolWith(), textFile('a.txt', 'I: a\0')))).toEqual(['text-has-nul']);
	});

	test('a PDF is read there, too', async () => {
		const file = { name: 'a.pdf', bytes: pdfFile([[['I: Hallo', 72, 700]]]) };
		expect(valueOf(await read(poolWith(), file)).text).toBe('I: Hallo');
	});

	test('the main thread goes on meanwhile', async () => {
		const pool = poolWith();
		await read(pool, textFile('warm.txt', 'I: a'));
		let ticks = 0;
		const timer = setInterval(() => (ticks += 1), 10);
		const start = performance.now();
		await read(pool, long());
		clearInterval(timer);
		expect(ticks).toBeGreaterThan((performance.now() - start) / 10 / 4);
	});
});

describe('a PDF of which one part is not where it should be', () => {
	test('is read as far as it goes, or refused, whichever part it is', async () => {
		const pool = poolWith();
		const whole = new TextDecoder('latin1').decode(fixture('formats/gesprek.pdf').bytes);
		const entries = [...whole.matchAll(/\d{10} 00000 n/g)];
		expect(entries.length).toBeGreaterThan(10);
		const outcomes = new Set<string>();
		for (const { index } of entries) {
			const broken = `${whole.slice(0, index)}0000000007${whole.slice(index + 10)}`;
			const bytes = Uint8Array.from(broken, (character) => character.charCodeAt(0));
			const found = await read(pool, { name: 'a.pdf', bytes });
			outcomes.add(found.ok ? 'read' : codesOf(found).join());
		}
		for (const outcome of outcomes) expect(['read', 'pdf-damaged', 'pdf-without-text']).toContain(outcome);
	});
});

describe('limits', () => {
	test('a parser that takes too long is stopped, and the next file is read', async () => {
		const pool = poolWith({ threads: 1, milliseconds: 15_000 });
		await read(pool, textFile('warm.txt', 'I: a'));
		const slow = poolWith({ threads: 1, milliseconds: 1 });
		expect(codesOf(await read(slow, long()))).toEqual(['file-parse-too-slow']);
		expect(codesOf(await read(pool, textFile('b.txt', 'I: b')))).toEqual([]);
	});

	test('a parser that takes too much memory is stopped, and the next file is read', async () => {
		const pool = poolWith({ threads: 1, heapMb: 24 });
		expect(codesOf(await read(pool, long()))).toEqual(['file-parse-too-heavy']);
		expect(codesOf(await read(pool, textFile('b.txt', 'I: b')))).toEqual([]);
	});
});

describe('a file that is small and unpacks without end', () => {
	test('is stopped before it fills the memory (F35)', async () => {
		const packed = deflateSync(Buffer.alloc(400_000_000, ' ')).toString('latin1');
		const bytes = pdfFile([[['I: Hallo', 72, 700]]], { packed });
		expect(bytes.length).toBeLessThan(1_000_000);
		const pool = poolWith({ threads: 1, bytesMb: 64 });
		const before = process.memoryUsage().rss;
		expect(codesOf(await read(pool, { name: 'a.pdf', bytes }))).toEqual(['file-parse-too-heavy']);
		expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
	});
});

describe('many files at once', () => {
	test('wait for each other and all get their own answer', async () => {
		const pool = poolWith({ threads: 2 });
		const files = Array.from({ length: 40 }, (_, index) => textFile(`${index}.txt`, `I: nummer ${index}`));
		const drafts = await Promise.all(files.map((file) => read(pool, file)));
		expect(drafts.map((draft) => valueOf(draft).text)).toEqual(files.map((_, index) => `I: nummer ${index}`));
	});

	test('a bad one among them stops none of the others', async () => {
		const pool = poolWith({ threads: 1, heapMb: 24 });
		const answers = await Promise.all([
			read(pool, textFile('a.txt', 'I: a')),
			read(pool, long()),
			read(pool, textFile('b.txt', 'I: b'))
		]);
		expect(answers.map(codesOf)).toEqual([[], ['file-parse-too-heavy'], []]);
	});

	test('a pool that was closed refuses, and leaves no thread', async () => {
		const pool = poolWith();
		const waiting = read(pool, long()).catch(() => 'given up');
		await pool.close();
		expect(await waiting).toBe('given up');
		await expect(read(pool, textFile('a.txt', 'I: a'))).rejects.toThrow('stopping');
	});
});
