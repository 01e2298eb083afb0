import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import { toDocx } from '../../report/to-docx.ts';
import { newPdfPress, type PdfPress } from '../../report/to-pdf.ts';
import { faultOf } from './fault.ts';
import { readFonts } from './fonts.ts';

/** What a thread is asked, and what it answers. */
export type PrintFormat = 'docx' | 'pdf';
export type PrintTask = { readonly report: ReportDocument; readonly format: PrintFormat };
export type PrintAnswer = { readonly bytes: Uint8Array } | { readonly fault: string };

let press: PdfPress | null = null;

/** The program of the thread: it takes a report, makes a file of it, and answers. `print.ts` starts it. */
parentPort?.on('message', async (task: PrintTask) => {
	const answer = await printed(task);
	parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const printed = async ({ report, format }: PrintTask): Promise<PrintAnswer> => {
	try {
		if (format === 'docx') return { bytes: await toDocx(report) };
		press ??= newPdfPress(readFonts());
		return { bytes: new Uint8Array(press(report)) };
	} catch (error) {
		return { fault: faultOf(error) };
	}
};
