import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { deleteCase as remove } from '../store/cases.ts';
import { inTransaction } from '../store/transaction.ts';
import { publishCases } from './apply-consent.ts';

/**
 * Takes a person off the record who was written down by mistake: one without interviews. Whoever took part stays, since
 * what was said about consent must stay provable; for them there is `withdrawCase`.
 */
export const deleteCase = async (context: Context, projectId: string, caseId: string): Promise<Result<null>> => {
	const deleted = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const permitted = await permitOnCase(context, projectId, caseId, 'case.edit', trx);
		if (!permitted.ok) return permitted;
		const { project, kase } = permitted.value;
		if (kase.withdrawnAt !== null) return fail('case-withdrawn');
		if (kase.links.length > 0) return fail('case-in-use', { interviews: kase.links.length });
		await remove(trx, kase.id);
		await audit(context, trx, project.id, 'case.delete', { kind: 'case', id: kase.id });
		return ok(null);
	});
	if (deleted.ok) publishCases(context, projectId, 'removed', [caseId]);
	return deleted;
};
