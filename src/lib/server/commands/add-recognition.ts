import { addRecognitionInput, type RecognitionAnswer } from '../../contract/explanation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertRecognition } from '../store/explanations.ts';
import { changeExplanations, explanationToChange } from './change-explanations.ts';
import { parseWords } from './parse-words.ts';

/** Records whether people know an explanation. Earlier answers stay; the last one counts. */
export const addRecognition = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<RecognitionAnswer>> => {
	const parsed = parseWords(addRecognitionInput, input);
	if (!parsed.ok) return parsed;
	const { explanationId } = parsed.value;
	const what = { action: 'recognition.add', change: 'changed' } as const;
	return changeExplanations(context, projectId, what, async (desk) => {
		const explanation = await explanationToChange(desk, explanationId);
		if (!explanation.ok) return explanation;
		const recognition = {
			...parsed.value,
			id: context.newId(),
			createdBy: context.actor.userId,
			createdAt: context.now().toISOString()
		};
		await insertRecognition(desk.trx, desk.project.id, recognition);
		return ok({ explanationId, answer: recognition });
	});
};
