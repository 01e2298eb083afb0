import { parentPort, workerData } from 'node:worker_threads';
import {
	newQuoteReader,
	quoteCells,
	type QuoteLegend,
	type QuotesRead,
	type QuoteWords
} from '../../report/quote-row.ts';
import type { Table } from '../../report/table.ts';
import { csvHead, csvRows } from '../../report/to-csv.ts';
import type { SheetWords } from '../../report/write-sheets.ts';
import { faultOf } from './fault.ts';
import { newLongSheet } from './long-sheet.ts';

/** As what the thread writes quotes, and what they refer to. */
export type QuotesFile = {
	readonly format: 'csv' | 'xlsx';
	readonly locale: Parameters<typeof csvRows>[1];
	readonly frame: Omit<Table, 'rows' | 'about'>;
	readonly legend: QuoteLegend;
	readonly words: QuoteWords;
	readonly sheetWords: SheetWords;
};

type Packed = Parameters<ReturnType<typeof newQuoteReader>['read']>[0];

/** What the thread is told: quotes, as often as there are more; that these were all; and what stands around them. */
export type QuotesTask =
	{ readonly quotes: Packed } | { readonly isAll: true } | { readonly head: Omit<Table, 'rows'> };

/** What it answers to the last two. */
export type QuotesAnswer = { readonly read: QuotesRead } | { readonly bytes: Uint8Array } | { readonly fault: string };

const { format, locale, frame, legend, words, sheetWords } = workerData as QuotesFile;
const reader = newQuoteReader(legend);

/** Rows that are written as they come, and the file of them. */
type Rows = {
	readonly add: (rows: Table['rows']) => void;
	readonly finish: (head: Omit<Table, 'rows'>) => Uint8Array | Promise<Uint8Array>;
};

const newCsv = (): Rows => {
	const parts: Uint8Array[] = [];
	const encoder = new TextEncoder();
	return {
		add: (rows) => void parts.push(encoder.encode(csvRows(rows, locale))),
		finish: (head) => Buffer.concat([encoder.encode(csvHead(head, locale)), ...parts])
	};
};
const making: Promise<Rows> = format === 'csv' ? Promise.resolve(newCsv()) : newLongSheet(frame, sheetWords);

/** The program of the thread: it takes quotes, counts and writes them, and answers. `write-quotes.ts` starts it. */
parentPort?.on('message', async (task: QuotesTask) => {
	const answer = await answerTo(task);
	if (answer) parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const answerTo = async (task: QuotesTask): Promise<QuotesAnswer | null> => {
	try {
		const file = await making;
		if ('isAll' in task) return { read: reader.all() };
		if ('head' in task) return { bytes: new Uint8Array(await file.finish(task.head)) };
		file.add(reader.read(task.quotes).map((quote) => quoteCells(quote, words)));
		return null;
	} catch (error) {
		return { fault: faultOf(error) };
	}
};
