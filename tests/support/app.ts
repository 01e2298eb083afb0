import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const command = join('src', 'cli', 'wijkstem.ts');

/** A test asks the embedded database little: making its code faster would take longer than it ever saves. */
export const quickStart = '--liftoff-only';

/** A server of its own for a test: the built app on a free loopback port, with a data folder that goes away with it. */
export type App = {
	readonly origin: string;
	readonly dataFolder: string;
	/** the one-time link of the first start; null when there is an account already */
	readonly setupLink: () => string | null;
	/** everything the server wrote on the terminal */
	readonly terminal: () => string;
	/** ends it as a power cut would */
	readonly kill: () => Promise<void>;
	/** ends it as Ctrl-C does; its folder stays */
	readonly end: () => Promise<void>;
	/** the id of its process; null when it does not run */
	readonly pid: () => number | null;
	/** starts it again on the same folder and port */
	readonly restart: () => Promise<void>;
	/** stops it and removes its folder */
	readonly stop: () => Promise<void>;
};

/** The environment in which the app of a test runs: nothing of the developer's own settings. */
export const appEnvironment = (dataFolder: string, port: number): NodeJS.ProcessEnv => ({
	PATH: process.env['PATH'],
	HOME: process.env['HOME'],
	NODE_NO_WARNINGS: '1',
	WIJKSTEM_DATA: dataFolder,
	PORT: String(port)
});

/** Starts the built app and waits until it answers. `isMeasured`: as people start it, for measuring how fast it is. */
export const startApp = async (
	options: { dataFolder?: string; settings?: Readonly<Record<string, string>>; isMeasured?: boolean } = {}
): Promise<App> => {
	const dataFolder = options.dataFolder ?? newDataFolder();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	let said = '';
	let server: ChildProcess | null = null;

	const begin = async () => {
		const child = spawn(process.execPath, [...(options.isMeasured ? [] : [quickStart]), command, 'serve'], {
			env: { ...appEnvironment(dataFolder, port), ...options.settings },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		server = child;
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += String(part)));
		await untilAnswering(origin, child, () => said);
	};
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		const child = server;
		server = null;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await gone;
	};

	await begin().catch(async (cause: unknown) => {
		await end('SIGKILL');
		throw cause;
	});
	return {
		origin,
		dataFolder,
		setupLink: () => /http:\/\/\S+\/setup\?key=\S+/.exec(said)?.[0] ?? null,
		terminal: () => said,
		kill: () => end('SIGKILL'),
		end: () => end('SIGTERM'),
		pid: () => server?.pid ?? null,
		restart: begin,
		stop: async () => {
			await end('SIGTERM');
			rmSync(dataFolder, { recursive: true, force: true });
		}
	};
};

/** A folder for the data of one test. */
export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'wijkstem-test-'));

/** Runs a command of the command line on a data folder that no server holds. */
export const runCli = (
	dataFolder: string,
	words: readonly string[],
	input = '',
	settings: Readonly<Record<string, string>> = {}
) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [quickStart, command, ...words], {
		env: { ...appEnvironment(dataFolder, 3000), ...settings },
		input,
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
};

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

const mostSeconds = 120; // on a machine that is busy

const untilAnswering = async (origin: string, child: ChildProcess, said: () => string): Promise<void> => {
	const from = Date.now();
	for (;;) {
		if (child.exitCode !== null) throw new Error(`the server ended at once:\n${said()}`);
		if (Date.now() - from > mostSeconds * 1000) throw new Error(`the server does not answer:\n${said()}`);
		const answer = await fetch(`${origin}/help`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
};
