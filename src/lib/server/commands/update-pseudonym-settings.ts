import { parse } from '../../contract/parse.ts';
import { pseudonymSettingsInput, type PseudonymSettingsInput } from '../../contract/pseudonym.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { savePseudonymSettings } from '../store/pseudonym-work.ts';
import { inTransaction } from '../store/transaction.ts';

/** Changes how a project pseudonymises: its lists of words, the second reader, where numbers hold. */
export const updatePseudonymSettings = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<PseudonymSettingsInput>> => {
	const parsed = parse(pseudonymSettingsInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permit(context, projectId, 'project.manage');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const each = (words: readonly string[]) => [...new Set(words.map(withoutBsns))];
	const settings = {
		...parsed.value,
		allowed: each(parsed.value.allowed),
		organisations: each(parsed.value.organisations),
		functions: each(parsed.value.functions)
	};
	await inTransaction(context.db, async (trx) => {
		await savePseudonymSettings(trx, project.id, settings);
		await audit(context, trx, project.id, 'pseudonym.settings', { kind: 'project', id: project.id });
	});
	return ok(settings);
};
