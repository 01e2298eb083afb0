import type { Locator, Page } from 'playwright-core';

/** So many stops of Tab no screen has. */
const mostStops = 150;

/** Goes to something with Tab alone, as who uses no mouse does; an error when that does not come by it. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
	await target.waitFor();
	const isReached = () => target.evaluate((element) => element === document.activeElement);
	for (let stops = 0; !(await isReached()); stops += 1) {
		if (stops === mostStops) throw new Error(`Tab does not come by ${String(target)}`);
		await page.keyboard.press('Tab');
	}
};

/** Goes to a button or a link with Tab alone, and presses Enter. */
export const pressByKey = async (page: Page, target: Locator): Promise<void> => {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
};

/** Goes to a list with Tab alone and goes down it with the arrow, until this option is chosen; without one, to the next. */
export const chooseByKey = async (page: Page, list: Locator, value?: string): Promise<void> => {
	await tabTo(page, list);
	const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).value);
	const length = await list.locator('option').count();
	for (let steps = 0; steps < length; steps += 1) {
		await page.keyboard.press('ArrowDown');
		if (value === undefined || (await chosen()) === value) return;
	}
	throw new Error(`the arrow does not come by ${value}`);
};
