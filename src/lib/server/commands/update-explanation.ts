import { updateExplanationInput, type ExplanationAnswer } from '../../contract/explanation.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { deleteEvidence } from '../store/explanation-evidence.ts';
import { updateExplanation as save, type StoredExplanation } from '../store/explanations.ts';
import { addEvidence } from './add-evidence.ts';
import { changeExplanations, checkExplanation, explanationToChange, storedAnswer } from './change-explanations.ts';
import { parseWords } from './parse-words.ts';

/**
 * Changes a possible explanation: its words, what it is about, or its evidence; where it is told which version was on the
 * screen, only that one. The answers of people to it stay.
 */
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
		const { version, addEvidence: added, removeEvidence, ...fields } = parsed.value;
		const removed = before.value.evidenceItems.flatMap(({ id }) => (removeEvidence.includes(id) ? [id] : []));
		const explanation: StoredExplanation = withChanges(before.value, fields);
		const isSame = explanation === before.value && added.length === 0 && removed.length === 0;
		if (isSame) return storedAnswer(desk, explanation.id);
		const present = before.value.version;
		if (version !== undefined && version !== present)
			return fail('explanation-changed', { version, present }, 'version');
		const checked = await checkExplanation(desk, explanation);
		if (!checked.ok) return checked;
		await save(desk.trx, desk.project.id, explanation);
		await deleteEvidence(desk.trx, explanation.id, removed);
		const evidenceItems = explanation.evidenceItems.filter(({ id }) => !removed.includes(id));
		const put = await addEvidence(context, desk, { ...explanation, evidenceItems }, added);
		return put.ok ? storedAnswer(desk, explanation.id) : put;
	});
};
