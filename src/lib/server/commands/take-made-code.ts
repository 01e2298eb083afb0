import { codeBefore } from '../../domain/codebook/code-steps.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { checkUntouched } from '../../domain/codebook/empty-code.ts';
import type { ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { listStepsOfCode } from '../store/code-changes.ts';
import { listCodesInUse, softDeleteCodes } from '../store/codes.ts';
import { listUsedByOthers } from '../store/coding-users.ts';
import type { StoredCoding } from '../store/codings.ts';
import { lockCodingsOfCodes } from '../store/recoded-codings.ts';
import type { Db } from '../store/database.ts';

/** What other screens hear of a change. */
export type Told = Omit<ProjectEvent, 'projectId' | 'actorId'>;

type Desk = { readonly trx: Db; readonly book: Codebook; readonly project: Project };

/**
 * Takes a code away that was made of a proposal, with the coding that came with it; refuses where others did anything
 * with either since, because that would be lost.
 */
export const takeMadeCode = async (
	context: Context,
	{ trx, book, project }: Desk,
	outcome: ProposalOutcome,
	codeId: CodeId
): Promise<Result<{ readonly deletionId: string; readonly events: readonly Told[] }>> => {
	const codings = await lockCodingsOfCodes(trx, [codeId]);
	const ids = codings.map(({ id }) => id);
	const used = await listUsedByOthers(trx, ids, context.actor.userId);
	const isOwn = (coding: StoredCoding) =>
		coding.id === outcome.codingId && isUntouched(coding, outcome) && !used.has(coding.id);
	const others = codings.filter((coding) => !isOwn(coding)).length;
	const below = book.children.get(codeId)?.length ?? 0;
	if (others + below > 0) return fail('proposal-code-in-use', { codings: others, codes: below });
	const code = book.byId.get(codeId);
	const asMade = code ? codeBefore(code, await listStepsOfCode(trx, project.id, codeId)) : null;
	const isInUse = (await listCodesInUse(trx, [codeId], ids, null)).size > 0;
	const untouched = checkUntouched(book, codeId, { isInUse, asMade });
	if (!untouched.ok) return untouched;
	const deletionId = context.newId();
	await softDeleteCodes(trx, [codeId], { deletionId, at: context.now() });
	const gone = codings.map((coding) => saidOf(coding, 'removed'));
	return ok({ deletionId, events: [...gone, { kind: 'code', change: 'removed', ids: [codeId] }] });
};

/** Whether a coding is as the decision made it. */
export const isUntouched = (coding: StoredCoding, outcome: ProposalOutcome): boolean =>
	coding.changedAt === outcome.at.toISOString();

/** What became of a coding, for other screens. */
export const saidOf = ({ id, sourceId, version }: StoredCoding, change: Told['change']): Told => ({
	kind: 'coding',
	change,
	ids: [id],
	sourceId,
	version
});
