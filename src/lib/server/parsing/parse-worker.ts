import { parentPort } from 'node:worker_threads';
import { perform, type ParseTask } from './parse-task.ts';

/** The program of a thread: it takes a task, does it, and answers. `parse-pool.ts` starts it. */
parentPort?.on('message', (task: ParseTask) => {
	perform(task)
		.then((answer) => parentPort?.postMessage({ answer }))
		// The message of a mistake of ours could hold words of a transcript: only its kind and place are told.
		.catch((error: unknown) => parentPort?.postMessage({ fault: placeOf(error) }));
});

// A reader of PDF may leave promises behind that nobody waits for, e.g. of a part that a broken file points to in vain.
process.on('unhandledRejection', () => undefined);

const placeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'unknown';
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return [error.name, ...frames.slice(0, 8)].join('\n');
};
