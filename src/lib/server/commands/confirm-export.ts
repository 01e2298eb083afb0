import { confirmExportInput, type ExportConfirmationAnswer } from '../../contract/export-check.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { gradeOf } from '../../domain/report/disclosure.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { refuseForbidden } from '../access/export-check.ts';
import { insertConfirmation, type DisclosureConfirmation } from '../store/disclosure-confirmations.ts';
import { inTransaction } from '../store/transaction.ts';
import { checkExport } from './check-export.ts';
import { parseWords } from './parse-words.ts';

/**
 * Confirms with a reason that a file may be taken away though something in it could point to somebody. Not where
 * something has to be mended first, and not what nobody has read: the fingerprint is that of what is found now.
 */
export const confirmExport = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ExportConfirmationAnswer>> => {
	const parsed = parseWords(confirmExportInput, input);
	if (!parsed.ok) return parsed;
	const { export: asked, fingerprint, reason } = parsed.value;
	return inTransaction(context.db, async (trx): Promise<Result<ExportConfirmationAnswer>> => {
		const inside = { ...context, db: trx };
		if (context.actor.token?.scope === 'read') return fail('token-reads-only');
		const checked = await checkExport(inside, projectId, asked);
		if (!checked.ok) return checked;
		const { project, check } = checked.value;
		if (check.outcome === 'forbidden') return refuseForbidden(check);
		if (check.outcome === 'clear') return fail('export-nothing-to-confirm');
		if (check.fingerprint !== fingerprint) return fail('export-check-changed', undefined, 'fingerprint');
		const confirmation: DisclosureConfirmation = {
			id: context.newId(),
			kind: asked.kind,
			fingerprint,
			findings: check.findings.filter((finding) => gradeOf(finding) === 'confirm').length,
			reason,
			confirmedBy: context.actor.userId,
			confirmedAt: context.now()
		};
		await insertConfirmation(trx, project.id, confirmation);
		await audit(context, trx, project.id, 'export.confirm', { kind: 'disclosure-confirmation', id: confirmation.id });
		const { id, kind, findings } = confirmation;
		return ok({ id, kind, findings, reason, confirmedAt: confirmation.confirmedAt.toISOString() });
	});
};
