import { Worker } from 'node:worker_threads';
import type { QuotesRead } from '../../report/quote-row.ts';
import type { Table } from '../../report/table.ts';
import { programOf } from './program.ts';
import type { QuotesAnswer, QuotesFile, QuotesTask } from './quotes-worker.ts';

/** A long table of quotes that is read and written in a thread of its own, so that nobody waits but who takes it away. */
export type QuotesWriter = {
	readonly add: (quotes: Extract<QuotesTask, { quotes: unknown }>['quotes']) => void;
	/** what all quotes hold; to be asked once */
	readonly read: () => Promise<QuotesRead>;
	readonly finish: (head: Omit<Table, 'rows'>) => Promise<Uint8Array>;
	/** ends the thread; what was being written is given up */
	readonly close: () => Promise<void>;
};

const mostMb = 1024; // for 100,000 quotes it needs less than half

/** Starts a thread for one table. */
export const startQuotes = (file: QuotesFile): QuotesWriter => {
	const worker = new Worker(programOf('quotes-worker.ts'), {
		workerData: file,
		resourceLimits: { maxOldGenerationSizeMb: mostMb },
		env: {},
		execArgv: [],
		stdout: true,
		stderr: true
	});
	const [reading, writing] = [Promise.withResolvers<QuotesRead>(), Promise.withResolvers<Uint8Array>()];
	const fail = (error: Error) => {
		reading.reject(error);
		writing.reject(error);
	};
	worker.on('message', (answer: QuotesAnswer) => {
		if ('read' in answer) reading.resolve(answer.read);
		else if ('bytes' in answer) writing.resolve(answer.bytes);
		else fail(new Error(`writing quotes failed: ${answer.fault}`));
	});
	worker.once('error', (cause) => fail(new Error('the thread that writes quotes failed', { cause })));
	worker.once('exit', () => fail(new Error('the thread that writes quotes ended')));
	// told to who asks for it; nobody may
	for (const { promise } of [reading, writing]) promise.catch(() => {});
	const post = (task: QuotesTask) => worker.postMessage(task);
	return {
		add: (quotes) => post({ quotes }),
		read: () => {
			post({ isAll: true });
			return reading.promise;
		},
		finish: (head) => {
			post({ head });
			return writing.promise;
		},
		close: async () => void (await worker.terminate())
	};
};
