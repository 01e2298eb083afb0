import { addProposalInput, type ProposalAnswer } from '../../contract/code-proposal.ts';
import { checkProposal, type CodeProposal } from '../../domain/codebook/proposal.ts';
import { checkCodable, placeRange } from '../../domain/coding/apply.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { proposalAnswer } from '../access/proposal-answers.ts';
import { insertProposal } from '../store/code-proposals.ts';
import { loadCodebook } from '../store/codes.ts';
import { lockProject } from '../store/frame.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/** Proposes a code for a passage that no code fits, by someone who may code there. */
export const addProposal = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ProposalAnswer>> => {
	const parsed = parseWords(addProposalInput, input);
	if (!parsed.ok) return parsed;
	const { sourceId, version, start, end, ...words } = parsed.value;
	const permitted = await permitCoding(context, context.db, projectId, sourceId, []);
	if (!permitted.ok) return permitted;
	const { project, access, mayApply, layer } = permitted.value;
	if (!mayApply) return fail('not-allowed', { action: 'coding.apply' });
	const id = context.newId();
	const stored = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		await lockProject(trx, project.id);
		const again = await permitCoding(context, trx, projectId, sourceId, []);
		if (!again.ok) return again;
		const codable = checkCodable(again.value.source, version);
		if (!codable.ok) return codable;
		const placed = placeRange(await textMap(trx, sourceId, version), start, end);
		if (!placed.ok) return placed;
		const checked = checkProposal(await loadCodebook(trx, project.id), words);
		if (!checked.ok) return checked;
		const proposal: CodeProposal = {
			...words,
			id,
			passage: { sourceId, version, range: placed.value.range },
			layer,
			proposerId: context.actor.userId,
			proposedAt: context.now(),
			outcome: null
		};
		await insertProposal(trx, project.id, proposal);
		await audit(context, trx, project.id, 'code-proposal.add', { kind: 'code-proposal', id });
		return ok(null);
	});
	if (!stored.ok) return stored;
	context.publish({
		projectId: project.id,
		kind: 'proposal',
		change: 'added',
		ids: [id],
		actorId: context.actor.userId
	});
	return proposalAnswer(context, { project, access }, id);
};
