import { parentPort, workerData } from 'node:worker_threads';
import type { Cell, Table } from '../../report/table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { writeSheets, type SheetWords } from '../../report/write-sheets.ts';
import { faultOf } from './fault.ts';

/** As what the thread writes its table. */
export type TableFile = {
	readonly format: 'csv' | 'xlsx';
	readonly locale: Parameters<typeof toCsv>[1];
	readonly words: SheetWords;
};

/** What the thread is told: rows, as often as there are more, and then what stands around them. */
export type TableTask = { readonly rows: readonly (readonly Cell[])[] } | { readonly head: Omit<Table, 'rows'> };

/** What it answers to the last. */
export type TableAnswer = { readonly bytes: Uint8Array } | { readonly fault: string };

/** The program of the thread: it takes the rows of one table, writes it, and answers. `write-table.ts` starts it. */
const rows: (readonly Cell[])[] = [];
const { format, locale, words } = workerData as TableFile;

parentPort?.on('message', async (task: TableTask) => {
	if ('rows' in task) return void rows.push(...task.rows);
	const answer = await written({ ...task.head, rows });
	parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : []);
});

const written = async (table: Table): Promise<TableAnswer> => {
	try {
		const bytes = format === 'csv' ? toCsv(table, locale) : await writeSheets([table], words);
		return { bytes: new Uint8Array(bytes) };
	} catch (error) {
		return { fault: faultOf(error) };
	}
};
