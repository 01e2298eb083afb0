import { decideProposal } from '#lib/server/commands/decide-proposal.ts';
import { reopenProposal } from '#lib/server/commands/reopen-proposal.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond((context, { params, body }) =>
	decideProposal(context, params.projectId, params.proposalId, body)
);

export const DELETE: RequestHandler = respond((context, { params }) =>
	reopenProposal(context, params.projectId, params.proposalId)
);
