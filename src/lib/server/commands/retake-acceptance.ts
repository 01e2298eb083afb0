import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Context } from '../access/context.ts';
import { findAcceptance, markUndone, type AcceptedProposal, type CodeChange } from '../store/code-changes.ts';
import { findOutcome, updateOutcome } from '../store/code-proposals.ts';
import { findCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { saidOf, takeMadeCode, type Told } from './take-made-code.ts';

type Desk = { readonly trx: Db; readonly project: Project; readonly change: CodeChange };

/** How an accepted proposal stands with its way back in the log of the codebook. */
export const acceptedProposal = (id: string, { at, ...outcome }: ProposalOutcome): AcceptedProposal => ({
	id,
	outcome: { ...outcome, at: at.toISOString() }
});

const told = ({ id }: AcceptedProposal): Told => ({ kind: 'proposal', change: 'changed', ids: [id] });

/** Takes an acceptance back: the code and its coding go, and the proposal waits again. */
export const undoAcceptance = async (
	context: Context,
	{ trx, project, change }: Desk,
	book: Codebook,
	proposal: AcceptedProposal
): Promise<Result<readonly Told[]>> => {
	const codeId = proposal.outcome.codeId ?? '';
	const outcome = await findOutcome(trx, project.id, proposal.id);
	if (!book.byId.has(codeId) || outcome?.state !== 'accepted' || outcome.codeId !== codeId)
		return fail('code-change-spared', { names: nameOf(change) });
	const gone = await takeMadeCode(context, { trx, book, project }, outcome, codeId);
	if (!gone.ok) return gone;
	await updateOutcome(trx, { id: proposal.id, outcome: null });
	await markUndone(trx, change.id, context.now(), { ...change.wayBack, deletionId: gone.value.deletionId });
	return ok([...gone.value.events, told(proposal)]);
};

/** Whether a proposal waits still, so that it can be accepted again as it was. */
export const checkAcceptAgain = async ({ trx, project }: Desk, proposal: AcceptedProposal): Promise<Result<null>> => {
	const outcome = await findOutcome(trx, project.id, proposal.id);
	return outcome === null ? ok(null) : fail('proposal-decided', { state: outcome?.state ?? 'open' });
};

/** Gives a proposal the outcome back that it had when it was accepted; its coding came back with the code. */
export const acceptAgain = async ({ trx, project }: Desk, proposal: AcceptedProposal): Promise<readonly Told[]> => {
	const { id, outcome } = proposal;
	await updateOutcome(trx, { id, outcome: { ...outcome, at: new Date(outcome.at) } });
	const coding = outcome.codingId === null ? null : await findCoding(trx, project.id, outcome.codingId);
	return [...(coding ? [saidOf(coding, 'added')] : []), told(proposal)];
};

/**
 * Notes in the log of the codebook that a proposal which was accepted is open again. Who accepted it can do that again,
 * unless a colleague opened it.
 */
export const noteReopened = async (
	context: Context,
	{ trx, project }: Omit<Desk, 'change'>,
	proposalId: string,
	deletionId: string | null
): Promise<void> => {
	const change = await findAcceptance(trx, project.id, proposalId);
	if (!change) return;
	const isOwn = change.by === context.actor.userId && deletionId !== null;
	const wayBack = isOwn ? { ...change.wayBack, deletionId } : { ...change.wayBack, steps: [] };
	await markUndone(trx, change.id, context.now(), wayBack);
};

const nameOf = ({ wayBack }: CodeChange): string =>
	wayBack.steps.flatMap((step) => (step.kind === 'add' ? [step.code.name] : [])).join(', ');
