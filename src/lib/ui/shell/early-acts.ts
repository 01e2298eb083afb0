type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Press = { readonly pressed: HTMLElement };
type Submission = { readonly form: HTMLFormElement; readonly submitter: HTMLElement | null };

/** What `app.html` keeps of a person who is quicker than the scripts of the page. */
export type EarlyActs = {
	/** what was typed or chosen, by field */
	readonly fields: ReadonlyMap<
		Field,
		{ readonly value: string; readonly checked?: boolean; readonly isChanged?: boolean }
	>;
	/** the last press of a button, or the last form that was sent; links are followed at once */
	readonly act: Press | Submission | null;
	/** ends the listening */
	readonly listening: AbortController;
};

declare global {
	interface Window {
		earlyActs?: EarlyActs;
	}
}

/**
 * Does once what a person did before the page was alive: typed words stand in their fields and are told to the page, and
 * the last press or form is done. What is gone meanwhile, or switched off, is left. Svelte itself repeats only `load` and
 * `error`, and takes over what was typed only where a value is bound.
 */
export const doEarlyActs = (): void => {
	const early = window.earlyActs;
	if (!early) return;
	delete window.earlyActs;
	early.listening.abort();
	document.documentElement.removeAttribute('data-early');
	for (const [field, { value, checked, isChanged }] of early.fields) {
		if (!field.isConnected) continue;
		putBack(field, value, checked);
		field.dispatchEvent(new Event('input', { bubbles: true }));
		if (isChanged) field.dispatchEvent(new Event('change', { bubbles: true }));
	}
	if (early.act && 'pressed' in early.act) press(early.act);
	else if (early.act) send(early.act);
};

/** Files that were chosen stay by themselves. */
const putBack = (field: Field, value: string, checked: boolean | undefined): void => {
	if (field.type === 'file') return;
	if (field.type !== 'checkbox' && field.type !== 'radio') {
		if (field.value !== value) field.value = value;
	} else if (field instanceof HTMLInputElement && checked !== undefined) field.checked = checked;
};

const press = ({ pressed }: Press): void => {
	if (pressed.isConnected) pressed.click();
};

const send = ({ form, submitter }: Submission): void => {
	if (form.isConnected) form.requestSubmit(submitter?.isConnected ? submitter : null);
};
