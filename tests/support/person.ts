import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Somebody at a browser of their own, with what went wrong in it. */
export type Person = {
	readonly page: Page;
	readonly context: BrowserContext;
	/** errors of scripts, of the content security policy, and failed requests to the server */
	readonly faults: readonly string[];
};

type Look = { readonly width?: number; readonly height?: number; readonly dark?: boolean; readonly touch?: boolean };

/** How long a test waits for anything on a screen, in milliseconds. */
const mostWait = 10_000;

/** Opens a browser of one person; the language is Dutch, as for nearly everybody who uses Wijkstem. */
export const newPerson = async (
	browser: Browser,
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
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
	page.on('console', (message) => {
		// The browser reports every refused request so; what matters of those is in the answers below.
		if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
			faults.push(`console: ${message.text()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`another host: ${url}`);
	});
	return { page, context, faults };
};

/** Signs in on the sign-in page, and waits until that is done. */
export const signIn = async ({ page }: Person, email: string, password: string): Promise<void> => {
	await page.goto('/login');
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord').fill(password);
	await page.getByRole('button', { name: 'Inloggen' }).click();
	await page.waitForURL((url) => url.pathname !== '/login');
};

/** Makes a window as large as this; done once the page is laid out in it, so that it can be measured at once. */
export const resize = async (
	page: Page,
	{ width, height }: Required<Pick<Look, 'width' | 'height'>>
): Promise<void> => {
	await page.setViewportSize({ width, height });
	await page.waitForFunction((wanted) => innerWidth === wanted, width);
	await page.evaluate(() => new Promise(requestAnimationFrame));
};
