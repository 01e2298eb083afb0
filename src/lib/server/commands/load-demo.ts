import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { inTransaction } from '../store/transaction.ts';
import { loadDemoCases } from './demo-cases.ts';
import { loadDemoExplanations } from './demo-explanations.ts';
import { loadDemoFrame } from './demo-frame.ts';
import { loadDemoCoders, loadDemoInterviews } from './demo-interviews.ts';
import { loadDemoKernset } from './demo-kernset.ts';
import { loadDemoMemos } from './demo-memos.ts';
import { loadDemoStudies } from './demo-studies.ts';

/**
 * Loads the fictional demo as a new project: frame, codebook, kernset, interviews with their codings and pseudonyms,
 * participants with their consent, explanations, what studies found, memos. All of it or nothing. A second demo gets a number in its name.
 */
export const loadDemo = async (context: Context): Promise<Result<{ projectId: string }>> => {
	const { actor } = context;
	if (!actor.isAdministrator || actor.token?.projectId) return fail('not-allowed', { action: 'demo.load' });
	if (actor.token?.scope === 'read') return fail('token-reads-only');
	return inTransaction(context.db, async (trx) => {
		const projectId: ProjectId = context.newId();
		const loading = { context, trx, projectId };
		const frame = await loadDemoFrame(loading);
		const codes = await loadDemoKernset(loading, frame);
		const coders = await loadDemoCoders(loading);
		const { sources, codings } = await loadDemoInterviews(loading, frame, codes, coders);
		await loadDemoCases(loading, sources);
		await loadDemoExplanations(loading, frame);
		await loadDemoStudies(loading, frame);
		await loadDemoMemos(loading, { codes, coders, sources, codings });
		await audit(context, trx, projectId, 'demo.load', { kind: 'project', id: projectId });
		return ok({ projectId });
	});
};
