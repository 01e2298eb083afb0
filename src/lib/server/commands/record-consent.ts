import { recordConsentInput, type RecordedConsentAnswer } from '../../contract/case.ts';
import { checkNotWithdrawn } from '../../domain/case/case.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { caseAnswer } from '../access/case-answers.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { insertConsents } from '../store/consents.ts';
import { inTransaction } from '../store/transaction.ts';
import { applyConsent, auditRestricted, publishCases } from './apply-consent.ts';
import { readConsents } from './case-input.ts';
import { parseWords } from './parse-words.ts';

/**
 * Writes down what a person answered about consent; earlier answers stay. Interviews follow at once: quotes may or may
 * not be shown, and what somebody does not take part in any more becomes restricted.
 */
export const recordConsent = async (
	context: Context,
	projectId: string,
	caseId: string,
	input: unknown
): Promise<Result<RecordedConsentAnswer>> => {
	const parsed = parseWords(recordConsentInput, input);
	if (!parsed.ok) return parsed;
	const stored = await inTransaction(context.db, async (trx) => {
		const permitted = await permitOnCase(context, projectId, caseId, 'case.edit', trx);
		if (!permitted.ok) return permitted;
		const { project, kase } = permitted.value;
		const standing = checkNotWithdrawn(kase);
		if (!standing.ok) return standing;
		const said = readConsents(context, parsed.value.consents, kase.consents);
		if (!said.ok) return said;
		await insertConsents(trx, kase.id, said.value);
		const sourceIds = kase.links.map(({ sourceId }) => sourceId);
		const restricted = await applyConsent(trx, project.id, sourceIds);
		const after = { ...kase, consents: [...kase.consents, ...said.value] };
		const answer = await caseAnswer(trx, context, permitted.value, after);
		await audit(context, trx, project.id, 'case.consent', { kind: 'case', id: kase.id });
		await auditRestricted(context, trx, project.id, restricted);
		return ok({ answer, restricted });
	});
	if (!stored.ok) return stored;
	const { answer, restricted } = stored.value;
	publishCases(context, projectId, 'changed', [caseId], restricted);
	return ok({ ...answer, restricted: restricted.map(({ sourceId, title }) => ({ sourceId, title })) });
};
