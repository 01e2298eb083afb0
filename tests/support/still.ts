import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Done once the page was drawn after what happened in it: one frame lays it out, what looks at sizes answers in the next. */
export const drawn = (page: Page): Promise<void> =>
	page.evaluate<void>(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))))
	);

/** What is read of a page, once it reads the same after a next drawing: to compare with later on. */
export const still = async <T>(page: Page, read: () => Promise<T>): Promise<T> => {
	let before = await read();
	await expect
		.poll(async () => {
			const last = before;
			await drawn(page);
			before = await read();
			return JSON.stringify(before) === JSON.stringify(last);
		})
		.toBe(true);
	return before;
};

/**
 * Gives an editor of texts the focus, and is done once keys do in it what they say: it takes the focus that the app gives
 * it in the next frame, and sets its cursor once more 20 milliseconds after it got it.
 */
export const focusEditor = async (editor: Locator): Promise<void> => {
	await editor.focus();
	await drawn(editor.page());
	await editor.evaluate(() => new Promise((done) => setTimeout(done, 25)));
};

/**
 * Gives something the focus and sees that it keeps it: after another page was shown, and after a dialog was closed, the app
 * itself gives the focus once more.
 */
export const keepFocus = async (place: Locator): Promise<void> => {
	await expect
		.poll(async () => {
			await place.focus();
			await drawn(place.page());
			return place.evaluate((element) => element === document.activeElement);
		})
		.toBe(true);
};
