import type { PseudonymsAnswer, PseudonymSettingsInput } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { pseudonymAnswer } from '../access/pseudonym-answer.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findPseudonymSettings } from '../store/pseudonym-work.ts';

/** The names in a text as they are worked on: found on this server, with what was decided about them. */
export const viewPseudonyms = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<PseudonymsAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.pseudonymise');
	if (!permitted.ok) return permitted;
	const { project, source, can } = permitted.value;
	const answer = await pseudonymAnswer(context, context.db, project, source, can);
	return answer ? ok(answer) : fail('source-unknown');
};

/** How a project pseudonymises. */
export const readPseudonymSettings = async (
	context: Context,
	projectId: string
): Promise<Result<PseudonymSettingsInput>> => {
	const permitted = await permit(context, projectId, 'source.pseudonymise');
	const managing = permitted.ok ? permitted : await permit(context, projectId, 'project.manage');
	if (!managing.ok) return managing;
	const settings = await findPseudonymSettings(context.db, managing.value.project.id);
	return ok({
		...settings,
		allowed: [...settings.allowed],
		organisations: [...settings.organisations],
		functions: [...settings.functions]
	});
};
