import { tick } from 'svelte';
import { catchFocus } from '../shell/catch-focus.ts';

/** From this width on the tree and the code stand beside each other; below it they take each other's place. */
const isNarrow = () => matchMedia('(max-width: 900px)').matches;

/** To the row of a code in the tree. */
export const focusOn = (codeId: string): void =>
	document.querySelector<HTMLElement>(`[data-code="${CSS.escape(codeId)}"]`)?.focus();

/** On in the tree: at a code, or where its keys begin. */
export const goOnAt = (codeId: string | null): void => {
	if (codeId !== null) focusOn(codeId);
	catchFocus(document.querySelector('[role=treeitem][tabindex="0"]'));
};

/** On a narrow screen: to the top of the code that took the place of the tree, or back to the row of the one that was left. */
export const followChoice = async (codeId: string | null, leftId: string | null): Promise<void> => {
	if (!isNarrow()) return;
	await tick();
	if (codeId === null) return leftId === null ? undefined : focusOn(leftId);
	const way = document.querySelector<HTMLElement>('[data-way-back]');
	way?.parentElement?.scrollIntoView({ block: 'start' });
	way?.focus({ preventScroll: true });
};
