import type { Browser } from 'playwright-core';
import { startApp, type App } from './app.ts';
import { launchBrowser } from './browser.ts';
import { newPerson, signIn, type Person } from './person.ts';
import { preparedFolder } from './prepared.ts';
import { emailOf, password } from './prepared-people.ts';

/** The demo project in an app of its own. */
export type DemoApp = {
	readonly app: App;
	readonly browser: Browser;
	/** who owns the demo, signed in */
	readonly person: Person;
	/** the address of the project */
	readonly base: string;
	readonly close: () => Promise<void>;
};

/** Starts the app with the demo, and a browser in which its owner has signed in; close it when done. */
export const openDemo = async (): Promise<DemoApp> => {
	const dataFolder = preparedFolder({ hasDemo: true });
	const [app, browser] = await Promise.all([startApp({ dataFolder }), launchBrowser()]);
	const person = await newPerson(browser, app.origin);
	await signIn(person, emailOf('Ada'), password);
	const answer = await person.page.request.get('/api/v1/projects');
	const { items } = (await answer.json()) as { items: { id: string }[] };
	const close = async () => {
		await browser.close();
		await app.stop();
	};
	return { app, browser, person, base: `/projects/${items[0]?.id}`, close };
};
