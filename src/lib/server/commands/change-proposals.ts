import type { ProposalAnswer } from '../../contract/code-proposal.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Action } from '../../domain/project/membership.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { isUuid, permit, type Permit } from '../access/permit.ts';
import { proposalAnswer } from '../access/proposal-answers.ts';
import { findProposal, updateOutcome, type ListedProposal } from '../store/code-proposals.ts';
import { loadCodebook } from '../store/codes.ts';
import { orProblem } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';

/** Where proposals are decided on: the codebook as it is, while nobody else changes it. */
export type ProposalDesk = Permit & { readonly trx: Db; readonly book: Codebook };

/** What becomes of a proposal (null = it is open again), and what other screens hear besides that. */
export type ProposalStep = {
	readonly outcome: ProposalOutcome | null;
	readonly events: readonly Omit<ProjectEvent, 'projectId' | 'actorId'>[];
};

/**
 * The steps that every change of a proposal has in common: may this person; one change of the codebook at a time, so of
 * two who decide at once the second sees that it was decided; all or nothing; a line in the log; tell other screens.
 */
export const changeProposal = async (
	context: Context,
	projectId: string,
	proposalId: string,
	{ needs, action, name = '' }: { readonly needs: Action; readonly action: string; readonly name?: string | undefined },
	step: (desk: ProposalDesk, proposal: ListedProposal) => Promise<Result<ProposalStep>>
): Promise<Result<ProposalAnswer>> => {
	const permitted = await permit(context, projectId, needs);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	if (!isUuid(proposalId)) return fail('proposal-unknown');
	const taken = { code: 'code-name-taken', params: { name }, at: 'name' };
	const stored = await orProblem({ codes_unique: taken }, () =>
		inTransaction(context.db, async (trx): Promise<Result<ProposalStep>> => {
			await lockProject(trx, project.id);
			const proposal = await findProposal(trx, project.id, access, proposalId);
			if (!proposal) return fail('proposal-unknown');
			const book = await loadCodebook(trx, project.id);
			const changed = await step({ ...permitted.value, trx, book }, proposal);
			if (!changed.ok) return changed;
			await updateOutcome(trx, { id: proposal.id, outcome: changed.value.outcome });
			await audit(context, trx, project.id, action, { kind: 'code-proposal', id: proposal.id });
			return changed;
		})
	);
	if (!stored.ok) return stored;
	const told = { projectId: project.id, actorId: context.actor.userId };
	for (const event of stored.value.events) context.publish({ ...event, ...told });
	context.publish({ ...told, kind: 'proposal', change: 'changed', ids: [proposalId] });
	return proposalAnswer(context, permitted.value, proposalId);
};

/** A step that ends a proposal without more. */
export const ended = (outcome: ProposalOutcome): Result<ProposalStep> => ok({ outcome, events: [] });
