import { sql, type RawBuilder } from 'kysely';
import type { CodeProposal, ProposalOutcome, ProposalState } from '../../domain/codebook/proposal.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import type { CodeProposalId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import { may, type Access } from '../../domain/project/membership.ts';
import type { Db } from './database.ts';
import { mayOnSource } from './visible-sources.ts';

/** A person by name. */
type Person = { readonly id: UserId; readonly name: string };
/** A code by name; one that is gone from the codebook still has its name. */
export type NamedCode = { readonly id: string; readonly name: string; readonly isGone: boolean };

/** A proposal with the names of what it refers to. */
export type ListedProposal = CodeProposal & {
	readonly proposer: Person;
	readonly decider: Person | null;
	readonly parent: NamedCode | null;
	readonly code: NamedCode | null;
	/** null = the source was deleted */
	readonly source: { readonly title: string; readonly version: number } | null;
	readonly turn: number | null;
	/** the reader codes the source blind */
	readonly isBlind: boolean;
};

export type ProposalFilter = {
	readonly state?: ProposalState | 'ended' | undefined;
	readonly sourceId?: SourceId | undefined;
	readonly proposerId?: UserId | undefined;
};

type Row = {
	id: string;
	name: string;
	parent_id: string | null;
	definition: string;
	why: string;
	source_id: string;
	text_version: number;
	start_position: number;
	end_position: number;
	layer: Layer;
	proposer_id: string;
	proposed_at: Date;
	state: ProposalState;
	decided_by: string | null;
	decided_at: Date | null;
	reason: string;
	code_id: string | null;
	coding_id: string | null;
	proposer_name: string;
	decider_name: string | null;
	parent_name: string | null;
	parent_gone: boolean;
	code_name: string | null;
	code_gone: boolean;
	source_title: string | null;
	source_version: number | null;
	turn: number | null;
	is_blind: boolean;
};

/**
 * Who may read a proposal: its proposer, who keeps the codebook, and who may read the codings of the interview; the last
 * not when one of both codes that interview blind.
 */
const isReadable = (access: Access): RawBuilder<boolean> =>
	may(access, 'codebook.edit')
		? sql<boolean>`true`
		: sql<boolean>`(code_proposals.proposer_id = ${access.userId}::uuid or (code_proposals.layer = 'shared'
			and sources.id is not null and ${mayOnSource(access, 'coding.read')} and not ${isBlindFor(access)}))`;

const isBlindFor = ({ userId }: Access) => sql<boolean>`exists (select from second_coders
	where second_coders.source_id = code_proposals.source_id and second_coders.user_id = ${userId}::uuid)`;

const select = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	conditions: readonly RawBuilder<boolean>[],
	limit: number
): Promise<readonly ListedProposal[]> => {
	const { rows } = await sql<Row>`select code_proposals.*,
			proposers.name as proposer_name, deciders.name as decider_name,
			parents.name as parent_name, parents.deleted_at is not null as parent_gone,
			made.name as code_name, made.deleted_at is not null as code_gone,
			sources.title as source_title, sources.version as source_version,
			(select ordinal from turns where turns.source_id = code_proposals.source_id
				and turns.version = code_proposals.text_version and turns.end_position > code_proposals.start_position
				order by ordinal limit 1) as turn,
			${isBlindFor(access)} as is_blind
		from code_proposals
			join users as proposers on proposers.id = code_proposals.proposer_id
			left join users as deciders on deciders.id = code_proposals.decided_by
			left join codes as parents on parents.id = code_proposals.parent_id
			left join codes as made on made.id = code_proposals.code_id
			left join sources on sources.id = code_proposals.source_id and sources.deleted_at is null
		where code_proposals.project_id = ${projectId} and ${sql.join([isReadable(access), ...conditions], sql` and `)}
		order by code_proposals.id desc limit ${limit}`.execute(db);
	return rows.map(toProposal);
};

/** The proposals of a project that this person may read, newest first; `after` = the id of the last one seen. */
export const listProposals = (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ state, sourceId, proposerId }: ProposalFilter,
	after: CodeProposalId | null,
	limit: number
): Promise<readonly ListedProposal[]> =>
	select(
		db,
		projectId,
		access,
		[
			...(state === 'ended' ? [sql<boolean>`code_proposals.state <> 'open'`] : []),
			...(state !== undefined && state !== 'ended' ? [sql<boolean>`code_proposals.state = ${state}`] : []),
			...(sourceId === undefined ? [] : [sql<boolean>`code_proposals.source_id = ${sourceId}::uuid`]),
			...(proposerId === undefined ? [] : [sql<boolean>`code_proposals.proposer_id = ${proposerId}::uuid`]),
			...(after === null ? [] : [sql<boolean>`code_proposals.id < ${after}::uuid`])
		],
		limit
	);

