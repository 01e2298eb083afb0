import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { newDataFolder, quickStart } from './app.ts';
import { tokenFile, type Name } from './prepared-people.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** a folder for what the tests of this run make once and copy */
		prepared: string;
	}
}

/** A token for the API of somebody in a prepared folder. */
export const tokenIn = (folder: string, scope: 'read' | 'write' = 'write', name: Name = 'Ada'): string =>
	readFileSync(join(folder, tokenFile(name, scope)), 'utf8');

const mostWait = 240_000; // ms for another worker to make it

/**
 * A data folder of one's own in which people, tokens, and the demo when asked, are there already. Making it takes the
 * embedded database some twenty seconds; all tests of a run copy what the first of them made.
 */
export const preparedFolder = ({ hasDemo = false }: { readonly hasDemo?: boolean } = {}): string => {
	const made = join(inject('prepared'), hasDemo ? 'demo' : 'empty');
	if (!existsSync(made)) makeOnce(made, hasDemo);
	const folder = newDataFolder();
	cpSync(made, folder, { recursive: true });
	return folder;
};

const makeOnce = (made: string, hasDemo: boolean): void => {
	const turn = `${made}.turn`;
	try {
		mkdirSync(turn);
	} catch {
		return waitFor(made);
	}
	const folder = `${made}.new`;
	try {
		const script = join('tests', 'support', 'make-prepared.ts');
		const words = [quickStart, script, folder, ...(hasDemo ? ['demo'] : [])];
		const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
		if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
		renameSync(folder, made);
	} finally {
		rmSync(turn, { recursive: true, force: true });
	}
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
