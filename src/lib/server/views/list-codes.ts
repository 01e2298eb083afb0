import { toCodeAnswer, unusedCode } from '../../contract/code-answer.ts';
import { listCodesQuery, type CodeAnswer } from '../../contract/code.ts';
import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { inTreeOrder } from '../../domain/codebook/codebook.ts';
import { shortNameOf } from '../../domain/indicator/pillar.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { countWithDescendants } from '../store/code-counts.ts';
import { listEveryCode } from '../store/code-forerunners.ts';
import { listVersionsOfCodes } from '../store/codebook-versions.ts';
import { countByCode } from '../store/coding-counts.ts';
import { loadCodebook } from '../store/codes.ts';
import type { Db } from '../store/database.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';

/** The codebook in the order of the tree, a page at a time. */
export const listCodes = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CodeAnswer>>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodesQuery, query);
	if (!parsed.ok) return parsed;
	return slice(await answers(context, permitted.value), parsed.value, ({ id }) => id);
};

/** Everything the codebook page shows. */
export type CodebookScreen = {
	readonly codes: readonly CodeAnswer[];
	readonly pillars: readonly { readonly id: string; readonly name: string }[];
	readonly indicators: readonly {
		readonly id: string;
		readonly key: string;
		readonly label: string;
		/** the pillar's name */
		readonly group: string;
	}[];
	/** codes that are gone but stand in a version: another code can follow on them */
	readonly earlier: readonly { readonly id: string; readonly name: string }[];
	readonly mayEdit: boolean;
};

/** The whole codebook with what its codes can be linked to, and whether this person may change it. */
export const codebookScreen = async (context: Context, projectId: string): Promise<Result<CodebookScreen>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const pillars = await listPillars(context.db, project.id);
	const nameOf = new Map(pillars.map((pillar) => [pillar.id, shortNameOf(pillar)]));
	const indicators = await listIndicators(context.db, project.id);
	return ok({
		codes: await answers(context, permitted.value),
		pillars: pillars.map((pillar) => ({ id: pillar.id, name: shortNameOf(pillar) })),
		indicators: indicators.map(({ id, key, label, pillarId }) => ({
			id,
			key,
			label,
			group: nameOf.get(pillarId) ?? ''
		})),
		earlier: await earlierCodes(context.db, project.id),
		mayEdit: may(access, 'codebook.edit')
	});
};

const earlierCodes = async (db: Db, projectId: ProjectId): Promise<CodebookScreen['earlier']> => {
	const gone = (await listEveryCode(db, projectId)).filter(({ isHere }) => !isHere);
	const kept = await listVersionsOfCodes(
		db,
		projectId,
		gone.map(({ id }) => id)
	);
	return gone.filter(({ id }) => kept.has(id)).map(({ id, name }) => ({ id, name }));
};

const answers = async (context: Context, { project, access }: Permit): Promise<readonly CodeAnswer[]> => {
	const book = await loadCodebook(context.db, project.id);
	const own = may(access, 'coding.read') ? await countByCode(context.db, project.id, access) : null;
	const whole = own && (await countWithDescendants(context.db, project.id, access));
	return inTreeOrder(book).map(({ code }) =>
		toCodeAnswer(
			book,
			code,
			own && { own: own.get(code.id) ?? unusedCode.own, whole: whole?.get(code.id) ?? unusedCode.whole }
		)
	);
};
