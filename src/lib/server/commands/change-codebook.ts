import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { foreignReferences, type Reference } from '../../domain/project/references.ts';
import type { Project } from '../../domain/project/project.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { orProblem } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';

type Step<T> = (trx: Db, book: Codebook, project: Project) => Promise<Result<{ ids: readonly string[]; answer: T }>>;

type What = {
	readonly change: ProjectEvent['change'];
	/** the code's name, for the problem that it is taken */
	readonly name?: string | undefined;
	/** how the log calls it; absent = after the kind of change */
	readonly action?: string;
	/** only looks: nothing is logged and nobody is told */
	readonly isPreview?: boolean;
};

/**
 * What every change of a codebook has in common: may this person; one change at a time in a project, made on the tree
 * as it is then; all or nothing; a line in the log; tell other screens.
 */
export const changeCodebook = async <T>(
	context: Context,
	projectId: string,
	{ change, name = '', action = `code.${verbs[change]}`, isPreview = false }: What,
	step: Step<T>
): Promise<Result<T>> => {
	const permitted = await permit(context, projectId, 'codebook.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const taken = { code: 'code-name-taken', params: { name }, at: 'name' };
	const below = { code: 'code-below-itself', at: 'parentId' };
	const gone = { code: 'reference-gone', params: { kind: 'code' } };
	const stored = await orProblem({ codes_unique: taken, codes_no_cycle: below, reference: gone }, () =>
		inTransaction(context.db, async (trx) => {
			await lockProject(trx, project.id);
			const changed = await step(trx, await loadCodebook(trx, project.id), project);
			if (changed.ok && !isPreview)
				await audit(context, trx, project.id, action, {
					kind: 'code',
					id: changed.value.ids[0] ?? null
				});
			return changed;
		})
	);
	if (!stored.ok) return stored;
	const { ids, answer } = stored.value;
	if (isPreview) return ok(answer);
	context.publish({
		projectId: project.id,
		kind: 'code',
		change,
		ids,
		actorId: context.actor.userId
	});
	return ok(answer);
};

const verbs = { added: 'add', changed: 'change', removed: 'remove' } as const;

/** Refuses pillars and indicators that this project does not have. */
export const checkLinks = async (
	trx: Db,
	project: Project,
	pillarIds: readonly string[] | null | undefined,
	indicators: readonly { readonly indicatorId: string }[] | undefined
): Promise<Result<null>> => {
	const references: Reference[] = [
		{ kind: 'pillar', field: 'pillarIds', ids: pillarIds ?? [] },
		{ kind: 'indicator', field: 'indicators', ids: (indicators ?? []).map(({ indicatorId }) => indicatorId) }
	];
	const known = { pillar: await listPillars(trx, project.id), indicator: await listIndicators(trx, project.id) };
	const foreign = foreignReferences(known, references);
	if (foreign.length > 0) return failAll(foreign);
	const linked = (indicators ?? []).map(({ indicatorId }) => indicatorId);
	return new Set(linked).size === linked.length ? ok(null) : fail('indicator-links-twice', undefined, 'indicators');
};
