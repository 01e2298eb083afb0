import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import type { ChangeKind } from '../../domain/codebook/change-log.ts';
import { stepsBetween, subjectOf, type CodeStep } from '../../domain/codebook/code-steps.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { foreignReferences, type Reference } from '../../domain/project/references.ts';
import type { Project } from '../../domain/project/project.ts';
import { audit } from '../access/audit.ts';
import type { Context, ProjectEvent } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { emptyWayBack, insertCodeChange, type WayBack } from '../store/code-changes.ts';
import { insertForerunners } from '../store/code-forerunners.ts';
import { loadCodebook } from '../store/codes.ts';
import { orProblem } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { lockProject } from '../store/frame.ts';
import { notePlaced } from '../store/placed-codes.ts';
import { inTransaction } from '../store/transaction.ts';

/** What a change did. */
export type Done<T> = {
	/** the codes that the person meant; the first one is named in the log of who did what */
	readonly ids: readonly string[];
	readonly answer: T;
	/** what else is needed to take it back, besides the steps in the tree */
	readonly wayBack?: Partial<WayBack>;
	/** what other screens hear besides that the codebook changed */
	readonly events?: readonly Omit<ProjectEvent, 'projectId' | 'actorId'>[];
};
/** One change; `changeId` is under which it will stand in the log of the codebook. */
type Step<T> = (trx: Db, book: Codebook, project: Project, changeId: string) => Promise<Result<Done<T>>>;

type What = {
	readonly change: ProjectEvent['change'];
	/** the code's name, for the problem that it is taken */
	readonly name?: string | undefined;
	/** how the log calls it; absent = after the kind of change */
	readonly action?: string;
	/** only looks: nothing is logged and nobody is told */
	readonly isPreview?: boolean;
	/** what it is in the log of the codebook, with its way back; null = it stands there already */
	readonly kind: ChangeKind | null;
};

/**
 * What every change of a codebook has in common: may this person; one change at a time in a project, made on the tree
 * as it is then; all or nothing; a line in both logs, of who did what and of how it is taken back; tell other screens.
 */
export const changeCodebook = async <T>(
	context: Context,
	projectId: string,
	{ change, kind, name = '', action = `code.${verbs[change]}`, isPreview = false }: What,
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
			const book = await loadCodebook(trx, project.id);
			const changeId = context.newId();
			const changed = await step(trx, book, project, changeId);
			if (!changed.ok || isPreview) return changed;
			if (kind !== null) await noteChange(context, trx, project, { id: changeId, kind }, book, changed.value);
			await audit(context, trx, project.id, action, { kind: 'code', id: changed.value.ids[0] ?? null });
			return changed;
		})
	);
	if (!stored.ok) return stored;
	const { ids, answer, events = [] } = stored.value;
	if (isPreview) return ok(answer);
	const told = { projectId: project.id, actorId: context.actor.userId };
	for (const event of events) context.publish({ ...event, ...told });
	context.publish({ ...told, kind: 'code', change, ids });
	return ok(answer);
};

/** Writes a change in the log of the codebook; what changed nothing leaves no line. */
export const noteChange = async (
	context: Context,
	trx: Db,
	project: Project,
	{ id, kind }: { readonly id: string; readonly kind: ChangeKind },
	before: Codebook,
	{ ids, wayBack = {} }: Pick<Done<unknown>, 'ids' | 'wayBack'>
): Promise<void> => {
	const steps = stepsBetween(before, await loadCodebook(trx, project.id), new Set(ids));
	const placed = steps.filter(({ kind: what }) => what === 'add' || what === 'move').map(subjectOf);
	await notePlaced(trx, placed, context.actor.userId);
	const isNothing = steps.length === 0 && !wayBack.handed?.length && !wayBack.merges?.length;
	if (isNothing) return;
	const { userId: by } = context.actor;
	const at = context.now();
	const whole = { ...emptyWayBack, codeIds: ids, ...wayBack, steps };
	await insertCodeChange(trx, project.id, { id, kind: kindOf(kind, steps), by, at, wayBack: whole });
	await insertForerunners(trx, whole.lineage, { by, at, changeId: id });
};

/** A change of one code that only moved it is a move. */
const kindOf = (kind: ChangeKind, steps: readonly CodeStep[]): ChangeKind =>
	kind === 'update' && steps.every((step) => step.kind === 'move') ? 'move' : kind;

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
