import { closePrinting, print } from '../../src/lib/server/printing/print.ts';
import { longReport } from '../support/long-report.ts';
import { sample, type Figure } from './figure.ts';

const parts = 44; // that fills some sixty pages

/** How long a report of sixty pages with charts takes as Word and as PDF, and how long the server stands still for it. */
export const measurePrinting = async (): Promise<readonly Figure[]> => {
	const report = longReport(parts);
	const runs = { runs: 5, warmUp: 1 };
	const stalls = { docx: [] as number[], pdf: [] as number[] };
	const docx = await sample(() => watched(() => print(report, 'docx'), stalls.docx), runs);
	const pdf = await sample(() => watched(() => print(report, 'pdf'), stalls.pdf), runs);
	await closePrinting();
	const figure = (measure: string, samples: readonly number[], most: number): Figure => ({
		...{ measure, workload: '60 pages', samples, unit: 'ms' },
		must: { most }
	});
	return [
		figure('report as DOCX', docx, 3_000),
		figure('report as PDF', pdf, 5_000),
		figure('longest wait of the server during the DOCX', stalls.docx, 100),
		figure('longest wait of the server during the PDF', stalls.pdf, 100)
	];
};

/** Beside the time of a step: the longest time in which nothing else could be done. */
const watched = async (step: () => Promise<unknown>, stalls: number[]): Promise<number> => {
	let [longest, last] = [0, performance.now()];
	const look = setInterval(() => {
		const now = performance.now();
		[longest, last] = [Math.max(longest, now - last), now];
	}, 1);
	const start = performance.now();
	await step();
	const time = performance.now() - start;
	clearInterval(look);
	stalls.push(longest);
	return time;
};
