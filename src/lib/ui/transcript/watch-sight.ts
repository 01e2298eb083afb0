import { LookQueue } from './look-queue.ts';
import type { Stretch } from './stretches.ts';
import type { TurnView } from './turn-view.ts';

/** How far beyond the screen a turn is near it, in heights of the screen: what is drawn before it is scrolled to. */
const near = '50% 0px';

/** Stretches are taken up sooner, so that their turns are laid out when these come near. */
const soon = '100% 0px';

type Look = (entered: readonly TurnView[], left: readonly TurnView[]) => void;

/**
 * Tells which turns come near the screen and which go away from it; call the answer to stop. A browser looks at each
 * element that is watched with each frame, so the text is watched by stretches, and turn by turn only in those stretches
 * that are near. Colours are kept for as few turns as can be: with each change on the page a browser goes through all
 * ranges that have one, and paints their text again.
 */
export const watchSight = (scroller: HTMLElement, stretches: readonly Stretch[], onLook: Look): (() => void) => {
	const queue = new LookQueue<TurnView>(onLook);
	const stretchOf = new Map(stretches.map((stretch) => [String(stretch.turns[0]?.ordinal), stretch]));
	const turnOf = new WeakMap<Element, TurnView>();
	const drawn = new Set<TurnView>();

	const turns = new IntersectionObserver(
		(entries) => {
			const [onScreen, beside, left]: [TurnView[], TurnView[], TurnView[]] = [[], [], []];
			const { top, bottom } = scroller.getBoundingClientRect();
			for (const { target, isIntersecting, boundingClientRect: box } of entries) {
				const turn = turnOf.get(target);
				if (!turn || (isIntersecting && drawn.has(turn))) continue;
				if (isIntersecting) drawn.add(turn);
				else drawn.delete(turn);
				if (!isIntersecting) left.push(turn);
				else if (box.bottom > top && box.top < bottom) onScreen.push(turn);
				else beside.push(turn);
			}
			queue.take(onScreen, beside, left);
		},
		{ root: scroller, rootMargin: near }
	);

	const parts = new IntersectionObserver(
		(entries) => {
			const left: TurnView[] = [];
			for (const { target, isIntersecting } of entries) {
				const part = stretchOf.get((target instanceof HTMLElement && target.dataset['stretch']) || '')?.turns ?? [];
				const items = target.querySelectorAll<HTMLElement>(':scope > [data-turn]');
				for (const [at, item] of items.entries()) {
					const turn = part[at];
					if (!turn) continue;
					turnOf.set(item, turn);
					if (isIntersecting) turns.observe(item);
					else {
						turns.unobserve(item);
						if (drawn.delete(turn)) left.push(turn);
					}
				}
			}
			if (left.length > 0) queue.take([], [], left);
		},
		{ root: scroller, rootMargin: soon }
	);
	for (const item of scroller.querySelectorAll('[data-stretch]')) parts.observe(item);

	return () => {
		queue.stop();
		parts.disconnect();
		turns.disconnect();
	};
};
