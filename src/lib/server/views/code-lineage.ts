import { toCodeLineageAnswer } from '../../contract/code-lineage-answer.ts';
import type { CodeLineageAnswer } from '../../contract/code-lineage.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { findLineage } from '../store/code-lineage.ts';

/** What came before a code and what followed on it, with the versions that each of them stands in. */
export const readCodeLineage = async (
	context: Context,
	projectId: string,
	codeId: string
): Promise<Result<CodeLineageAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const found = isUuid(codeId) ? await findLineage(context.db, permitted.value.project.id, codeId) : null;
	return found ? ok(toCodeLineageAnswer(found)) : fail('code-unknown');
};
