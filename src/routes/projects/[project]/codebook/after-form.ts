import type { SubmitFunction } from './$types';

/** What went wrong with a form of this page, in words. */
export type FormProblem = { readonly code: string; readonly message: string; readonly at?: string };

/** Hands what went wrong to the form it belongs to, or tells `onDone` what the server answered. */
export const afterForm =
	(tell: (problems: readonly FormProblem[]) => void, onDone: (value: unknown) => void): SubmitFunction =>
	() =>
	async ({ result, update }) => {
		await update({ reset: false });
		tell(result.type === 'failure' && result.data && 'problems' in result.data ? result.data.problems : []);
		if (result.type === 'success') onDone(result.data && 'value' in result.data ? result.data.value : null);
	};

/** A text of an answer; empty when there is none. */
export const textIn = (value: unknown, name: string): string =>
	typeof value === 'object' && value !== null && name in value ? String((value as Record<string, unknown>)[name]) : '';
