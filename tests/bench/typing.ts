import type { Page } from 'playwright-core';
import { painting } from './desk-page.ts';

const letters = { count: 30, warmUp: 5 } as const;

/** Types letters in the middle of a text that is being corrected; from each key until the frame with its letter was painted. */
export const typeInText = async (page: Page, path: string): Promise<number[]> => {
	await page.goto(`${path}/edit`);
	const text = page.getByRole('textbox', { name: /^Tekst van / });
	await text.waitFor();
	const paragraphs = text.locator('p');
	await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
	await page.waitForTimeout(500);
	await page.evaluate(noteTyping);
	const samples: number[] = [];
	for (let at = 0; at < letters.count; at += 1) {
		await page.keyboard.press('abcdefghij'[at % 10] ?? 'a');
		const { pressed } = await painting(page);
		const typed = await page.waitForFunction(
			(since) => {
				const moment = (window as unknown as { wijkstemTyped: number }).wijkstemTyped;
				return moment > since && moment;
			},
			pressed,
			{ timeout: 20_000 }
		);
		samples.push(Number(await typed.jsonValue()) - pressed);
		await page.waitForTimeout(120);
	}
	return samples.slice(letters.warmUp);
};

/** Runs in the page: notes when a change of the text was painted, in milliseconds since 1970. */
const noteTyping = (): void => {
	const target = document.querySelector('[role="textbox"]');
	if (!target) return;
	const noted = window as unknown as { wijkstemTyped: number };
	noted.wijkstemTyped = 0;
	let isWaiting = false;
	new MutationObserver(() => {
		if (isWaiting) return;
		isWaiting = true;
		requestAnimationFrame(() => {
			const channel = new MessageChannel();
			channel.port1.onmessage = () => {
				isWaiting = false;
				noted.wijkstemTyped = performance.timeOrigin + performance.now();
			};
			channel.port2.postMessage(null);
		});
	}).observe(target, { subtree: true, childList: true, characterData: true });
};
