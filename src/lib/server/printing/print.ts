import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '../../report/document.ts';
import type { PrintAnswer, PrintFormat, PrintTask } from './print-worker.ts';
import { programOf } from './program.ts';

type Job = PrintTask & {
	readonly resolve: (bytes: Uint8Array) => void;
	readonly reject: (error: Error) => void;
};

/** The thread, and what it is asked: the first of the jobs is being made. */
type Printing = { worker: Worker | null; readonly jobs: Job[] };

declare global {
	// Vite loads modules anew while one works on them; the thread stays.
	var wijkstemPrinting: Printing | undefined;
}

/**
 * A report as PDF or Word, made in a thread of its own, one after the other, so that nobody else waits for it. A signal
 * gives it up: who waited for it gets the signal's reason, and the next one begins.
 */
export const print = (report: ReportDocument, format: PrintFormat, signal?: AbortSignal): Promise<Uint8Array> => {
	const printing = (globalThis.wijkstemPrinting ??= { worker: null, jobs: [] });
	return new Promise((resolve, reject) => {
		if (signal?.aborted) return reject(signal.reason as Error);
		const job = { report, format, resolve, reject };
		signal?.addEventListener('abort', () => giveUp(printing, job, signal.reason as Error), { once: true });
		printing.jobs.push(job);
		if (printing.jobs.length === 1) begin(printing);
	});
};

/** Ends the thread; what is being made or waits is given up. */
export const closePrinting = async (): Promise<void> => {
	const printing = globalThis.wijkstemPrinting;
	if (printing) await endThread(printing, new Error('the thread that makes reports was ended'));
};

const begin = (printing: Printing): void => {
	const [job] = printing.jobs;
	printing.worker ??= job ? start(printing) : null;
	if (job) {
		printing.worker?.ref();
		printing.worker?.postMessage({ report: job.report, format: job.format } satisfies PrintTask);
	} else printing.worker?.unref();
};

const giveUp = (printing: Printing, job: Job, reason: Error): void => {
	const place = printing.jobs.indexOf(job);
	if (place < 0) return;
	printing.jobs.splice(place, 1);
	job.reject(reason);
	if (place > 0) return;
	// it is being made: only the end of the thread stops that
	const { worker } = printing;
	printing.worker = null;
	void worker?.terminate();
	begin(printing);
};

const endThread = async (printing: Printing, error: Error): Promise<void> => {
	const { worker } = printing;
	printing.worker = null;
	for (const { reject } of printing.jobs.splice(0)) reject(error);
	await worker?.terminate();
};

const start = (printing: Printing): Worker => {
	const worker = new Worker(programOf('print-worker.ts'), { env: {}, execArgv: [], stdout: true, stderr: true });
	const isOurs = () => printing.worker === worker; // else it was given up, and another one works
	worker.on('message', (answer: PrintAnswer) => {
		if (!isOurs()) return;
		const job = printing.jobs.shift();
		if ('bytes' in answer) job?.resolve(answer.bytes);
		else job?.reject(new Error(`making a report failed: ${answer.fault}`));
		begin(printing);
	});
	worker.on('error', (cause) => {
		if (isOurs()) void endThread(printing, new Error('the thread that makes reports failed', { cause }));
	});
	worker.on('exit', () => {
		if (isOurs()) void endThread(printing, new Error('the thread that makes reports ended'));
	});
	return worker;
};
