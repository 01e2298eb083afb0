import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import { newPdfPress } from '../../report/to-pdf.ts';
import { faultOf } from './fault.ts';
import { readFonts } from './fonts.ts';

/** What a thread is asked, and what it answers. */
export type PrintTask = { readonly report: ReportDocument };
export type PrintAnswer = { readonly bytes: Uint8Array } | { readonly fault: string };

const press = newPdfPress(readFonts());

/** The program of the thread: it takes a report, makes a PDF of it, and answers. `print.ts` starts it. */
parentPort?.on('message', ({ report }: PrintTask) => {
	const answer = printed(report);
	parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const printed = (report: ReportDocument): PrintAnswer => {
	try {
		return { bytes: new Uint8Array(press(report)) };
	} catch (error) {
		return { fault: faultOf(error) };
	}
};
