import type { Page } from 'playwright-core';
import { openDesk } from './desk-page.ts';
import { sample } from './figure.ts';
import type { Place } from './place.ts';

const typing = { runs: 18, warmUp: 3 } as const;

/** What is typed letter by letter: from hundreds of codes to a few, and back. */
const letters = 'thema 41';

/** The tree of 500 codes filtered on the page of the codebook, a key at a time, until painted. */
export const filterOnCodebook = async (page: Page, { large }: Place): Promise<number[]> => {
	await page.goto(`/projects/${large.projectId}/codebook`);
	await page.getByRole('treeitem').first().waitFor();
	return filterIn(page, 'section input[type="search"]');
};

/** The same in the panel of codes on the desk. */
export const filterOnDesk = async (page: Page, { large }: Place): Promise<number[]> => {
	await openDesk(page, `/projects/${large.projectId}/sources/${large.sourceIds[0]}`);
	return filterIn(page, 'aside input[type="search"]');
};

const filterIn = async (page: Page, selector: string): Promise<number[]> => {
	const field = page.locator(selector).first();
	await field.focus();
	await page.waitForTimeout(300);
	let at = 0;
	return sample(async () => {
		const key = at < letters.length ? (letters[at] ?? '') : 'Backspace';
		at = (at + 1) % (2 * letters.length);
		const value = await keyUntilPainted(page, key === ' ' ? 'Space' : key);
		await page.waitForTimeout(60);
		return value;
	}, typing);
};

/** From the key until the frame after it was painted, in milliseconds. */
const keyUntilPainted = async (page: Page, key: string): Promise<number> => {
	const painted = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const pressed = ({ timeStamp }: KeyboardEvent) =>
					requestAnimationFrame(() => {
						const channel = new MessageChannel();
						channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
						channel.port2.postMessage(null);
					});
				addEventListener('keydown', pressed, { once: true, capture: true });
				// Says that it listens now.
				document.documentElement.dataset['listening'] = 'true';
			})
	);
	await page.waitForFunction(() => document.documentElement.dataset['listening'] === 'true');
	await page.keyboard.press(key);
	const value = await painted;
	await page.evaluate(() => delete document.documentElement.dataset['listening']);
	return value;
};
