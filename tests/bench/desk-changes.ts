import type { Page } from 'playwright-core';
import { clientOf, msOf } from './client.ts';
import { chooseNextTurn, drawnAfter, untilDrawn, useCode } from './desk-page.ts';
import { sample } from './figure.ts';
import type { Place } from './place.ts';

const coding = { runs: 15, warmUp: 3 } as const;

/** Codes turn after turn with the code used last, from the key until the colour is painted. */
export const codeByKeys = async (page: Page): Promise<number[]> => {
	await useCode(page, 'Thema 240');
	return sample(async () => {
		await chooseNextTurn(page);
		return untilDrawn(page, '.');
	}, coding);
};

/** Makes the end of a new coding a word earlier, and undoes that; each from the key until it is painted. */
export const resizeAndUndo = async (page: Page): Promise<{ readonly resized: number[]; readonly undone: number[] }> => {
	await useCode(page, 'Thema 239');
	const undone: number[] = [];
	const resized = await sample(async () => {
		await chooseNextTurn(page);
		await untilDrawn(page, '.');
		await page.waitForTimeout(150);
		const value = await untilDrawn(page, '{');
		await page.waitForTimeout(150);
		undone.push(await untilDrawn(page, 'Control+z'));
		return value;
	}, coding);
	return { resized, undone: undone.slice(coding.warmUp) };
};

/** Adds codings over the API and waits until a colleague, who has the interview open, sees each. */
export const codeForColleague = async ({ app, token, long }: Place, page: Page, at: number) => {
	const client = clientOf(app.origin, token);
	const turn = long.cases[at]?.interview.turns[1];
	const words = long.cases[at]?.interview.words.filter(({ start }) => turn && start >= turn.start) ?? [];
	await page.waitForTimeout(500); // the live link opens after the desk is shown
	let lost = 0;
	const samples = await sample(async (run) => {
		const body = {
			sourceId: long.sourceIds[at],
			start: words[run]?.start,
			end: words[run + 5]?.end,
			codeId: long.codeIds[long.codeIds.length - 1 - run]
		};
		const from = performance.timeOrigin + performance.now();
		msOf(await client.post(`/api/v1/projects/${long.projectId}/codings`, body));
		const drawn = await drawnAfter(page, from).catch(() => {
			lost += 1;
			return Number.NaN;
		});
		await page.waitForTimeout(100);
		return drawn - from;
	}, coding);
	client.close();
	return { samples: samples.filter((value) => !Number.isNaN(value)), lost };
};
