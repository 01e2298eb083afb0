import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail } from '../../domain/problem.ts';
import type { ParseAnswers, ParseTask } from './parse-task.ts';

/** What reading one file may take. */
export type ParseLimits = {
	readonly threads: number;
	readonly milliseconds: number;
	/** of what the parser makes, in megabytes */
	readonly heapMb: number;
	/** of bytes that are unpacked, in megabytes */
	readonly bytesMb: number;
};

export const usualLimits: ParseLimits = { threads: 2, milliseconds: 30_000, heapMb: 512, bytesMb: 512 };

/** Threads that read files, so that a long or hostile file keeps nobody waiting but the one who sent it. */
export type ParsePool = {
	readonly run: <K extends ParseTask['kind']>(task: Extract<ParseTask, { kind: K }>) => Promise<ParseAnswers[K]>;
	/** starts a thread before it is needed */
	readonly warm: () => void;
	readonly close: () => Promise<void>;
};

type Job = {
	readonly task: ParseTask;
	readonly settle: (answer: ParseAnswers[ParseTask['kind']]) => void;
	readonly reject: (error: Error) => void;
};

/**
 * The program of the threads. The bundled server does not know any more where its parts came from, but like the command
 * line it is started from the folder of Wijkstem, as the migrations are found.
 */
const programOf = (): string => {
	const path = join(process.cwd(), 'src', 'lib', 'server', 'parsing', 'parse-worker.ts');
	if (!existsSync(path)) throw new Error(`no ${path}; start Wijkstem from its own folder, where src/ is`);
	return path;
};

const betweenLooks = 200; // ms between looks at how many bytes a thread holds

/** A pool of its own, with its own limits. */
export const newParsePool = (limits: ParseLimits = usualLimits): ParsePool => {
	const idle: Worker[] = [];
	const all = new Set<Worker>();
	const queue: Job[] = [];
	let isClosed = false;

	const spawn = (): Worker => {
		const worker = new Worker(programOf(), {
			resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 64 },
			// the thread needs no settings, no secrets and no terminal
			env: {},
			execArgv: [],
			stdout: true,
			stderr: true
		});
		all.add(worker);
		worker.once('exit', () => {
			all.delete(worker);
			const at = idle.indexOf(worker);
			if (at >= 0) idle.splice(at, 1);
		});
		worker.unref();
		return worker;
	};

	const next = () => {
		const job = queue[0];
		if (!job || (idle.length === 0 && all.size >= limits.threads)) return;
		queue.shift();
		let worker: Worker;
		try {
			worker = idle.pop() ?? spawn();
		} catch (cause) {
			return job.reject(new Error('a thread to read files did not start', { cause }));
		}
		start(worker, job);
	};

	const start = (worker: Worker, job: Job) => {
		worker.ref();
		let hasEnded = false;
		const end = (isHealthy: boolean) => {
			hasEnded = true;
			clearTimeout(timer);
			clearInterval(looks);
			worker.removeAllListeners('message').removeAllListeners('error');
			worker.off('exit', onExit);
			worker.unref();
			if (isHealthy && !isClosed) idle.push(worker);
			else {
				all.delete(worker);
				worker.on('error', () => undefined); // it is being ended
				void worker.terminate();
			}
			next();
		};
		const tooHeavy = () => {
			end(false);
			job.settle(fail('file-parse-too-heavy'));
		};
		const onExit = () => {
			end(false);
			job.reject(new Error('a thread that read a file ended'));
		};
		const timer = setTimeout(() => {
			end(false);
			job.settle(fail('file-parse-too-slow', { seconds: Math.ceil(limits.milliseconds / 1000) }));
		}, limits.milliseconds);
		const looks = setInterval(() => {
			worker
				.getHeapStatistics()
				.then(({ external_memory: bytes }) => {
					if (bytes > limits.bytesMb * 1_000_000 && !hasEnded) tooHeavy();
				})
				.catch(() => undefined); // it has ended meanwhile
		}, betweenLooks);
		worker.once('message', (message: { answer: ParseAnswers[ParseTask['kind']] } | { fault: string }) => {
			end(true);
			if ('answer' in message) job.settle(message.answer);
			else job.reject(new Error(`reading a file failed: ${message.fault}`));
		});
		worker.once('error', (error: Error & { code?: string }) => {
			if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooHeavy();
			end(false);
			job.reject(new Error('a thread that reads files failed', { cause: error }));
		});
		worker.once('exit', onExit);
		try {
			post(worker, job.task);
		} catch (error) {
			end(true);
			job.reject(new Error('a file could not be handed to its thread', { cause: error }));
		}
	};

	return {
		run: <K extends ParseTask['kind']>(task: Extract<ParseTask, { kind: K }>) =>
			new Promise<ParseAnswers[K]>((resolve, reject) => {
				if (isClosed) return reject(new Error('files are not read any more: the server is stopping'));
				queue.push({ task, settle: resolve as Job['settle'], reject });
				next();
			}),
		warm: () => {
			if (all.size === 0 && !isClosed) idle.push(spawn());
		},
		close: async () => {
			isClosed = true;
			for (const { reject } of queue.splice(0)) reject(new Error('the server is stopping'));
			await Promise.all([...all].map((worker) => worker.terminate()));
		}
	};
};

/** Hands a task over. Bytes that several tasks share are not copied; the rest is copied once, and only what is needed. */
const post = (worker: Worker, task: ParseTask): void => {
	const bytes = 'file' in task ? task.file.bytes : task.bytes;
	if (bytes.buffer instanceof SharedArrayBuffer) return worker.postMessage(task);
	const copy = new Uint8Array(bytes); // not slice(): that of a Buffer is no copy, and its memory belongs to others
	const handed = 'file' in task ? { ...task, file: { ...task.file, bytes: copy } } : { ...task, bytes: copy };
	worker.postMessage(handed, [copy.buffer]);
};
