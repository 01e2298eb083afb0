import type { Layer } from '../coding/coding.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { CodeId, CodeProposalId, CodingId, SourceId, UserId } from '../project/ids.ts';
import { may, type Access, type Target } from '../project/membership.ts';
import type { Range } from '../text/range.ts';
import { checkName, type Codebook } from './codebook.ts';

export type ProposalState = 'open' | 'accepted' | 'merged' | 'declined' | 'withdrawn';
export const proposalStates: readonly ProposalState[] = ['open', 'accepted', 'merged', 'declined', 'withdrawn'];

/** The words for which no code fits; the range is counted over one version of the text. */
export type ProposedPassage = { readonly sourceId: SourceId; readonly version: number; readonly range: Range };

/** How a proposal ended. */
export type ProposalOutcome = {
	readonly state: Exclude<ProposalState, 'open'>;
	readonly by: UserId;
	readonly at: Date;
	/** for who proposed it; empty when it was accepted or withdrawn without a word */
	readonly reason: string;
	/** the new code, or the one that says it already */
	readonly codeId: CodeId | null;
	/** the coding that the decision made; null = the passage could not be coded, or was already */
	readonly codingId: CodingId | null;
};

/** A code that a coder misses, with the passage it is missed for, until who keeps the codebook decides. */
export type CodeProposal = {
	readonly id: CodeProposalId;
	readonly name: string;
	/** the code it would stand below; null = at the top */
	readonly parentId: CodeId | null;
	readonly definition: string;
	/** why the codes there are do not do */
	readonly why: string;
	readonly passage: ProposedPassage;
	/** of a blind second coder: nobody but that coder and who decides sees it */
	readonly layer: Layer;
	readonly proposerId: UserId;
	readonly proposedAt: Date;
	/** null = still open */
	readonly outcome: ProposalOutcome | null;
};

/** Where a proposal stands. */
export const stateOf = ({ outcome }: Pick<CodeProposal, 'outcome'>): ProposalState => outcome?.state ?? 'open';

/** Whether the codebook lets a code be proposed: it has a name that is free below its parent. */
export const checkProposal = (
	book: Codebook,
	{ name, parentId }: Pick<CodeProposal, 'name' | 'parentId'>
): Result<null> => {
	if (parentId !== null && !book.byId.has(parentId)) return fail('code-parent-unknown', undefined, 'parentId');
	return checkName(book, name, parentId, null);
};

/** Only an open proposal can be decided on or withdrawn: of two who decide at once, the second is told. */
export const checkOpen = (proposal: CodeProposal): Result<null> =>
	proposal.outcome === null ? ok(null) : fail('proposal-decided', { state: proposal.outcome.state });

/** A proposal that is turned down or goes into another code says why: its proposer meets that reason. */
export const checkReason = (state: ProposalState, reason: string): Result<null> =>
	(state === 'declined' || state === 'merged') && reason.trim() === ''
		? fail('proposal-reason-needed', undefined, 'reason')
		: ok(null);

/**
 * Who may make an ended proposal open again: a withdrawn one its proposer, a decided one who keeps the codebook.
 */
export const checkReopen = (access: Access, proposal: CodeProposal): Result<null> => {
	if (proposal.outcome === null) return fail('proposal-open');
	if (proposal.outcome.state === 'withdrawn')
		return proposal.proposerId === access.userId ? ok(null) : fail('proposal-of-other');
	return may(access, 'codebook.edit') ? ok(null) : fail('not-allowed', { action: 'codebook.edit' });
};

/** Who may read the words of its passage: who may read the interview, unless that is coded blind by someone else. */
export const mayReadPassage = (
	access: Access,
	proposal: Pick<CodeProposal, 'proposerId'>,
	{ target, isBlind }: { readonly target: Target | null; readonly isBlind: boolean }
): boolean =>
	target !== null && may(access, 'source.read-text', target) && (!isBlind || proposal.proposerId === access.userId);
