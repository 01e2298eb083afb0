import { addExplanationInput, type ExplanationAnswer } from '../../contract/explanation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertExplanation } from '../store/explanations.ts';
import { changeExplanations, checkExplanation } from './change-explanations.ts';
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
		const explanation = { ...parsed.value, id: context.newId(), recognised: null };
		const at = context.now();
		const by = context.actor.userId;
		await insertExplanation(desk.trx, desk.project.id, explanation, { by, at });
		const answer = { ...explanation, recognitions: [], createdBy: by, createdAt: at.toISOString() };
		return ok({ explanationId: explanation.id, answer });
	});
};
