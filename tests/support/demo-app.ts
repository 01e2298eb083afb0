import { startApp, type App } from './app.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { newPerson, signIn, type Look, type Person } from './person.ts';
import { preparedFolder, tokenIn } from './prepared.ts';
import { emailOf, password, type Name } from './prepared-people.ts';
import { tokenApi, type TokenApi } from './token-api.ts';

/** The demo project in an app of its own, with the API as its owner. */
export type DemoApp = TokenApi & {
	readonly app: App;
	readonly browser: TestBrowser;
	/** who owns the demo, signed in */
	readonly person: Person;
	/** the address of the project */
	readonly base: string;
	/** gives somebody else roles in the demo, and a browser in which that person has signed in */
	readonly join: (name: Name, roles: readonly string[]) => Promise<Person>;
	readonly close: () => Promise<void>;
};

/** Starts the app with the demo, and a browser in which its owner has signed in; close it when done. */
export const openDemo = async (look: Look = {}): Promise<DemoApp> => {
	const dataFolder = preparedFolder({ hasDemo: true });
	const [app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	const api = tokenApi(app.origin, tokenIn(dataFolder));
	const base = `/projects/${(await api.items<{ id: string }>('/projects'))[0]?.id}`;
	const enter = async (name: Name): Promise<Person> => {
		const person = await newPerson(browser, app.origin, look);
		await signIn(person, emailOf(name), password);
		return person;
	};
	return {
		...api,
		...{ app, browser, base, person: await enter('Ada') },
		join: async (name, roles) => {
			await api.call(`${base}/members`, { email: emailOf(name), roles: roles.map((role) => ({ role })) });
			return enter(name);
		},
		close: async () => {
			await browser.close();
			await app.stop();
		}
	};
};
