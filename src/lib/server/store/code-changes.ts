import { sql } from 'kysely';
import type { ChangeKind, LoggedChange } from '../../domain/codebook/change-log.ts';
import type { Code } from '../../domain/codebook/code.ts';
import { subjectOf, type CodeStep } from '../../domain/codebook/code-steps.ts';
import type { Forerunner } from '../../domain/codebook/lineage.ts';
import type { ProposalOutcome } from '../../domain/codebook/proposal.ts';
import type { CodeId, CodeProposalId, CodingId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { JoinedNotes } from '../../domain/coding/join-notes.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import type { FollowedQuote } from './followed-quotes.ts';
import type { FollowedMemos } from './save-memo.ts';

/** One coding as a merge found it and as it left it; ids and places, never words. */
export type Grown = JoinedNotes & {
	readonly id: CodingId;
	readonly before: Place;
	readonly after: Place;
};
export type Place = { readonly range: Range; readonly valences: Valences; readonly isImportant: boolean };

/** Codings that got another code, and how that is taken back. */
export type Handed = {
	readonly fromCodeId: CodeId;
	readonly intoCodeId: CodeId;
	/** the step in which united codings went */
	readonly deletionId: string;
	readonly moved: readonly CodingId[];
	readonly grown: readonly Grown[];
	/** absent in merges from before there were memos */
	readonly memos?: FollowedMemos;
};

/** How a merge is taken back. */
export type MergeBack = Handed & {
	readonly children: readonly { readonly id: CodeId; readonly place: number }[];
	/** synonyms that the code that stays got by the merge */
	readonly synonyms: readonly string[];
	/** chosen quotes that went along; absent in merges from before they did */
	readonly quotes?: readonly FollowedQuote[];
	readonly uniteOverlaps?: boolean;
};

/** How many codings a change touches, and in how many texts. */
export type Touched = {
	readonly codings: number;
	readonly interviews: number;
	/** how many of those texts are no interview; absent in changes from before they were told apart */
	readonly otherTexts?: number;
};

/** The way back of a change. */
export type WayBack = {
	/** the codes it is about, for who reads the log */
	readonly codeIds: readonly CodeId[];
	readonly steps: readonly CodeStep[];
	/** what a split handed out, a list for each code that got some */
	readonly handed: readonly (Handed & { readonly codingIds: readonly CodingId[] })[];
	/** the step in which codes went, and the codings that went along */
	readonly deletionId: string | null;
	readonly codings: readonly CodingId[];
	/** lines of descent that were written */
	readonly lineage: readonly Forerunner[];
	readonly merges: readonly MergeBack[];
	readonly touched: Touched | null;
	/** the proposal that was accepted, and how; absent in any other change */
	readonly proposal?: AcceptedProposal;
};

/** A proposal that became a code, with its outcome as it was then. */
export type AcceptedProposal = {
	readonly id: CodeProposalId;
	readonly outcome: Omit<ProposalOutcome, 'at'> & { readonly at: string };
};

/** A change that was made in a project, with its way back. */
export type CodeChange = LoggedChange & {
	readonly kind: ChangeKind;
	readonly madeAt: Date;
	readonly undoneAt: Date | null;
	readonly wayBack: WayBack;
};

/** A way back in which nothing stands yet. */
export const emptyWayBack: WayBack = {
	...{ codeIds: [], steps: [], handed: [], deletionId: null, codings: [], lineage: [], merges: [], touched: null }
};

/** Notes a change with its way back. */
export const insertCodeChange = async (
	trx: Db,
	projectId: ProjectId,
	{ id, kind, by, at, wayBack }: { id: string; kind: ChangeKind; by: UserId; at: Date; wayBack: WayBack }
): Promise<void> => {
	await trx
		.insertInto('code_changes')
		.values({
			id,
			project_id: projectId,
			kind,
			made_by: by,
			made_at: at,
			way_back: JSON.stringify(wayBack),
			undone_at: null
		})
		.execute();
};

const columns = [
	...(['id', 'kind', 'made_by', 'made_at', 'made_order', 'way_back', 'undone_at', 'undone_order'] as const)
];

/** A change of this project; held until the transaction ends. */
export const lockCodeChange = async (trx: Db, projectId: ProjectId, id: string): Promise<CodeChange | null> => {
	const row = await trx
		.selectFrom('code_changes')
		.select(columns)
		.where('project_id', '=', projectId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ? toChange(row) : null;
};

/** A code as it was when it was made by itself; null when the log does not tell. */
export const findCodeAsMade = async (trx: Db, projectId: ProjectId, codeId: CodeId): Promise<Code | null> => {
	const row = await trx
		.selectFrom('code_changes')
		.select(columns)
		.where('project_id', '=', projectId)
		.where('kind', '=', 'add')
		.where(sql<boolean>`way_back -> 'codeIds' @> ${JSON.stringify([codeId])}::jsonb`)
		.orderBy('made_order')
		.executeTakeFirst();
	const steps = row ? toChange(row).wayBack.steps : [];
	return steps.flatMap((step) => (step.kind === 'add' && step.code.id === codeId ? [step.code] : []))[0] ?? null;
};

/** The change in which a proposal was accepted, as long as it stands; held until the transaction ends. */
export const findAcceptance = async (trx: Db, projectId: ProjectId, id: CodeProposalId): Promise<CodeChange | null> => {
	const row = await trx
		.selectFrom('code_changes')
		.select(columns)
		.where('project_id', '=', projectId)
		.where('undone_order', 'is', null)
		.where(sql`way_back -> 'proposal' ->> 'id'`, '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row ? toChange(row) : null;
};

/** The steps of the log that changed a code, the oldest first. */
export const listStepsOfCode = async (trx: Db, projectId: ProjectId, codeId: CodeId): Promise<readonly CodeStep[]> => {
	const rows = await trx
		.selectFrom('code_changes')
		.select(columns)
		.where('project_id', '=', projectId)
		.where(sql<boolean>`way_back -> 'steps' @> ${JSON.stringify([{ codeId }])}::jsonb`)
		.orderBy('made_order')
		.execute();
	return rows.flatMap((row) => toChange(row).wayBack.steps.filter((step) => subjectOf(step) === codeId));
};

/** The latest changes of a project, of everyone or of one person, from a place in the log on. */
export const listCodeChanges = async (
	db: Db,
	projectId: ProjectId,
	{ by, before, limit }: { by?: UserId; before: number | null; limit: number }
): Promise<readonly CodeChange[]> => {
	const rows = await db
		.selectFrom('code_changes')
		.select(columns)
		.where('project_id', '=', projectId)
		.$if(by !== undefined, (query) => query.where('made_by', '=', by ?? ''))
		.$if(before !== null, (query) => query.where('made_order', '<', before ?? 0))
		.orderBy('made_order', 'desc')
		.limit(limit)
		.execute();
	return rows.map(toChange);
};

/** Notes that a change was undone (at a moment), or done again (null); a redo may have another way back. */
export const markUndone = async (
	trx: Db,
	id: string,
	at: Date | null,
	wayBack: WayBack | null = null
): Promise<void> => {
	await trx
		.updateTable('code_changes')
		.set({
			undone_at: at,
			undone_order: at === null ? null : sql<number>`nextval('code_change_order')::int`,
			...(wayBack && { way_back: JSON.stringify(wayBack) })
		})
		.where('id', '=', id)
		.execute();
};

/** Notes that the change in which these codes went was undone in another way. */
export const markDeletionUndone = async (
	trx: Db,
	projectId: ProjectId,
	deletionId: string,
	at: Date
): Promise<void> => {
	await trx
		.updateTable('code_changes')
		.set({ undone_at: at, undone_order: sql<number>`nextval('code_change_order')::int` })
		.where('project_id', '=', projectId)
		.where(sql`way_back ->> 'deletionId'`, '=', deletionId)
		.where('undone_at', 'is', null)
		.execute();
};

type Row = {
	readonly id: string;
	readonly kind: ChangeKind;
	readonly made_by: string;
	readonly made_at: Date;
	readonly made_order: number;
	readonly way_back: unknown;
	readonly undone_at: Date | null;
	readonly undone_order: number | null;
};

const toChange = (row: Row): CodeChange => ({
	id: row.id,
	kind: row.kind,
	by: row.made_by,
	order: row.made_order,
	undoneOrder: row.undone_order,
	madeAt: row.made_at,
	undoneAt: row.undone_at,
	wayBack: toWayBack(row.way_back)
});

/** Written by `insertCodeChange` and `markUndone` above, and by nothing else; merges of before the log say less. */
const toWayBack = (stored: unknown): WayBack => ({ ...emptyWayBack, ...(stored as Partial<WayBack>) });
