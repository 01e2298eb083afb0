import { toCodeLineageAnswer } from '../../contract/code-lineage-answer.ts';
import { setForerunnersInput, type CodeLineageAnswer } from '../../contract/code-lineage.ts';
import { parse } from '../../contract/parse.ts';
import { checkForerunner } from '../../domain/codebook/lineage.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { deleteForerunners, insertForerunners, listEveryCode, listForerunners } from '../store/code-forerunners.ts';
import { findLineage } from '../store/code-lineage.ts';
import { changeCodebook } from './change-codebook.ts';

/** Says which codes of earlier a code carries on: the whole list. What a merge wrote stays as long as the merge stands. */
export const setForerunners = async (
	context: Context,
	projectId: string,
	codeId: string,
	input: unknown
): Promise<Result<CodeLineageAnswer>> => {
	const parsed = parse(setForerunnersInput, input);
	if (!parsed.ok) return parsed;
	const wanted = [...new Set(parsed.value.forerunnerIds)];
	return changeCodebook(
		context,
		projectId,
		{ change: 'changed', kind: null, action: 'code.forerunners' },
		async (trx, book, project) => {
			if (!book.byId.has(codeId)) return fail('code-unknown');
			const known = new Set((await listEveryCode(trx, project.id)).map(({ id }) => id));
			if (wanted.some((id) => !known.has(id))) return fail('code-unknown', undefined, 'forerunnerIds');
			const links = await listForerunners(trx, project.id);
			const own = links.filter((link) => link.codeId === codeId).map(({ forerunnerId }) => forerunnerId);
			const fresh = wanted.filter((id) => !own.includes(id));
			for (const forerunnerId of fresh) {
				const fits = checkForerunner(links, { codeId, forerunnerId });
				if (!fits.ok) return fits;
			}
			await deleteForerunners(
				trx,
				codeId,
				own.filter((id) => !wanted.includes(id))
			);
			const made = { by: context.actor.userId, at: context.now(), changeId: null };
			await insertForerunners(
				trx,
				fresh.map((forerunnerId) => ({ codeId, forerunnerId })),
				made
			);
			const found = await findLineage(trx, project.id, codeId);
			return found ? ok({ ids: [codeId], answer: toCodeLineageAnswer(found) }) : fail('code-unknown');
		}
	);
};
