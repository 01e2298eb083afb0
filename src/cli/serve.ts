import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSettings } from '../lib/server/settings.ts';

/** Everything a build is made from. */
const inputs = [
	'src',
	'static',
	'messages',
	'project.inlang/settings.json',
	'package.json',
	'svelte.config.js',
	'vite.config.ts'
];
const generated = join('src', 'lib', 'paraglide');

/** When the newest of the files below these paths was changed, in milliseconds. */
const newest = (path: string): number => {
	if (path === generated || !existsSync(path)) return 0;
	const found = statSync(path);
	if (!found.isDirectory()) return found.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Builds when the sources changed since the last build. */
export const buildWhenNeeded = (): void => {
	// The adapter copies its own files with their old times: only what it made tells when the build was made.
	const hasBuild = existsSync(join('build', 'index.js'));
	if (hasBuild && newest('build') > Math.max(...inputs.map(newest))) return;
	process.stderr.write('Building Wijkstem; this takes about half a minute …\n');
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	if (!existsSync(vite)) throw new Error('the build is out of date and vite is not installed: run npm ci first');
	const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('the build failed; see the messages above');
};

/** Builds when the sources changed since the last build, and serves. */
export const serve = async (): Promise<void> => {
	buildWhenNeeded();
	const settings = readSettings();
	// adapter-node reads these when it is imported; its own defaults are an open address, https and 512 kB.
	process.env['HOST'] = settings.host;
	process.env['PORT'] = String(settings.port);
	process.env['ORIGIN'] = settings.origin;
	process.env['BODY_SIZE_LIMIT'] = String(settings.bodySizeLimit);
	process.env['SHUTDOWN_TIMEOUT'] ??= '5';
	// Longer than a proxy keeps a connection that nobody uses: else a request can meet one that is just being closed.
	process.env['KEEP_ALIVE_TIMEOUT'] ??= '75';
	await import(pathToFileURL(join(process.cwd(), 'build', 'index.js')).href);
	process.stderr.write(`Wijkstem runs on ${settings.origin}\n`);
};
