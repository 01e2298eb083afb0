import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
	desk = await openDesk(({ words }) => words.length > 60);
});
afterAll(() => desk.close());

/** The turns that were taken away from the page, by their number; asked of the page itself. */
type Watched = { readonly taken: readonly string[]; readonly drawn: number };

test('the page of the server comes alive as it stands, with what was drawn in it before', async () => {
	await desk.open();
	await desk.pick('Groen');
	await desk.until((list) => list.length === 1);
	await desk.page.addInitScript(() => {
		const watched = { taken: [] as string[], drawn: 0 };
		Object.assign(window, { watched });
		new MutationObserver((changes) => {
			for (const { addedNodes, removedNodes } of changes) {
				for (const node of removedNodes)
					if (node instanceof Element)
						for (const turn of [node, ...node.querySelectorAll('[data-turn]')])
							if (turn instanceof HTMLElement && turn.dataset['turn']) watched.taken.push(turn.dataset['turn']);
				for (const node of addedNodes)
					if (node instanceof Element && node.matches('[data-drawn-first] > .bar')) watched.drawn += 1;
			}
		}).observe(document, { childList: true, subtree: true });
	});
	await desk.open();
	await desk.turn().locator('.lanes button.bar').first().waitFor();
	const { taken, drawn } = await desk.page.evaluate(() => (window as unknown as { watched: Watched }).watched);
	expect(drawn).toBeGreaterThan(0);
	expect(taken).toEqual([]);
	await expect.poll(() => desk.page.locator('[data-drawn-first]:not(:empty)').count()).toBe(0);
	expect(desk.person.faults).toEqual([]);
});
