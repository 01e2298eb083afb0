import type { CDPSession, Page } from 'playwright-core';
import { openDesk, useCode } from './desk-page.ts';
import type { Place } from './place.ts';

/** What a page holds after what is no longer needed was thrown away. */
export type Held = { readonly heapMb: number; readonly nodes: number; readonly listeners: number };

export type Growth = { readonly first: Held; readonly last: Held };

/** So often does not count: the browser compiles what is done often, and keeps that. */
const warmUp = { codings: 300, switches: 30 } as const;

/** Codes turn after turn on one desk and undoes each, so that the interview stays as full as it was. */
export const growthOverCodings = async (page: Page, { long }: Place, at: number, codings = 2_000): Promise<Growth> => {
	await openDesk(page, `/projects/${long.projectId}/sources/${long.sourceIds[at]}`);
	await useCode(page, 'Thema 238');
	await page.locator('[data-turn="2"]').focus();
	const session = await page.context().newCDPSession(page);
	const code = async (times: number) => {
		await page.evaluate(pressToCode, times);
		await page.waitForTimeout(8_000); // until all is stored, and messages about the last ones went away
	};
	await code(warmUp.codings);
	const first = await held(page, session);
	await code(codings);
	const last = await held(page, session);
	await session.detach();
	return { first, last };
};

/** Runs in the page: presses the keys that code the turn with the focus, undo that, and go to the next turn. */
const pressToCode = async (times: number): Promise<void> => {
	const press = (key: string, ctrlKey = false) => {
		const options = { key, ctrlKey, bubbles: true, cancelable: true };
		document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
		return new Promise(requestAnimationFrame);
	};
	const count = document.querySelectorAll('[data-turn]').length;
	for (let run = 0; run < times; run += 1) {
		await press('.');
		await press('z', true);
		await press(run % count === count - 3 ? 'Home' : 'ArrowDown');
	}
};

/** Goes from the list to an interview and back, as a link does, and tells what that left in memory. */
export const growthOverSwitches = async (page: Page, { long }: Place, switches = 200): Promise<Growth> => {
	const list = `/projects/${long.projectId}/sources`;
	await page.goto(list);
	const session = await page.context().newCDPSession(page);
	const visit = async (times: number) => {
		for (let run = 0; run < times; run += 1) {
			await page
				.locator(`a[href^="${list}/${long.sourceIds[run % 2]}"]`)
				.first()
				.click();
			await page.locator('[data-turn] .lanes button').first().waitFor();
			await page.locator(`header a[href="${list}"]`).first().click();
			await page.locator('table').first().waitFor();
		}
		await page.waitForTimeout(500);
	};
	await visit(warmUp.switches);
	const first = await held(page, session);
	await visit(switches);
	const last = await held(page, session);
	await session.detach();
	return { first, last };
};

const held = async (page: Page, session: CDPSession): Promise<Held> => {
	await session.send('HeapProfiler.enable');
	await page.mouse.move(1, 1);
	for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
	return { heapMb: usedSize / 2 ** 20, nodes, listeners: jsEventListeners };
};
