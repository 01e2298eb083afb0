import { line, type Block, type ReportDocument } from '../../src/lib/report/document.ts';
import { toDocx } from '../../src/lib/report/to-docx.ts';
import { closePrinting, printPdf } from '../../src/lib/server/printing/print.ts';
import { sample, type Figure } from './figure.ts';

const parts = 185; // that fills some sixty pages

/** How long a written report of sixty pages takes as Word and as PDF, and how long the server stands still for it. */
export const measurePrinting = async (): Promise<readonly Figure[]> => {
	const report = longReport();
	const runs = { runs: 5, warmUp: 1 };
	const stalls: number[] = [];
	const docx = await sample(() => timed(() => toDocx(report)), runs);
	const pdf = await sample(() => watched(() => printPdf(report), stalls), runs);
	await closePrinting();
	const figure = (measure: string, samples: readonly number[], most: number): Figure => ({
		...{ measure, workload: '60 pages', samples, unit: 'ms' },
		must: { most }
	});
	return [
		figure('report as DOCX', docx, 3_000),
		figure('report as PDF', pdf, 5_000),
		figure('longest wait of the server during the PDF', stalls, 100)
	];
};

const timed = async (step: () => Promise<unknown>): Promise<number> => {
	const start = performance.now();
	await step();
	return performance.now() - start;
};

/** Beside the time of a step: the longest time in which nothing else could be done. */
const watched = async (step: () => Promise<unknown>, stalls: number[]): Promise<number> => {
	let [longest, last] = [0, performance.now()];
	const look = setInterval(() => {
		const now = performance.now();
		[longest, last] = [Math.max(longest, now - last), now];
	}, 1);
	const time = await timed(step);
	clearInterval(look);
	stalls.push(longest);
	return time;
};

const sentence = 'Bewoners zeggen dat het rustiger is geworden, en dat zij ’s avonds vaker buiten lopen dan vroeger. ';

const longReport = (): ReportDocument => ({
	title: 'Eindrapport',
	subtitle: '2021 en 2025',
	language: 'nl-NL',
	isUpright: true,
	watermark: 'Verzonnen',
	footer: 'Meting.',
	madeAt: '2026-01-01T00:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks: Array.from({ length: parts }, (_, at) => partOf(at)).flat()
});

const partOf = (at: number): readonly Block[] => [
	{ kind: 'heading', level: 1, text: `Deel ${at + 1}` },
	{ kind: 'paragraph', line: line(sentence.repeat(5)) },
	{ kind: 'quote', text: sentence, reference: `VOL-B-${at} · 2025 · 14` },
	{
		kind: 'table',
		caption: `Cijfers van deel ${at + 1}`,
		columns: ['Indicator', '2021', '2025', 'Wat er gebeurde'].map((label) => ({ label, width: 1 })),
		rows: Array.from({ length: 5 }, (__, row) => [
			[line(`Indicator ${row}`)],
			[line('61,5 %')],
			[line('68,5 %')],
			[line('gunstiger')]
		])
	},
	{ kind: 'list', items: [sentence, sentence, sentence] }
];
