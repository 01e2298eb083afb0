import { Worker } from 'node:worker_threads';
import { positionMap } from '../../domain/text/position.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Range } from '../../domain/text/range.ts';

/** The program of the thread: all places of the pattern in each text, in UTF-16 units; empty ones are left out. */
const program = `const { parentPort, workerData } = require('node:worker_threads');
const pattern = new RegExp(workerData.pattern, 'giu');
parentPort.postMessage(workerData.texts.map((text) =>
	[...text.matchAll(pattern)].filter(([found]) => found.trim() !== '')
		.map((match) => [match.index, match.index + match[0].length])));`;

/**
 * Where a regular expression (capitals or not) fits in each of these texts, in code points of that text. It runs in a
 * thread of its own that is ended after so many milliseconds, since some patterns never come to an end.
 */
export const findPattern = async (
	texts: readonly string[],
	pattern: string,
	milliseconds: number
): Promise<Result<readonly (readonly Range[])[]>> => {
	if (!isPattern(pattern)) return fail('pattern-invalid', undefined, 'text');
	const worker = new Worker(program, { eval: true, workerData: { pattern, texts } });
	const answered = new Promise<readonly (readonly (readonly [number, number])[])[] | null>((resolve, reject) => {
		setTimeout(() => resolve(null), milliseconds).unref();
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	try {
		const found = await answered;
		if (found === null) return fail('pattern-too-slow', { seconds: milliseconds / 1000 }, 'text');
		return ok(
			found.map((places, index) => {
				const map = positionMap(texts[index] ?? '');
				return places.map(([start, end]) => ({ start: map.toPosition(start), end: map.toPosition(end) }));
			})
		);
	} finally {
		await worker.terminate();
	}
};

const isPattern = (pattern: string): boolean => {
	try {
		return new RegExp(pattern, 'giu').source !== '';
	} catch {
		return false;
	}
};
