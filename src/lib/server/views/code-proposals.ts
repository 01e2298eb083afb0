import { listProposalsQuery, type ProposalAnswer } from '../../contract/code-proposal.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { proposalAnswer, proposalAnswers } from '../access/proposal-answers.ts';
import { listProposals as list } from '../store/code-proposals.ts';

/** The proposals for codes that this person may read, newest first, a page at a time. */
export const listProposals = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ProposalAnswer>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listProposalsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, mine, ...filter } = parsed.value;
	const after = fromCursor<[string]>(cursor, ['id']);
	if (!after.ok) return after;
	const [id] = after.value ?? [null];
	const { project, access } = permitted.value;
	const asked = { ...filter, ...(mine === 'true' && { proposerId: access.userId }) };
	const found = await list(context.db, project.id, access, asked, id, limit + 1);
	const page = toPage(found, limit, (proposal) => [proposal.id]);
	return ok({ ...page, items: await proposalAnswers(context, permitted.value, page.items) });
};

/** One proposal, for who may read it. */
export const readProposal = async (
	context: Context,
	projectId: string,
	proposalId: string
): Promise<Result<ProposalAnswer>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	return permitted.ok ? proposalAnswer(context, permitted.value, proposalId) : permitted;
};
