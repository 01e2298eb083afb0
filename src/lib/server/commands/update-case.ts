import { updateCaseInput, type CaseAnswer } from '../../contract/case.ts';
import { parse } from '../../contract/parse.ts';
import { checkCaseLabel, checkNotWithdrawn, type Case } from '../../domain/case/case.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { caseAnswer } from '../access/case-answers.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { updateCase as save } from '../store/cases.ts';
import { orProblem } from '../store/constraint.ts';
import { inTransaction } from '../store/transaction.ts';
import { keepVariables, listVariables } from '../store/variables.ts';
import { applyConsent, auditRestricted, publishCases } from './apply-consent.ts';
import { askedLinks, mergedValues, permitLinks, writtenValues } from './case-input.ts';

/**
 * Changes a person's code, properties, interviews or last day to withdraw, against the version that was on the screen.
 * What changes nothing is answered as it is.
 */
export const updateCase = async (
	context: Context,
	projectId: string,
	caseId: string,
	input: unknown
): Promise<Result<CaseAnswer>> => {
	const parsed = parse(updateCaseInput, input);
	if (!parsed.ok) return parsed;
	const stored = await orProblem(
		{
			cases_unique: { code: 'case-label-taken', params: { label: parsed.value.label ?? '' }, at: 'label' },
			reference: { code: 'reference-gone', params: { kind: 'source' } }
		},
		() =>
			inTransaction(context.db, async (trx) => {
				const permitted = await permitOnCase(context, projectId, caseId, 'case.edit', trx);
				if (!permitted.ok) return permitted;
				const { project, kase: before } = permitted.value;
				const standing = checkNotWithdrawn(before);
				if (!standing.ok) return standing;
				if (parsed.value.version !== before.version)
					return fail('case-changed', { version: parsed.value.version, present: before.version }, 'version');
				const variables = await listVariables(trx, project.id);
				const values = mergedValues(variables, before.values, writtenValues(parsed.value));
				if (!values.ok) return values;
				const { label, group, withdrawalRequestedOn, withdrawalUntil } = parsed.value;
				const after: Case = {
					...before,
					label: label ?? before.label,
					group: group ?? before.group,
					values: values.value,
					links: askedLinks(parsed.value) ?? before.links,
					withdrawalRequestedOn:
						withdrawalRequestedOn === undefined ? before.withdrawalRequestedOn : withdrawalRequestedOn,
					withdrawalUntil: withdrawalUntil === undefined ? before.withdrawalUntil : withdrawalUntil,
					version: before.version + 1
				};
				const code = checkCaseLabel(after.label);
				if (!code.ok) return code;
				const allowed = await permitLinks(permitted.value, trx, after.links, before.links);
				if (!allowed.ok) return allowed;
				await keepVariables(trx, project.id, variables);
				await save(trx, after);
				const touched = [...before.links, ...after.links].map(({ sourceId }) => sourceId);
				const restricted = await applyConsent(trx, project.id, touched);
				const answer = await caseAnswer(trx, context, permitted.value, after);
				await audit(context, trx, project.id, 'case.change', { kind: 'case', id: after.id });
				await auditRestricted(context, trx, project.id, restricted);
				return ok({ answer, restricted });
			})
	);
	if (!stored.ok) return stored;
	publishCases(context, projectId, 'changed', [caseId], stored.value.restricted);
	return ok(stored.value.answer);
};
