import { addCaseInput, type CaseAnswer } from '../../contract/case.ts';
import { parse } from '../../contract/parse.ts';
import { checkCaseLabel, type Case } from '../../domain/case/case.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { caseAnswer } from '../access/case-answers.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { findCase, insertCase } from '../store/cases.ts';
import { insertConsents } from '../store/consents.ts';
import { orProblem } from '../store/constraint.ts';
import { inTransaction } from '../store/transaction.ts';
import { keepVariables, listVariables } from '../store/variables.ts';
import { applyConsent, auditRestricted, publishCases } from './apply-consent.ts';
import { askedLinks, mergedValues, permitLinks, readConsents, writtenValues } from './case-input.ts';

/** Writes a person down: a code, properties in classes, interviews, and what was said about consent. */
export const addCase = async (context: Context, projectId: string, input: unknown): Promise<Result<CaseAnswer>> => {
	const parsed = parse(addCaseInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permit(context, projectId, 'case.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const { label, group, consents } = parsed.value;
	const links = askedLinks(parsed.value) ?? [];
	const code = checkCaseLabel(label);
	if (!code.ok) return code;
	const stored = await orProblem(
		{
			cases_unique: { code: 'case-label-taken', params: { label }, at: 'label' },
			reference: { code: 'reference-gone', params: { kind: 'source' } }
		},
		() =>
			inTransaction(context.db, async (trx) => {
				const allowed = await permitLinks(permitted.value, trx, links, []);
				if (!allowed.ok) return allowed;
				const variables = await listVariables(trx, project.id);
				const values = mergedValues(variables, {}, writtenValues(parsed.value));
				if (!values.ok) return values;
				const said = readConsents(context, consents, []);
				if (!said.ok) return said;
				const kase: Case = {
					id: context.newId(),
					projectId: project.id,
					label,
					group,
					values: values.value,
					links,
					consents: said.value,
					withdrawalRequestedOn: parsed.value.withdrawalRequestedOn ?? null,
					withdrawalUntil: parsed.value.withdrawalUntil ?? null,
					withdrawnAt: null,
					createdBy: context.actor.userId,
					createdAt: context.now(),
					version: 1
				};
				await keepVariables(trx, project.id, variables);
				await insertCase(trx, kase);
				await insertConsents(trx, kase.id, said.value);
				const restricted = await applyConsent(
					trx,
					project.id,
					links.map(({ sourceId }) => sourceId)
				);
				await audit(context, trx, project.id, 'case.add', { kind: 'case', id: kase.id });
				await auditRestricted(context, trx, project.id, restricted);
				return ok({ caseId: kase.id, restricted });
			})
	);
	if (!stored.ok) return stored;
	const { caseId, restricted } = stored.value;
	publishCases(context, project.id, 'added', [caseId], restricted);
	const kase = await findCase(context.db, project.id, caseId);
	return kase ? ok(await caseAnswer(context.db, context, permitted.value, kase)) : fail('case-unknown');
};
