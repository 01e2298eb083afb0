import { updateOutcome, insertProposal } from '../../src/lib/server/store/code-proposals.ts';
import type { ProposalOutcome } from '../../src/lib/domain/codebook/proposal.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { testNow } from './project.ts';

/** A proposal on the first words of a source, stored without asking who may. */
export const storeProposal = async (
	{ db }: Store,
	projectId: string,
	proposerId: string,
	sourceId: string,
	options: {
		name?: string;
		layer?: 'shared' | 'second';
		outcome?: Pick<ProposalOutcome, 'state' | 'by'>;
	} = {}
): Promise<string> => {
	const id = newId();
	await insertProposal(db, projectId, {
		id,
		name: options.name ?? `Voorstel ${id}`,
		parentId: null,
		definition: '',
		why: 'Geen code past.',
		passage: { sourceId, version: 1, range: { start: 0, end: 3 } },
		layer: options.layer ?? 'shared',
		proposerId,
		proposedAt: testNow,
		outcome: null
	});
	if (options.outcome)
		await updateOutcome(db, {
			id,
			outcome: { ...options.outcome, at: testNow, reason: 'Bestaat al.', codeId: null, codingId: null }
		});
	return id;
};
