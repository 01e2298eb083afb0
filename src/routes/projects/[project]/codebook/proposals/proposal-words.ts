import type { ProposalAnswer } from '#lib/contract/code-proposal.ts';
import { m } from '#lib/paraglide/messages.js';

type State = ProposalAnswer['state'];

/** Where a proposal stands, in a word. */
export const sayState = (state: State): string =>
	({
		open: m.proposal_state_open,
		accepted: m.proposal_state_accepted,
		merged: m.proposal_state_merged,
		declined: m.proposal_state_declined,
		withdrawn: m.proposal_state_withdrawn
	})[state]();

/** A code by its path; one that is gone says so. */
export const sayCode = ({ path, isGone }: { readonly path: string; readonly isGone: boolean }): string =>
	isGone ? m.proposal_code_gone_mark({ path }) : path;
