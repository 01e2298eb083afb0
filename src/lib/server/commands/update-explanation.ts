import { updateExplanationInput, type ExplanationAnswer } from '../../contract/explanation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { updateExplanation as save, type StoredExplanation } from '../store/explanations.ts';
import { changeExplanations, checkExplanation, explanationToChange } from './change-explanations.ts';
import { parseWords } from './parse-words.ts';

/** Changes a possible explanation: its words, or what it is about. The answers of people to it stay. */
export const updateExplanation = async (
	context: Context,
	projectId: string,
	explanationId: string,
	input: unknown
): Promise<Result<ExplanationAnswer>> => {
	const parsed = parseWords(updateExplanationInput, input);
	if (!parsed.ok) return parsed;
	const what = { action: 'explanation.change', change: 'changed' } as const;
	return changeExplanations(context, projectId, what, async (desk) => {
		const before = await explanationToChange(desk, explanationId);
		if (!before.ok) return before;
		const explanation: StoredExplanation = withChanges(before.value, parsed.value);
		const checked = await checkExplanation(desk, explanation);
		if (!checked.ok) return checked;
		await save(desk.trx, desk.project.id, explanation);
		return ok({ explanationId, answer: { ...explanation, recognitions: [...explanation.recognitions] } });
	});
};
