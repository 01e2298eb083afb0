import { Worker } from 'node:worker_threads';
import type { Cell, Table } from '../../report/table.ts';
import { programOf } from './program.ts';
import type { TableAnswer, TableFile, TableTask } from './table-worker.ts';

/** A long table that is written in a thread of its own, so that nobody waits but who takes it away. */
export type TableWriter = {
	readonly add: (rows: readonly (readonly Cell[])[]) => void;
	readonly finish: (head: Omit<Table, 'rows'>) => Promise<Uint8Array>;
	/** ends the thread; what was being written is given up */
	readonly close: () => Promise<void>;
};

const mostMb = 1024; // of what a thread makes of the largest table, 100,000 rows of quotes, it needs less than half

/** Starts a thread for one table. */
export const startTable = (file: TableFile): TableWriter => {
	const worker = new Worker(programOf('table-worker.ts'), {
		workerData: file,
		resourceLimits: { maxOldGenerationSizeMb: mostMb },
		env: {},
		execArgv: [],
		stdout: true,
		stderr: true
	});
	const answered = new Promise<Uint8Array>((resolve, reject) => {
		worker.once('message', (answer: TableAnswer) =>
			'bytes' in answer ? resolve(answer.bytes) : reject(new Error(`writing a table failed: ${answer.fault}`))
		);
		worker.once('error', (cause) => reject(new Error('the thread that writes a table failed', { cause })));
		worker.once('exit', () => reject(new Error('the thread that writes a table ended')));
	});
	answered.catch(() => {}); // told to who asks for the end of it; nobody may
	const post = (task: TableTask) => worker.postMessage(task);
	return {
		add: (rows) => post({ rows }),
		finish: (head) => {
			post({ head });
			return answered;
		},
		close: async () => void (await worker.terminate())
	};
};
