import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import { newPdfPress } from '../../report/to-pdf.ts';
import { readFonts } from './fonts.ts';

/** What a thread is asked, and what it answers. */
export type PrintTask = { readonly id: number; readonly report: ReportDocument };
export type PrintAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly fault: string });

const press = newPdfPress(readFonts());

/** The program of the thread: it takes a report, makes a PDF of it, and answers. `print.ts` starts it. */
parentPort?.on('message', ({ id, report }: PrintTask) => {
	const answer = printed(id, report);
	parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const printed = (id: number, report: ReportDocument): PrintAnswer => {
	try {
		return { id, bytes: new Uint8Array(press(report)) };
	} catch (error) {
		// What went wrong could hold words of a report: only its kind and place are told.
		return { id, fault: placeOf(error) };
	}
};

const placeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'unknown';
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return [error.name, ...frames.slice(0, 8)].join('\n');
};
