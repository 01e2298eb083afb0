import type { Result } from '../lib/domain/problem.ts';
import { contextOf, entranceOf, open, type Running } from '../lib/server/start.ts';
import { readSettings } from '../lib/server/settings.ts';
import { personOf } from '../lib/server/views/person.ts';
import { sayProblem } from '../lib/words/problem.ts';

/** Runs a step with everything open, and closes it again whatever happens. */
export const withRunning = async <T>(step: (running: Running) => Promise<T>): Promise<T> => {
	const running = await open(readSettings());
	try {
		return await step(running);
	} finally {
		await running.stop();
	}
};

/** What a step answered, or its problems as the message of an error. */
export const orFail = <T>(result: Result<T>): T => {
	if (result.ok) return result.value;
	throw new Error(result.problems.map((problem) => sayProblem(problem, 'en')).join('\n'));
};

/** The context of a command that is given at the terminal, in the name of a person, or of the first administrator. */
export const contextAtTerminal = async (running: Running, email: string | null) => {
	const actor = orFail(await personOf(running.store.db, email));
	return contextOf(running, actor, 'terminal');
};

export const entranceAtTerminal = (running: Running) => entranceOf(running, 'terminal');

/** The whole of standard input, for passwords: they never stand in the list of processes. */
export const readStandardInput = async (): Promise<string> => {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks)
		.toString('utf8')
		.replace(/\r?\n$/, '');
};
