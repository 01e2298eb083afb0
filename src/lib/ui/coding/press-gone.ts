const again = 250; // ms between two looks, as long as the button that was pressed has the focus
const looks = 40; // what a button asks of the server has its answer by then

/**
 * Calls when the button of a press has gone or was switched off by what it did, so that the focus has no place any more;
 * not when the person went on elsewhere before that.
 */
export const whenPressedGone = ({ target }: MouseEvent, goOn: () => void): void => {
	const button = target instanceof Element ? target.closest('button') : null;
	if (!button) return;
	const look = (left: number) => {
		if (!button.isConnected || button.disabled) goOn();
		else if (left > 0 && document.activeElement === button) setTimeout(() => look(left - 1), again);
	};
	// The browser lets the focus go when it draws.
	requestAnimationFrame(() => setTimeout(() => look(looks)));
};
