import type { Browser, Page } from 'playwright-core';
import { newPerson, signIn } from '../support/person.ts';
import { watchPainting, type PaintWatch } from './paint-watch.ts';
import type { Place } from './place.ts';

/** A browser in which one person is signed in, and which notes when things were painted. */
export const deskOf = async (
	{ app, emails, password }: Place,
	browser: Browser,
	who: 'own' | 'colleague'
): Promise<Page> => {
	const person = await newPerson(browser, app.origin, { width: 1440, height: 900 });
	await person.page.addInitScript(watchPainting);
	await signIn(person, emails[who], password);
	return person.page;
};

export const painting = (page: Page): Promise<PaintWatch> =>
	page.evaluate(() => ({ ...(window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting }));

/** How long opening takes from the start of the navigation, in milliseconds. */
export type Opened = {
	/** text, colours and stripes stand on the screen */
	readonly shown: number;
	/** and it can be coded */
	readonly alive: number;
};

export const openDesk = async (page: Page, path: string): Promise<Opened> => {
	await page.goto(path, { waitUntil: 'commit' });
	await page.waitForFunction(
		() => (window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting.alive !== null
	);
	const { shown, alive } = await painting(page);
	const from = await page.evaluate(() => performance.timeOrigin);
	return { shown: (shown ?? 0) - from, alive: (alive ?? 0) - from };
};

/** When the colours were painted first after a moment. */
export const drawnAfter = async (page: Page, moment: number): Promise<number> => {
	await page.waitForFunction(
		(since) => (window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting.drawn > since,
		moment,
		{ timeout: 5_000 }
	);
	return (await painting(page)).drawn;
};

/** Presses a key, and answers after how many milliseconds the colours that it changed were painted. */
export const untilDrawn = async (page: Page, key: string): Promise<number> => {
	await page.keyboard.press(key);
	const { pressed } = await painting(page);
	return (await drawnAfter(page, pressed)) - pressed;
};

/** Codes the first turn by way of the picker, so that the key for the code used last has one. */
export const useCode = async (page: Page, name: string): Promise<void> => {
	await page.locator('[data-turn="1"]').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('c');
	const picker = page.getByRole('dialog');
	await picker.waitFor();
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
	await picker.waitFor({ state: 'detached' });
};

/** Chooses the next turn, and waits until the turns that came near are drawn: that is not part of coding it. */
export const chooseNextTurn = async (page: Page): Promise<void> => {
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForTimeout(150);
};
