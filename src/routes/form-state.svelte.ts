import { applyAction } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import { isBsnReplaced } from '#lib/ui/api/bsn-notice.ts';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { goToFirstWrong } from '#lib/ui/form/first-wrong.ts';
import { readNow } from '#lib/ui/live/read-again.ts';
import type { FormProblems, ShownProblem } from './form-answer.ts';

/** What a form sent, without its files. */
const textOf = (form: FormData): string => [...form.values()].filter((value) => typeof value === 'string').join('\n');

type Options<T> = {
	/** what follows a success, after the page has been read again */
	readonly onDone?: (value: T) => void;
	/** what follows a success after which the server leads elsewhere */
	readonly onAway?: () => void;
	/** what follows a refusal, beside that the problems are shown */
	readonly onRefused?: (problems: readonly ShownProblem[]) => void;
	/** empties the form after a success */
	readonly isReset?: boolean;
};

/** One of several forms on a page: whether it is being sent, and what was wrong with it. */
export class FormState<T> {
	isBusy = $state(false);
	problems = $state.raw<readonly ShownProblem[]>([]);
	#options: Options<T>;

	constructor(options: Options<T> = {}) {
		this.#options = options;
	}

	/** What is wrong with a field, or null. */
	errorAt = (field: string): string | null => this.problems.find(({ at }) => at === field)?.message ?? null;

	/** What is wrong that belongs to none of these fields, for the top of the form. */
	besides = (...fields: readonly string[]): readonly { readonly text: string }[] =>
		this.problems
			.filter(({ at }) => at === undefined || !fields.includes(at))
			.map(({ message }) => ({ text: message }));

	/** For `use:enhance`. */
	submit: SubmitFunction<{ value: T }, FormProblems> = ({ formElement, formData, cancel }) => {
		if (this.isBusy) return cancel(); // it is on its way
		this.isBusy = true;
		return async ({ result }) => {
			this.isBusy = false;
			if (result.type === 'success') {
				this.problems = [];
				if (this.#options.isReset) formElement.reset();
				await readNow();
				if (isBsnReplaced(textOf(formData), JSON.stringify(result.data ?? null))) toasts.say(m.shell_bsn_replaced());
				if (result.data) this.#options.onDone?.(result.data.value);
			} else if (result.type === 'failure') {
				this.problems = result.data?.problems ?? [];
				this.#options.onRefused?.(this.problems);
				await tick();
				goToFirstWrong(formElement);
			} else {
				await applyAction(result);
				if (result.type === 'redirect') this.#options.onAway?.();
			}
		};
	};
}
