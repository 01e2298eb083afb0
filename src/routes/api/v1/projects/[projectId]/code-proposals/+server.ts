import { addProposal } from '#lib/server/commands/add-proposal.ts';
import { listProposals } from '#lib/server/views/code-proposals.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listProposals(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	(context, { params, body }) => addProposal(context, params.projectId, body),
	{
		status: 201
	}
);
