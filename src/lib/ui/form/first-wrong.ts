const controls = 'input:not([type="hidden"]), select, textarea, button';

/** The control that the first problem of a form is about; null when no field shows one. */
const firstWrong = (form: HTMLElement): HTMLElement | null => {
	const told = form.querySelector<HTMLElement>('[aria-invalid="true"], fieldset > .error');
	return told?.matches(controls) ? told : (told?.parentElement?.querySelector<HTMLElement>(controls) ?? null);
};

/**
 * After a refusal that is shown: brings who sent a form to the first field that is wrong, which may be out of sight. A
 * summary of problems above the form goes first: it took the focus itself.
 */
export const goToFirstWrong = (form: HTMLElement): void => {
	if (document.activeElement?.matches('[aria-labelledby="problems-title"]')) return;
	const control = firstWrong(form);
	control?.focus({ preventScroll: true });
	(control?.closest('fieldset, .field') ?? control)?.scrollIntoView({ block: 'nearest' });
};
