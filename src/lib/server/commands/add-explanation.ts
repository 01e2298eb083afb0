import { addExplanationInput, type ExplanationAnswer } from '../../contract/explanation.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertExplanation } from '../store/explanations.ts';
import { addEvidence } from './add-evidence.ts';
import { changeExplanations, checkExplanation, storedAnswer } from './change-explanations.ts';
import { parseWords } from './parse-words.ts';

/** Adds why a figure, or a difference between rounds, may be so. Nobody was asked yet whether they recognise it. */
export const addExplanation = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ExplanationAnswer>> => {
	const parsed = parseWords(addExplanationInput, input);
	if (!parsed.ok) return parsed;
	const what = { action: 'explanation.add', change: 'added' } as const;
	return changeExplanations(context, projectId, what, async (desk) => {
		const checked = await checkExplanation(desk, parsed.value);
		if (!checked.ok) return checked;
		const { addEvidence: evidence, ...fields } = parsed.value;
		const explanation = { ...fields, id: context.newId(), evidenceItems: [] };
		await insertExplanation(desk.trx, desk.project.id, explanation, {
			...{ by: context.actor.userId, at: context.now() }
		});
		const added = await addEvidence(context, desk, explanation, evidence);
		return added.ok ? storedAnswer(desk, explanation.id) : added;
	});
};
