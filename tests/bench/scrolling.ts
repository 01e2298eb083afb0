import type { Page } from 'playwright-core';

const frames = 120;

/** A frame that took longer than this has dropped at least one at 60 a second, in milliseconds. */
const one = 1000 / 60;

export type Scrolled = {
	/** frames of 60 a second that were not drawn */
	readonly dropped: number;
	readonly longestMs: number;
};

/** Scrolls the text by 100 pixels a frame, and tells how many frames were not drawn in time. */
export const scrollText = async (page: Page): Promise<Scrolled> => {
	const moments = await page.evaluate(
		(count) =>
			new Promise<number[]>((resolve) => {
				const reader = document.querySelector('[data-turn]')?.closest('section');
				reader?.scrollTo({ top: 0, behavior: 'instant' });
				const seen: number[] = [];
				const step = (now: number) => {
					seen.push(now);
					if (seen.length > count) return resolve(seen);
					reader?.scrollBy({ top: 100, behavior: 'instant' });
					requestAnimationFrame(step);
				};
				// The jump to the top is not part of it.
				requestAnimationFrame(() => requestAnimationFrame(step));
			}),
		frames
	);
	const gaps = moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment));
	return {
		dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / one) - 1), 0),
		longestMs: Math.max(...gaps)
	};
};
