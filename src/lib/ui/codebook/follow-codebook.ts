import { follow } from '../live/follow.ts';
import { readAgain } from '../live/read-again.ts';

/** The numbers beside the codes may be this old, in ms: ten people who code make a page read no more often than that. */
const countsEvery = 2000;

/** Keeps a page with the codebook as it is: changes of codes at once, the numbers of codings a moment later. */
export const followCodebook = (projectId: string): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const count = () => {
		timer = undefined;
		void readAgain('wijkstem:codebook');
	};
	const stops = [
		follow(projectId, ['code'], () => readAgain()),
		follow(projectId, ['coding'], () => (timer ??= setTimeout(count, countsEvery)))
	];
	return () => {
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
};
