/** Tab stays within a part of the page: how, when it would leave it from where the focus is; else null. */
export const loopWithin = (part: HTMLElement | null, isBack: boolean): (() => void) | null => {
	const stops = [...(part?.querySelectorAll<HTMLElement>('input, select, [tabindex="0"], button, textarea') ?? [])];
	const [from, to] = isBack ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
	return document.activeElement === from ? () => to?.focus() : null;
};
