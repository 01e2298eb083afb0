import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** No sandbox, because tests also run as root; no traffic of the browser's own. */
export const browserArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update'
] as const;

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const usualPlaces = [
	'/usr/bin',
	'/usr/local/bin',
	'/snap/bin',
	'/opt/google/chrome',
	join(homedir(), '.local/bin'),
	...(process.env.PATH ?? '').split(delimiter)
].flatMap((folder) => commands.map((command) => join(folder, command)));

const otherSystems = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** Where Chrome or Chromium is on this machine (CHROME_PATH goes first), or null. */
export const findBrowser = (): string | null => {
	const named = process.env.CHROME_PATH;
	if (named) return existsSync(named) ? named : null;
	const installed = [...usualPlaces, ...otherSystems].find((path) => existsSync(path));
	if (installed) return installed;
	const downloaded = chromium.executablePath();
	return downloaded && existsSync(downloaded) ? downloaded : null;
};

/** Starts the installed browser; close it when done. */
export const launchBrowser = (): Promise<Browser> => {
	const executablePath = findBrowser();
	if (!executablePath) throw new Error('no Chrome or Chromium found; run: node tests/support/ensure-browser.ts');
	return chromium.launch({ executablePath, args: [...browserArguments] });
};

/** What a test does with a browser: open windows that share nothing with others, and close them all. */
export type TestBrowser = Pick<Browser, 'newContext'> & { readonly close: () => Promise<void> };

let shared: Promise<Browser> | null = null;

/** The one browser of this process, for a test file that closes only what it opened in it. */
export const openBrowser = async (): Promise<TestBrowser> => {
	shared ??= launchBrowser();
	let browser = await shared;
	if (!browser.isConnected()) browser = await (shared = launchBrowser());
	const opened: BrowserContext[] = [];
	return {
		newContext: async (options) => {
			const context = await browser.newContext(options);
			opened.push(context);
			return context;
		},
		close: async () => {
			for (const context of opened) await context.close();
		}
	};
};
