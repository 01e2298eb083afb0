/**
 * Where one goes on by key after an act that took away, or switched off, what was pressed. The page as a whole, where a
 * sheet puts the focus that has no place any more, is no place either.
 */
export const catchFocus = (target: HTMLElement | null): void => {
	const at = document.activeElement;
	if (!target || (at && at !== document.body && at.id !== 'content')) return;
	if (target.tabIndex < 0) target.tabIndex = -1; // a heading cannot be focused by itself
	target.focus({ preventScroll: true });
};
