import { afterAll, describe, expect, test } from 'vitest';
import { toDocx } from '#lib/report/to-docx.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { closePrinting, print } from '#lib/server/printing/print.ts';
import { readPdf } from '../report/read-pdf.ts';
import { parts } from '../report/unzip.ts';
import { longReport } from '../support/long-report.ts';

afterAll(closePrinting);

const report = longReport(8);
const press = newPdfPress(readFonts());

/** How often others get their turn while something is made: a server that makes it itself gives hardly any. */
const turnsDuring = async (make: () => Promise<unknown>): Promise<number> => {
	let [turns, isDone] = [0, false];
	const count = () => {
		turns += 1;
		if (!isDone) setImmediate(count);
	};
	setImmediate(count);
	await make();
	isDone = true;
	return turns;
};
const many = 1_000; // a free turn takes some microseconds, a report some hundreds of milliseconds

describe('a report that is printed', { timeout: 60_000 }, () => {
	test.each(['docx', 'pdf'] as const)('keeps nobody else waiting while it is made: %s', async (format) => {
		await print(longReport(1), format); // the thread has begun
		expect(await turnsDuring(() => print(report, format))).toBeGreaterThan(many);
	});

	test('would keep others waiting outside its thread, which the count shows', async () => {
		expect(await turnsDuring(async () => press(report))).toBeLessThan(many / 10);
		expect(await turnsDuring(() => toDocx(report))).toBeLessThan(many / 2);
	});

	test('is the same file as without a thread', async () => {
		expect(Buffer.compare(await print(report, 'docx'), await toDocx(report))).toBe(0);
		expect(Buffer.compare(await print(report, 'pdf'), press(report))).toBe(0);
	});

	test('is made one after the other, and each gets its own', async () => {
		const [one, two, three] = await Promise.all([
			print(longReport(1), 'pdf'),
			print({ ...longReport(1), title: 'Eén ander 😀' }, 'docx'),
			print({ ...longReport(1), title: 'Nog één' }, 'pdf')
		]);
		expect((await readPdf(one)).info).toMatchObject({ Title: 'Eindrapport' });
		expect(parts(two)['docProps/core.xml']).toContain('Eén ander 😀');
		expect((await readPdf(three)).info).toMatchObject({ Title: 'Nog één' });
	});
});
