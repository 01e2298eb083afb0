// Makes sure that a browser is there before the tests: an installed one, else one from Playwright, else from apt.
import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { findBrowser } from './browser.ts';

const run = (command: string, ...args: string[]) => {
	console.error(`no Chrome or Chromium found; trying: ${[command, ...args].join(' ')}`);
	return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 10 * 60_000 }).status === 0;
};

const attempts: readonly (() => boolean)[] = [
	() => run('npx', 'playwright-core', 'install', 'chromium'),
	() => process.platform === 'linux' && userInfo().uid === 0 && run('apt-get', 'update'),
	() => process.platform === 'linux' && userInfo().uid === 0 && run('apt-get', 'install', '-y', 'chromium')
];

for (const attempt of attempts) {
	if (findBrowser()) break;
	attempt();
}

if (!findBrowser()) {
	console.error(
		process.env.CHROME_PATH
			? `CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`
			: 'The tests need Chrome or Chromium. Install one (Debian: apt install chromium), or set CHROME_PATH.'
	);
	process.exit(1);
}
