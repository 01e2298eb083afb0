import type { ProposalAnswer } from '../../contract/code-proposal.ts';
import { codeBefore } from '../../domain/codebook/code-steps.ts';
import { checkUntouched } from '../../domain/codebook/empty-code.ts';
import { checkReopen, type ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { UserId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { listStepsOfCode } from '../store/code-changes.ts';
import { listCodesInUse, softDeleteCodes } from '../store/codes.ts';
import { listUsedByOthers } from '../store/coding-users.ts';
import { findCoding, type StoredCoding } from '../store/codings.ts';
import { lockCodingsOfCodes } from '../store/recoded-codings.ts';
import { softDeleteCoding } from '../store/removed-codings.ts';
import type { Db } from '../store/database.ts';
import { changeProposal, type ProposalDesk, type ProposalStep } from './change-proposals.ts';

/**
 * Makes an ended proposal open again. What the decision made goes: the coding, and a new code as long as nobody did
 * anything with it since. Work that others did with it stops this, because it would be lost.
 */
export const reopenProposal = (
	context: Context,
	projectId: string,
	proposalId: string
): Promise<Result<ProposalAnswer>> =>
	changeProposal(
		context,
		projectId,
		proposalId,
		{ needs: 'coding.read', action: 'code-proposal.reopen' },
		async (desk, proposal): Promise<Result<ProposalStep>> => {
			const allowed = checkReopen(desk.access, proposal);
			if (!allowed.ok) return allowed;
			const { outcome } = proposal;
			const { token } = context.actor;
			if (token?.scope === 'read') return fail('token-reads-only');
			if (outcome?.state === 'accepted' && outcome.codeId !== null && desk.book.byId.has(outcome.codeId))
				return withoutCode(context, desk, outcome, outcome.codeId);
			const coding =
				outcome?.state === 'merged' ? await untouched(desk.trx, desk.project, outcome, context.actor.userId) : null;
			if (coding) await softDeleteCoding(desk.trx, coding.id, context.newId(), context.now());
			return ok({ outcome: null, events: coding ? [removed(coding)] : [] });
		}
	);

/** The coding a decision made, unless someone worked on it since or leans on it: then it stays. */
const untouched = async (
	trx: Db,
	project: Project,
	outcome: ProposalOutcome,
	by: UserId
): Promise<StoredCoding | null> => {
	if (outcome.codingId === null) return null;
	const coding = await findCoding(trx, project.id, outcome.codingId, 'lock');
	if (!coding || coding.codeId !== outcome.codeId || !isUntouched(coding, outcome)) return null;
	return (await listUsedByOthers(trx, [coding.id], by)).size > 0 ? null : coding;
};

const isUntouched = (coding: StoredCoding, outcome: ProposalOutcome) => coding.changedAt === outcome.at.toISOString();

const withoutCode = async (
	context: Context,
	{ trx, book, project }: ProposalDesk,
	outcome: ProposalOutcome,
	codeId: string
): Promise<Result<ProposalStep>> => {
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
	await softDeleteCodes(trx, [codeId], { deletionId: context.newId(), at: context.now() });
	return ok({ outcome: null, events: [...codings.map(removed), { kind: 'code', change: 'removed', ids: [codeId] }] });
};

const removed = ({ id, sourceId, version }: StoredCoding): ProposalStep['events'][number] => ({
	kind: 'coding',
	change: 'removed',
	ids: [id],
	sourceId,
	version
});
