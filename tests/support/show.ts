import '../../src/app.css';
import { flushSync, mount, unmount, type Component } from 'svelte';

let shown: (() => void)[] = [];

/** Puts a component on the page of a browser test and returns the element around it. */
export const show = <Props extends Record<string, unknown>>(
	component: Component<Props, Record<string, never>, string>,
	props: Props
): HTMLElement => {
	const target = document.createElement('div');
	document.body.append(target);
	const instance = mount(component, { target, props });
	flushSync();
	shown.push(() => {
		void unmount(instance);
		target.remove();
	});
	return target;
};

/** Takes everything off the page again; call it after each test. */
export const clear = (): void => {
	for (const take of shown) take();
	shown = [];
};
