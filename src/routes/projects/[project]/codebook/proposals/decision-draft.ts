import type { ProposalAnswer } from '#lib/contract/code-proposal.ts';

export type Decision = 'accept' | 'merge' | 'decline';

/** What is filled in about a decision; empty ids = none chosen. */
export type DecisionDraft = { name: string; parentId: string; definition: string; codeId: string; reason: string };

/** A decision begins with what was proposed; a parent that is gone cannot be chosen any more. */
export const draftFrom = ({ name, parent, definition }: ProposalAnswer): DecisionDraft => ({
	name,
	parentId: parent && !parent.isGone ? parent.id : '',
	definition,
	codeId: '',
	reason: ''
});
