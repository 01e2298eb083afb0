import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, signIn } from '../support/person.ts';
import { clientOf, msOf } from './client.ts';
import { sample, type Figure, type Must } from './figure.ts';
import { watchPainting, type PaintWatch } from './paint-watch.ts';
import type { Place } from './place.ts';

const opening = { runs: 7, warmUp: 2 } as const;
const coding = { runs: 15, warmUp: 3 } as const;
const scrolling = { runs: 5, warmUp: 1 } as const;
const framesOfScroll = 120;

const mostToOpen: Readonly<Record<number, number>> = { 200: 250, 1_000: 350, 5_000: 700, 20_000: 1_500 };

/** What people wait for at the desk: from the address, a key or a colleague until it is painted. */
export const measureInBrowser = async (
	place: Place
): Promise<{ readonly figures: readonly Figure[]; readonly browser: string }> => {
	const browser = await launchBrowser();
	try {
		const name = `Chromium ${browser.version()}`;
		return { figures: await figuresOf(place, browser), browser: name };
	} finally {
		await browser.close();
	}
};

const figuresOf = async (place: Place, browser: Browser): Promise<readonly Figure[]> => {
	const figures: Figure[] = [];
	const [own, colleague] = [await deskOf(place, browser, 'own'), await deskOf(place, browser, 'colleague')];
	for (const [at, long] of place.long.cases.entries()) {
		const [words, codings] = [long.interview.words.length, long.codings.length];
		const path = `/projects/${place.long.projectId}/sources/${place.long.sourceIds[at]}`;
		const workload = `T: ${words.toLocaleString('en')} words, ${codings.toLocaleString('en')} codings`;
		const show = (measure: string, samples: readonly number[], unit: Figure['unit'], must: Must | null) =>
			figures.push({ measure, workload, samples, unit, must });
		const open = () => openDesk(own, path);
		show('open an interview until painted', await sample(open, opening), 'ms', { most: mostToOpen[codings] ?? 0 });
		if (codings === 200) continue;
		show('scroll: frames later than 33 ms', await sample(() => lateFrames(own), scrolling), 'frames', null);
		show('add one coding until painted for the coder', await codeByKeys(own), 'ms', { most: 30 });
		await openDesk(colleague, path);
		const { samples, lost } = await codeForColleague(place, colleague, at);
		show('add one coding until painted for a colleague', samples, 'ms', { most: 100 });
		show('codings that did not reach the colleague', [lost], 'lost', { most: 0 });
		await colleague.goto('/help');
	}
	return figures;
};

const deskOf = async ({ app, emails, password }: Place, browser: Browser, who: 'own' | 'colleague'): Promise<Page> => {
	const person = await newPerson(browser, app.origin, { width: 1440, height: 900 });
	await person.page.addInitScript(watchPainting);
	await signIn(person, emails[who], password);
	return person.page;
};

const painting = (page: Page) =>
	page.evaluate(() => ({ ...(window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting }));

/** From the start of the navigation until text, colours and stripes stand on the screen, in milliseconds. */
const openDesk = async (page: Page, path: string): Promise<number> => {
	await page.goto(path, { waitUntil: 'commit' });
	await page.waitForFunction(
		() => (window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting.shown !== null
	);
	const { shown } = await painting(page);
	return (shown ?? 0) - (await page.evaluate(() => performance.timeOrigin));
};

const drawnAfter = async (page: Page, moment: number): Promise<number> => {
	await page.waitForFunction(
		(since) => (window as unknown as { wijkstemPainting: PaintWatch }).wijkstemPainting.drawn > since,
		moment,
		{ timeout: 5_000 }
	);
	return (await painting(page)).drawn;
};

/** Codes turn after turn with the code used last, from the key until the colour is painted. */
const codeByKeys = async (page: Page): Promise<number[]> => {
	await page.locator('[data-turn="1"]').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('c');
	const picker = page.getByRole('dialog');
	await picker.waitFor();
	await page.keyboard.type('Thema 240');
	await page.keyboard.press('Enter');
	await picker.waitFor({ state: 'detached' });
	return sample(async () => {
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForTimeout(150); // what the turns that came near need is not the coding's
		await page.keyboard.press('.');
		const { pressed } = await painting(page);
		return (await drawnAfter(page, pressed)) - pressed;
	}, coding);
};

/** Adds codings over the API and waits until a colleague, who has the interview open, sees each. */
const codeForColleague = async ({ app, token, long }: Place, page: Page, at: number) => {
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

/** Scrolls the text by 100 pixels a frame, and counts the frames that came late. */
const lateFrames = (page: Page): Promise<number> =>
	page.evaluate(
		(frames) =>
			new Promise<number>((resolve) => {
				const reader = document.querySelector('[data-turn]')?.closest('section');
				reader?.scrollTo({ top: 0, behavior: 'instant' });
				let [left, late, last] = [frames, 0, 0];
				const step = (now: number) => {
					if (last > 0 && now - last > 33.4) late += 1;
					last = now;
					left -= 1;
					if (left === 0) return resolve(late);
					reader?.scrollBy({ top: 100, behavior: 'instant' });
					requestAnimationFrame(step);
				};
				requestAnimationFrame(step);
			}),
		framesOfScroll
	);
