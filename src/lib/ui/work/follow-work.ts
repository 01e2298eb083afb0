import { listen } from '../coding/live-codings.ts';

const together = 150; // ms: giving out fifty interviews is one change on the screen

/**
 * Calls when work was given, taken back or done, or an interview came, went or took a step, also by others; and when that
 * may have been missed. The answer stops it.
 */
export const followWork = (projectId: string, onChange: () => unknown): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = listen(`/api/v1/projects/${projectId}/events`, {
		onEvent: (event) => {
			const isAbout = event.kind === 'changed' && (event.what === 'work' || event.what === 'source');
			if (event.kind !== 'gap' && !isAbout) return;
			clearTimeout(timer);
			timer = setTimeout(onChange, together);
		}
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
};
