import type { ProposalAnswer } from '../../contract/code-proposal.ts';
import { checkReopen, type ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, CodeProposalId, UserId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { listUsedByOthers } from '../store/coding-users.ts';
import { findCoding, type StoredCoding } from '../store/codings.ts';
import { softDeleteCoding } from '../store/removed-codings.ts';
import type { Db } from '../store/database.ts';
import { changeProposal, type ProposalDesk, type ProposalStep } from './change-proposals.ts';
import { noteReopened } from './retake-acceptance.ts';
import { isUntouched, saidOf, takeMadeCode } from './take-made-code.ts';

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
				return withoutCode(context, desk, proposal.id, outcome, outcome.codeId);
			if (outcome?.state === 'accepted') await noteReopened(context, desk, proposal.id, null);
			const coding =
				outcome?.state === 'merged' ? await untouched(desk.trx, desk.project, outcome, context.actor.userId) : null;
			if (coding) await softDeleteCoding(desk.trx, coding.id, context.newId(), context.now());
			return ok({ outcome: null, events: coding ? [saidOf(coding, 'removed')] : [] });
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

const withoutCode = async (
	context: Context,
	desk: ProposalDesk,
	proposalId: CodeProposalId,
	outcome: ProposalOutcome,
	codeId: CodeId
): Promise<Result<ProposalStep>> => {
	const gone = await takeMadeCode(context, desk, outcome, codeId);
	if (!gone.ok) return gone;
	await noteReopened(context, desk, proposalId, gone.value.deletionId);
	return ok({ outcome: null, events: gone.value.events });
};
