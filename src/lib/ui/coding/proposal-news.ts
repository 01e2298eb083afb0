import type { ProposalAnswer } from '#lib/contract/code-proposal.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** Tells a coder on the desk what became of an own proposal; what others proposed is not for this desk. */
export const tellProposals = async (desk: DeskState, ids: readonly string[], actorId: string): Promise<void> => {
	if (actorId === desk.me.id) return;
	for (const id of ids) {
		const reply = await desk.client.readProposal(id);
		if (!reply.ok || reply.value.proposer.id !== desk.me.id) continue;
		const news = sayNews(reply.value);
		if (news !== null) toasts.say(news);
	}
};

/** What became of a proposal, in a sentence for who made it; null when nothing did. */
const sayNews = ({ name, state, outcome }: ProposalAnswer): string | null => {
	const who = outcome?.by.name ?? '';
	const reason = outcome?.reason ?? '';
	const code = outcome?.code?.path ?? '';
	switch (state) {
		case 'accepted':
			return [m.proposal_news_accepted({ name, who, code }), reason].filter(Boolean).join(' ');
		case 'merged':
			return m.proposal_news_merged({ name, who, code, reason });
		case 'declined':
			return m.proposal_news_declined({ name, who, reason });
		case 'open':
			return m.proposal_news_open({ name });
		case 'withdrawn':
			return null;
		default:
			return state satisfies never;
	}
};
