import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { deleteExplanation as remove } from '../store/explanations.ts';
import { changeExplanations, explanationToChange } from './change-explanations.ts';

/** Deletes a possible explanation with the answers of people to it. */
export const deleteExplanation = (context: Context, projectId: string, explanationId: string): Promise<Result<null>> =>
	changeExplanations(context, projectId, { action: 'explanation.remove', change: 'removed' }, async (desk) => {
		const explanation = await explanationToChange(desk, explanationId);
		if (!explanation.ok) return explanation;
		await remove(desk.trx, desk.project.id, explanationId);
		return ok({ explanationId, answer: null });
	});
