import { listen } from '../coding/live-codings.ts';

const together = 150; // ms: giving out fifty interviews is one change on the screen

/**
 * Calls when work was given, taken back or done, or an interview came, went or took a step, also by others; after a
 * break in the line too. The answer stops it.
 */
export const followWork = (projectId: string, onChange: () => unknown): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let wasOpen = true;
	const change = () => {
		clearTimeout(timer);
		timer = setTimeout(onChange, together);
	};
	const stop = listen(`/api/v1/projects/${projectId}/events`, {
		onEvent: (event) => {
			const isAbout = event.kind === 'changed' && (event.what === 'work' || event.what === 'source');
			if (event.kind === 'gap' || isAbout) change();
		},
		onState: (isOpen) => {
			if (isOpen && !wasOpen) change();
			wasOpen = isOpen;
		}
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
};
