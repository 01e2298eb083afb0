import { addFindingInput, updateFindingInput, type FindingAnswer } from '../../contract/study-evidence.ts';
import { changedEvidence } from '../../domain/integration/study-evidence.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { deleteFinding as remove, findFinding, insertFinding, updateFinding as save } from '../store/study-evidence.ts';
import { changeEvidence, checkEvidence, evidenceToChange } from './change-study-evidence.ts';
import { parseWords } from './parse-words.ts';

/** Writes down what a study found, and what that is about. */
export const addFinding = async (
	context: Context,
	projectId: string,
	studyId: string,
	input: unknown
): Promise<Result<FindingAnswer>> => {
	const parsed = parseWords(addFindingInput, input);
	if (!parsed.ok) return parsed;
	return changeEvidence(context, projectId, studyId, 'finding.add', async (desk) => {
		const allowed = checkEvidence(desk, parsed.value);
		if (!allowed.ok) return allowed;
		const finding = { id: context.newId(), studyId, ...parsed.value, version: 1 };
		await insertFinding(desk.trx, finding, { by: context.actor.userId, at: context.now() });
		return ok({ ids: [finding.id], answer: finding });
	});
};

/** Changes a finding, or what it is about. */
export const updateFinding = async (
	context: Context,
	projectId: string,
	studyId: string,
	findingId: string,
	input: unknown
): Promise<Result<FindingAnswer>> => {
	const parsed = parseWords(updateFindingInput, input);
	if (!parsed.ok) return parsed;
	const { version, ...changes } = parsed.value;
	return changeEvidence(context, projectId, studyId, 'finding.change', async (desk) => {
		const before = await evidenceToChange(desk, findFinding, findingId, version);
		if (!before.ok) return before;
		const changed = changedEvidence(before.value, changes);
		if (changed === before.value) return ok({ ids: [], answer: changed });
		const finding = { ...changed, version: version + 1 };
		const allowed = checkEvidence(desk, finding);
		if (!allowed.ok) return allowed;
		await save(desk.trx, finding, context.now());
		return ok({ ids: [finding.id], answer: finding });
	});
};

/** Deletes a finding. */
export const deleteFinding = (
	context: Context,
	projectId: string,
	studyId: string,
	findingId: string
): Promise<Result<null>> =>
	changeEvidence(context, projectId, studyId, 'finding.remove', async (desk) => {
		const before = await evidenceToChange(desk, findFinding, findingId, null);
		if (!before.ok) return before;
		await remove(desk.trx, findingId);
		return ok({ ids: [findingId], answer: null });
	});
