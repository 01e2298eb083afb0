import { loadDemo } from '../lib/server/commands/load-demo.ts';
import { contextAtTerminal, orFail, withRunning } from './terminal.ts';

/** Loads the fictional demo project for the first administrator. */
export const loadDemoFromTerminal = (): Promise<void> =>
	withRunning(async (running) => {
		const { projectId } = orFail(await loadDemo(await contextAtTerminal(running, null)));
		process.stderr.write(`loaded the demo as project ${projectId}\n`);
	});
