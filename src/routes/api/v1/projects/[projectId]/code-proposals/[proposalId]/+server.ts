import { withdrawProposal } from '#lib/server/commands/decide-proposal.ts';
import { readProposal } from '#lib/server/views/code-proposals.ts';
import { respond } from '../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params }) =>
	readProposal(context, params.projectId, params.proposalId)
);

export const DELETE: RequestHandler = respond(
	(context, { params }) => withdrawProposal(context, params.projectId, params.proposalId),
	{ status: 204 }
);
