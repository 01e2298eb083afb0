import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import type { PrintAnswer, PrintTask } from './print-worker.ts';

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

type Printing = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; last: number };

declare global {
	// Vite loads modules anew while one works on them; the thread stays.
	var wijkstemPrinting: Printing | undefined;
}

/** A report as PDF, made in a thread of its own, one after the other, so that nobody else waits for it. */
export const printPdf = (report: ReportDocument): Promise<Uint8Array> => {
	const printing = (globalThis.wijkstemPrinting ??= start());
	const id = (printing.last += 1);
	printing.worker.ref();
	return new Promise((resolve, reject) => {
		printing.waiting.set(id, { resolve, reject });
		printing.worker.postMessage({ id, report } satisfies PrintTask);
	});
};

/** Ends the thread; a report that is being made is given up. */
export const closePrinting = async (): Promise<void> => {
	await globalThis.wijkstemPrinting?.worker.terminate();
};

const start = (): Printing => {
	const worker = new Worker(programOf(), { env: {}, execArgv: [], stdout: true, stderr: true });
	const printing: Printing = { worker, waiting: new Map(), last: 0 };
	const giveUp = (error: Error) => {
		if (globalThis.wijkstemPrinting === printing) globalThis.wijkstemPrinting = undefined;
		for (const { reject } of printing.waiting.values()) reject(error);
		printing.waiting.clear();
	};
	worker.on('message', (answer: PrintAnswer) => {
		const asked = printing.waiting.get(answer.id);
		printing.waiting.delete(answer.id);
		if (printing.waiting.size === 0) worker.unref();
		if ('bytes' in answer) asked?.resolve(answer.bytes);
		else asked?.reject(new Error(`making a PDF failed: ${answer.fault}`));
	});
	worker.on('error', (cause) => giveUp(new Error('the thread that makes PDF files failed', { cause })));
	worker.on('exit', () => giveUp(new Error('the thread that makes PDF files ended')));
	worker.unref();
	return printing;
};

/** The program of the thread is found from the working directory, as that of `parsing` is. */
const programOf = (): string => {
	const path = join(process.cwd(), 'src', 'lib', 'server', 'printing', 'print-worker.ts');
	if (!existsSync(path)) throw new Error(`no ${path}; start Wijkstem from its own folder, where src/ is`);
	return path;
};
