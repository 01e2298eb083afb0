import type { BrowserContext, Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';

/** Somebody at a browser of their own, with what went wrong in it. */
export type Person = {
	/** the app they work in */
	readonly origin: string;
	readonly page: Page;
	readonly context: BrowserContext;
	/** errors of scripts, of the content security policy, and failed requests to the server */
	readonly faults: readonly string[];
	/** requests without an answer, which are no fault: a page that goes takes its own along */
	readonly unanswered: readonly string[];
};

/** How somebody looks at the app: the size of the window, light or dark, with fingers or not. */
export type Look = {
	readonly width?: number;
	readonly height?: number;
	readonly dark?: boolean;
	readonly touch?: boolean;
};

/** How long a test waits for anything on a screen, in milliseconds; two browsers and two servers share two cores. */
const mostWait = 30_000;

/** How many times slower the processor is for each page than it is; shows what a test does not wait for. */
const slowness = Number(process.env['SLOW'] ?? 1);
/** How much later each answer comes to a page, in milliseconds; not for a test that changes its line itself, as offline. */
const lateness = Number(process.env['LATE'] ?? 0);

const slowDown = async (page: Page): Promise<void> => {
	if (slowness === 1 && lateness === 0) return;
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
	const throughput = { downloadThroughput: -1, uploadThroughput: -1 };
	if (lateness > 0)
		await session.send('Network.emulateNetworkConditions', { offline: false, latency: lateness, ...throughput });
};

/**
 * Going to a page, or loading it again, ends once the page answers to keys and to what is dragged; `waitUntil` is for a
 * test that looks before that. Presses and what is typed in a field are kept by the page itself until then.
 */
const waitForLife = (page: Page): void => {
	const isAlive = () => page.waitForFunction(() => !('earlyActs' in window));
	const [goTo, reload] = [page.goto.bind(page), page.reload.bind(page)];
	page.goto = async (address, options) => {
		const answer = await goTo(address, options);
		if (!options?.waitUntil) await isAlive();
		return answer;
	};
	page.reload = async (options) => {
		const answer = await reload(options);
		if (!options?.waitUntil) await isAlive();
		return answer;
	};
};

/** Who has a browser open in the test that runs. */
const present = new Set<Person>();

/** Opens a browser of one person; the language is Dutch, as for nearly everybody who uses Wijkstem. */
export const newPerson = async (
	browser: TestBrowser,
	origin: string,
	{ width = 1280, height = 800, dark = false, touch = false }: Look = {}
): Promise<Person> => {
	const context = await browser.newContext({
		baseURL: origin,
		locale: 'nl-NL',
		viewport: { width, height },
		hasTouch: touch,
		isMobile: touch,
		colorScheme: dark ? 'dark' : 'light',
		reducedMotion: 'reduce',
		acceptDownloads: true
	});
	context.setDefaultTimeout(mostWait);
	context.on('page', waitForLife);
	context.on('page', (opened) => void slowDown(opened).catch(() => {}));
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
	page.on('console', (message) => {
		// The browser reports every refused request so; what matters of those is in the answers below.
		if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
			faults.push(`console: ${message.text()}`);
		// A page of the server that is not known again is thrown away and made anew, which nobody may see.
		if (message.type() === 'warning' && message.text().includes('svelte.dev/e/'))
			faults.push(`console: ${message.text()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`another host: ${url}`);
	});
	const unanswered: string[] = [];
	page.on('requestfailed', (request) => {
		unanswered.push(`${request.failure()?.errorText}: ${request.method()} ${new URL(request.url()).pathname}`);
	});
	const person = { origin, page, context, faults, unanswered };
	present.add(person);
	context.on('close', () => present.delete(person));
	return person;
};

/** What is on the screens of all who are there, and what went wrong on them; for a test that failed. */
export const tellScreens = async (): Promise<string> => {
	const screens = [...present].flatMap(({ context, faults, unanswered }) =>
		context.pages().map(async (page) => {
			const shown = await page.evaluate(whatIsSeen, mostShown).catch((error: unknown) => String(error));
			return [`On ${page.url()}:`, ...faults, ...unanswered.slice(-mostUnanswered), shown].join('\n');
		})
	);
	return (await Promise.all(screens)).join('\n\n');
};

/** In the page: what has the focus, and the words of the page, of dialogs and of what stands beside the text. */
const whatIsSeen = (most: number): string => {
	const within = (selector: string) =>
		[...document.querySelectorAll<HTMLElement>(selector)].map((part) => part.innerText.slice(0, most));
	const focused = document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing';
	return [
		`The focus is on ${focused}`,
		...within('[role="dialog"], .pane, .toast'),
		...within('main, body:not(:has(main))')
	].join('\n--\n');
};

/** Enough to see where a test stood, in letters. */
const mostShown = 3_000;
const mostUnanswered = 5;

/** Signs in as the form of the sign-in page does, which setup.e2e fills in; the browser has the session afterwards. */
export const signIn = async ({ page, origin }: Person, email: string, password: string): Promise<void> => {
	const answer = await page.request.post('/login', {
		form: { email, password },
		headers: { origin, accept: 'text/html' },
		maxRedirects: 0
	});
	if (answer.status() !== 303) throw new Error(`signing in as ${email}: ${answer.status()}`);
};

/** Makes a window as large as this; done once the page is laid out in it, so that it can be measured at once. */
export const resize = async (
	page: Page,
	{ width, height }: Required<Pick<Look, 'width' | 'height'>>
): Promise<void> => {
	await page.setViewportSize({ width, height });
	await page.waitForFunction((wanted) => innerWidth === wanted && matchMedia(`(width: ${wanted}px)`).matches, width);
	// one frame lays the page out, what looks at sizes itself answers in the next
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};
