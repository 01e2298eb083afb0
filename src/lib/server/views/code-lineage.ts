import type { CodeLineageAnswer, RelatedCode } from '../../contract/code-lineage.ts';
import { lineage } from '../../domain/codebook/lineage.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { listEveryCode, listForerunners } from '../store/code-forerunners.ts';
import { listVersionsOfCodes } from '../store/codebook-versions.ts';
import type { Db } from '../store/database.ts';

/** What came before a code and what followed on it, with the versions that each of them stands in. */
export const readCodeLineage = async (
	context: Context,
	projectId: string,
	codeId: string
): Promise<Result<CodeLineageAnswer>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	return isUuid(codeId) ? lineageAnswer(context.db, permitted.value.project.id, codeId) : fail('code-unknown');
};

/** The lineage of a code, for who may see it. */
export const lineageAnswer = async (
	db: Db,
	projectId: ProjectId,
	codeId: CodeId
): Promise<Result<CodeLineageAnswer>> => {
	const codes = new Map((await listEveryCode(db, projectId)).map((code) => [code.id, code]));
	if (!codes.has(codeId)) return fail('code-unknown');
	const links = await listForerunners(db, projectId);
	const { before, after } = lineage(links, codeId);
	const versions = await listVersionsOfCodes(db, projectId, [...before, ...after]);
	const related = (id: CodeId, link: (typeof links)[number] | undefined): RelatedCode => ({
		codeId: id,
		name: codes.get(id)?.name ?? '',
		isHere: codes.get(id)?.isHere ?? false,
		isDirect: link !== undefined,
		isMerged: link?.isMerge ?? false,
		versions: (versions.get(id) ?? []).map((version) => ({ ...version }))
	});
	return ok({
		codeId,
		forerunners: before.map((id) =>
			related(
				id,
				links.find((link) => link.codeId === codeId && link.forerunnerId === id)
			)
		),
		followers: after.map((id) =>
			related(
				id,
				links.find((link) => link.codeId === id && link.forerunnerId === codeId)
			)
		)
	});
};
