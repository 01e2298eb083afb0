import { parentPort } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import { faultOf } from './fault.ts';
import { readFonts } from './fonts.ts';

/** What a thread is asked, and what it answers. */
export type PrintFormat = 'docx' | 'pdf';
export type PrintTask = { readonly report: ReportDocument; readonly format: PrintFormat };
export type PrintAnswer = { readonly bytes: Uint8Array } | { readonly fault: string };

type Press = (report: ReportDocument) => Uint8Array | Promise<Uint8Array>;

/** What makes a kind of file is large, so it is loaded when the first of its kind is asked for. */
const presses: Readonly<Record<PrintFormat, () => Promise<Press>>> = {
	docx: async () => (await import('../../report/to-docx.ts')).toDocx,
	pdf: async () => (await import('../../report/to-pdf.ts')).newPdfPress(readFonts())
};
const loaded = new Map<PrintFormat, Press>();

/** The program of the thread: it takes a report, makes a file of it, and answers. `print.ts` starts it. */
parentPort?.on('message', async (task: PrintTask) => {
	const answer = await printed(task);
	parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const printed = async ({ report, format }: PrintTask): Promise<PrintAnswer> => {
	try {
		const press = loaded.get(format) ?? (await presses[format]());
		loaded.set(format, press);
		return { bytes: new Uint8Array(await press(report)) };
	} catch (error) {
		return { fault: faultOf(error) };
	}
};
