import { newQuoteReader, quoteCells, type QuotesRead } from '../../report/quote-row.ts';
import type { Table } from '../../report/table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { writeSheets } from '../../report/write-sheets.ts';
import { startQuotes } from '../printing/write-quotes.ts';
import type { readPacked } from '../store/packed-quotes.ts';

type Writing = Parameters<typeof startQuotes>[0];
type Packed = Awaited<ReturnType<ReturnType<typeof readPacked>['next']>>['value'] & { readonly quotes: string };

const mostHere = 1 << 18; // characters of quotes, some 500: to start a thread takes longer than writing them

/**
 * Reads quotes as they come and writes a table of them: a short one here, a long one in a thread. When nobody waits for it
 * any more it is given up.
 */
export const writerFor = (writing: Writing, quotes: AsyncIterable<Packed>, signal: AbortSignal | undefined) => {
	let thread: ReturnType<typeof startQuotes> | null = null;
	const giveUp = () => void thread?.close();
	signal?.addEventListener('abort', giveUp, { once: true });
	const kept: Packed[] = [];

	const writeHere = () => {
		const reader = newQuoteReader(writing.legend);
		const rows = kept.flatMap(reader.read).map((quote) => quoteCells(quote, writing.words));
		return { read: reader.all(), rows };
	};
	let here: { readonly read: QuotesRead; readonly rows: Table['rows'] } | null = null;
	return {
		read: async (): Promise<QuotesRead> => {
			let size = 0;
			for await (const packed of quotes) {
				signal?.throwIfAborted();
				size += packed.quotes.length;
				if (thread) thread.add(packed);
				else kept.push(packed);
				if (thread || size <= mostHere) continue;
				thread = startQuotes(writing);
				for (const one of kept.splice(0)) thread.add(one);
			}
			if (thread) return orReason(thread.read(), signal);
			here = writeHere();
			return here.read;
		},
		finish: async (head: Omit<Table, 'rows'>): Promise<Uint8Array> => {
			signal?.throwIfAborted();
			if (thread) return orReason(thread.finish(head), signal);
			const table = { ...head, rows: here?.rows ?? [] };
			return writing.format === 'csv' ? toCsv(table, writing.locale) : writeSheets([table], writing.sheetWords);
		},
		close: async (): Promise<void> => {
			signal?.removeEventListener('abort', giveUp);
			await thread?.close();
		}
	};
};

/** What a thread answers; of one that was given up, why. */
const orReason = async <T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
	try {
		return await answer;
	} catch (error) {
		throw signal?.aborted ? signal.reason : error;
	}
};
