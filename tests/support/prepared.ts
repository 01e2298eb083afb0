import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { newDataFolder, runCli } from './app.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** a folder for what the tests of this run make once and copy */
		prepared: string;
	}
}

type Wanted = {
	readonly email: string;
	readonly password: string;
	/** what the administrator is called */
	readonly name?: string;
	readonly hasDemo?: boolean;
};

const mostWait = 240_000; // ms for another worker to make it

/**
 * A data folder of one's own in which an administrator, and the demo when asked, are there already. Making it takes
 * the embedded database some twenty seconds; all tests of a run that begin alike copy what the first of them made.
 */
export const preparedFolder = (wanted: Wanted): string => {
	const made = join(inject('prepared'), Buffer.from(JSON.stringify(wanted)).toString('base64url'));
	if (!existsSync(made)) makeOnce(made, wanted);
	const folder = newDataFolder();
	cpSync(made, folder, { recursive: true });
	return folder;
};

const makeOnce = (made: string, wanted: Wanted): void => {
	const turn = `${made}.turn`;
	try {
		mkdirSync(turn);
	} catch {
		return waitFor(made);
	}
	const folder = `${made}.new`;
	try {
		const { email, password, name, hasDemo = false } = wanted;
		const named = name === undefined ? [] : ['--name', name];
		run(folder, ['setup', '--email', email, ...named, '--password-stdin'], password);
		if (hasDemo) run(folder, ['demo', 'load']);
		renameSync(folder, made);
	} finally {
		rmSync(turn, { recursive: true, force: true });
	}
};

const run = (folder: string, words: readonly string[], input = ''): void => {
	const { status, stderr } = runCli(folder, words, input);
	if (status !== 0) throw new Error(`wijkstem ${words.join(' ')}: ${stderr}`);
};

const waitFor = (made: string): void => {
	const from = Date.now();
	const pause = new Int32Array(new SharedArrayBuffer(4));
	while (!existsSync(made)) {
		if (Date.now() - from > mostWait || !existsSync(`${made}.turn`)) {
			if (existsSync(made)) return;
			throw new Error('another test could not make the folder to begin with');
		}
		Atomics.wait(pause, 0, 0, 100);
	}
};