/** One proposal, for who may read it. */
export const findProposal = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	id: CodeProposalId
): Promise<ListedProposal | null> =>
	(await select(db, projectId, access, [sql<boolean>`code_proposals.id = ${id}::uuid`], 1))[0] ?? null;

/** How a proposal ended; null = it is open, undefined = this project does not have it. Held until the transaction ends. */
export const findOutcome = async (
	trx: Db,
	projectId: ProjectId,
	id: CodeProposalId
): Promise<ProposalOutcome | null | undefined> => {
	const row = await trx
		.selectFrom('code_proposals')
		.select(['state', 'decided_by', 'decided_at', 'reason', 'code_id', 'coding_id'])
		.where('project_id', '=', projectId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row && toOutcome(row);
};

/** How many proposals wait for a decision, of those this person may read. */
export const countOpenProposals = async (db: Db, projectId: ProjectId, access: Access): Promise<number> => {
	const { rows } = await sql<{ open: number }>`select count(*)::int as open from code_proposals
			left join sources on sources.id = code_proposals.source_id and sources.deleted_at is null
		where code_proposals.project_id = ${projectId} and code_proposals.state = 'open' and ${isReadable(access)}`.execute(db);
	return rows[0]?.open ?? 0;
};

/** Stores a new proposal. */
export const insertProposal = async (trx: Db, projectId: ProjectId, proposal: CodeProposal): Promise<void> => {
	const { passage } = proposal;
	await trx
		.insertInto('code_proposals')
		.values({
			id: proposal.id,
			project_id: projectId,
			name: proposal.name,
			parent_id: proposal.parentId,
			definition: proposal.definition,
			why: proposal.why,
			source_id: passage.sourceId,
			text_version: passage.version,
			start_position: passage.range.start,
			end_position: passage.range.end,
			layer: proposal.layer,
			proposer_id: proposal.proposerId,
			proposed_at: proposal.proposedAt
		})
		.execute();
};

/** Stores how a proposal ended, or that it is open again. */
export const updateOutcome = async (trx: Db, { id, outcome }: Pick<CodeProposal, 'id' | 'outcome'>): Promise<void> => {
	await trx
		.updateTable('code_proposals')
		.set({
			state: outcome?.state ?? 'open',
			decided_by: outcome?.by ?? null,
			decided_at: outcome?.at ?? null,
			reason: outcome?.reason ?? '',
			code_id: outcome?.codeId ?? null,
			coding_id: outcome?.codingId ?? null
		})
		.where('id', '=', id)
		.execute();
};

const toProposal = (row: Row): ListedProposal => ({
	id: row.id,
	name: row.name,
	parentId: row.parent_id,
	definition: row.definition,
	why: row.why,
	passage: {
		sourceId: row.source_id,
		version: row.text_version,
		range: { start: row.start_position, end: row.end_position }
	},
	layer: row.layer,
	proposerId: row.proposer_id,
	proposedAt: row.proposed_at,
	outcome: toOutcome(row),
	proposer: { id: row.proposer_id, name: row.proposer_name },
	decider: row.decided_by === null ? null : { id: row.decided_by, name: row.decider_name ?? '' },
	parent: named(row.parent_id, row.parent_name, row.parent_gone),
	code: named(row.code_id, row.code_name, row.code_gone),
	source:
		row.source_title === null || row.source_version === null
			? null
			: { title: row.source_title, version: row.source_version },
	turn: row.turn,
	isBlind: row.is_blind
});

type OutcomeRow = Pick<Row, 'state' | 'decided_by' | 'decided_at' | 'reason' | 'code_id' | 'coding_id'>;

const toOutcome = (row: OutcomeRow): ProposalOutcome | null =>
	row.state === 'open' || row.decided_by === null || row.decided_at === null
		? null
		: {
				state: row.state,
				by: row.decided_by,
				at: row.decided_at,
				reason: row.reason,
				codeId: row.code_id,
				codingId: row.coding_id
			};

const named = (id: string | null, name: string | null, isGone: boolean): NamedCode | null =>
	id === null || name === null ? null : { id, name, isGone };
