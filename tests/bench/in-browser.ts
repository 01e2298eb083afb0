import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { codeByKeys, codeForColleague, resizeAndUndo } from './desk-changes.ts';
import { deskOf, openDesk } from './desk-page.ts';
import { sample, type Figure, type Must } from './figure.ts';
import { filterOnCodebook, filterOnDesk } from './filtering.ts';
import { growthOverCodings, growthOverSwitches, type Growth } from './memory.ts';
import type { Place } from './place.ts';
import { scrollText, type Scrolled } from './scrolling.ts';
import { typeInText } from './typing.ts';

// The first openings are those of a server that was just started: its code is not compiled yet.
const opening = { runs: 9, warmUp: 5 } as const;
const scrolling = { runs: 5, warmUp: 1 } as const;

/** Two frames of 60 a second: the key is handled in one, and the frame after it is painted. */
const withinTwoFrames = { most: 33 } as const;

/** The frame that comes after the key shows what it does. */
const withinAFrame = { most: 17 } as const;

/** What a page may hold more after all that was done in it, and comes on top of the code that was compiled meanwhile. */
const flat = { heapMb: { most: 1 }, nodes: { most: 100 }, listeners: { most: 0 } } as const;

const mostToOpen: Readonly<Record<number, number>> = { 200: 250, 1_000: 350, 5_000: 700, 20_000: 1_500 };

/** Which parts are measured: `--measure` names some. */
export type IsWanted = (part: Part) => boolean;
export const parts = ['open', 'scroll', 'add', 'resize', 'colleague', 'type', 'filter', 'memory'] as const;
export type Part = (typeof parts)[number];

/** What people wait for at the desk: from the address, a key or a colleague until it is painted. */
export const measureInBrowser = async (
	place: Place,
	isWanted: IsWanted,
	say: (line: string) => void
): Promise<{ readonly figures: readonly Figure[]; readonly browser: string }> => {
	const browser = await launchBrowser();
	try {
		const name = `Chromium ${browser.version()}`;
		const [own, colleague] = [await deskOf(place, browser, 'own'), await deskOf(place, browser, 'colleague')];
		const figures: Figure[] = [];
		const take = (found: readonly Figure[]) => {
			for (const { measure, workload, samples } of found)
				say(`  ${measure}, ${workload}: ${(samples ?? []).map((value) => Math.round(value)).join(' ')}`);
			figures.push(...found);
		};
		for (const at of place.long.cases.keys()) take(await ofInterview(place, { own, colleague }, at, isWanted));
		if (isWanted('filter')) take(await ofFiltering(place, own));
		if (isWanted('memory')) take(await ofMemory(place, browser));
		return { figures, browser: name };
	} finally {
		await browser.close();
	}
};

type Pages = { readonly own: Page; readonly colleague: Page };

/** One of the long interviews: opening, scrolling, changing and following it. */
const ofInterview = async (
	place: Place,
	{ own, colleague }: Pages,
	at: number,
	isWanted: IsWanted
): Promise<readonly Figure[]> => {
	const figures: Figure[] = [];
	const path = `/projects/${place.long.projectId}/sources/${place.long.sourceIds[at]}`;
	const [words, codings] = [
		place.long.cases[at]?.interview.words.length ?? 0,
		place.long.cases[at]?.codings.length ?? 0
	];
	const workload = `T: ${words.toLocaleString('en')} words, ${codings.toLocaleString('en')} codings`;
	const show = (measure: string, samples: readonly number[], unit: Figure['unit'], must: Must | null) =>
		figures.push({ measure, workload, samples, unit, must });
	if (isWanted('open')) {
		const alive: number[] = [];
		const shown = await sample(async () => {
			const opened = await openDesk(own, path);
			alive.push(opened.alive);
			return opened.shown;
		}, opening);
		show('open an interview until painted', shown, 'ms', { most: mostToOpen[codings] ?? 0 });
		show('open an interview until it can be coded', alive.slice(opening.warmUp), 'ms', null);
	}
	if (codings === 200) return figures;
	if (isWanted('scroll')) {
		await openDesk(own, path);
		const scrolled: Scrolled[] = [];
		for (let run = 0; run < scrolling.warmUp + scrolling.runs; run += 1) scrolled.push(await scrollText(own));
		const counted = scrolled.slice(scrolling.warmUp);
		show(
			'scroll: dropped frames of 120',
			counted.map(({ dropped }) => dropped),
			'frames',
			{ most: 0 }
		);
		show(
			'scroll: longest frame',
			counted.map(({ longestMs }) => longestMs),
			'ms',
			null
		);
	}
	if (isWanted('add')) {
		await openDesk(own, path);
		show('add one coding until painted for the coder', await codeByKeys(own), 'ms', { most: 30 });
	}
	if (isWanted('resize')) {
		await openDesk(own, path);
		const { resized, undone } = await resizeAndUndo(own);
		show('make a coding shorter until painted', resized, 'ms', { most: 30 });
		show('undo until painted', undone, 'ms', { most: 30 });
	}
	if (isWanted('colleague')) {
		await openDesk(colleague, path);
		const { samples, lost } = await codeForColleague(place, colleague, at);
		show('add one coding until painted for a colleague', samples, 'ms', { most: 100 });
		show('codings that did not reach the colleague', [lost], 'lost', { most: 0 });
		await colleague.goto('/help');
	}
	if (isWanted('type'))
		show('correct a text: a letter until painted', await typeInText(own, path), 'ms', withinTwoFrames);
	return figures;
};

const ofFiltering = async (place: Place, page: Page): Promise<readonly Figure[]> => {
	const workload = '500 codes';
	const figure = (measure: string, samples: readonly number[]): Figure => ({
		measure,
		workload,
		samples,
		unit: 'ms',
		must: withinAFrame
	});
	return [
		figure('filter the codebook, a key until painted', await filterOnCodebook(page, place)),
		figure('filter the codes on the desk, a key until painted', await filterOnDesk(page, place))
	];
};

/** In a browser of its own, so that what was measured before does not count. */
const ofMemory = async (place: Place, browser: Browser): Promise<readonly Figure[]> => {
	const page = await deskOf(place, browser, 'own');
	const over = (what: string, workload: string, { first, last }: Growth): readonly Figure[] => {
		const figure = (measure: string, value: number, unit: Figure['unit'], must: Must | null): Figure => ({
			measure: `${what}: ${measure}`,
			workload,
			samples: [value],
			unit,
			must
		});
		return [
			figure('JavaScript heap at first', first.heapMb, 'MB', null),
			figure('growth of the heap', last.heapMb - first.heapMb, 'MB', flat.heapMb),
			figure('growth of the page', last.nodes - first.nodes, 'nodes', flat.nodes),
			figure('growth of listeners', last.listeners - first.listeners, 'listeners', flat.listeners)
		];
	};
	const switches = over('200 switches of interview', 'T', await growthOverSwitches(page, place));
	const codings = over('2,000 codings made and undone', 'T: 1,000 codings', await growthOverCodings(page, place, 1));
	await page.close();
	return [...switches, ...codings];
};
