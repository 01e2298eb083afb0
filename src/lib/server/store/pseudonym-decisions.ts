import { sql } from 'kysely';
import type { PseudonymDecision } from '../../domain/source/pseudonym.ts';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';

/** What was decided about names in a source. */
export const listDecisions = async (db: Db, sourceId: SourceId): Promise<readonly PseudonymDecision[]> => {
	const rows = await db
		.selectFrom('pseudonym_decisions')
		.select(['group_id', 'kind', 'decision', 'hits', 'is_own', 'placeholder', 'merged_into', 'replaced_in'])
		.where('source_id', '=', sourceId)
		.orderBy('decided_at')
		.orderBy('group_id')
		.execute();
	return rows.map((row) => ({
		groupId: row.group_id,
		kind: row.kind,
		decision: row.decision,
		hits: toHits(row.hits),
		isOwn: row.is_own,
		placeholder: row.placeholder,
		mergedInto: row.merged_into,
		replacedIn: row.replaced_in
	}));
};

/** Stores a decision, in the place of an earlier one about the same group. */
export const saveDecision = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	decision: PseudonymDecision,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	const values = {
		kind: decision.kind,
		decision: decision.decision,
		hits: decision.hits === null ? null : fromHits(decision.hits),
		text_version: version,
		is_own: decision.isOwn,
		placeholder: decision.placeholder,
		merged_into: decision.mergedInto,
		replaced_in: decision.replacedIn,
		decided_by: by,
		decided_at: at
	};
	await trx
		.insertInto('pseudonym_decisions')
		.values({ source_id: sourceId, group_id: decision.groupId, ...values })
		.onConflict((conflict) => conflict.columns(['source_id', 'group_id']).doUpdateSet(values))
		.execute();
};

/** Takes a decision back; what was merged into that group stands on its own again. */
export const deleteDecision = async (trx: Db, sourceId: SourceId, groupId: string): Promise<void> => {
	await trx
		.updateTable('pseudonym_decisions')
		.set({ merged_into: null })
		.where('source_id', '=', sourceId)
		.where('merged_into', '=', groupId)
		.execute();
	await trx
		.deleteFrom('pseudonym_decisions')
		.where('source_id', '=', sourceId)
		.where('group_id', '=', groupId)
		.execute();
};

/** Remembers in which version the words of groups were replaced. */
export const markReplaced = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	groupIds: readonly string[]
): Promise<void> => {
	await sql`update pseudonym_decisions set replaced_in = ${version}::int
		where source_id = ${sourceId} and group_id = any(${[...groupIds]}::text[])`.execute(trx);
};

/** Decisions on single hits. */
export const listDecisionPlaces = async (
	trx: Db,
	sourceId: SourceId
): Promise<readonly { readonly groupId: string; readonly hits: readonly Range[] }[]> => {
	const rows = await trx
		.selectFrom('pseudonym_decisions')
		.select(['group_id', 'hits'])
		.where('source_id', '=', sourceId)
		.where('hits', 'is not', null)
		.execute();
	return rows.map(({ group_id, hits }) => ({ groupId: group_id, hits: toHits(hits) ?? [] }));
};

/** Gives single hits their place in a new version of the text. */
export const storeDecisionPlaces = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	places: readonly { readonly groupId: string; readonly hits: readonly Range[] }[]
): Promise<void> => {
	await sql`update pseudonym_decisions set text_version = ${version}::int, hits = given.hits::jsonb
		from unnest(${places.map(({ groupId }) => groupId)}::text[], ${places.map(({ hits }) => fromHits(hits))}::text[])
			as given (group_id, hits)
		where source_id = ${sourceId} and pseudonym_decisions.group_id = given.group_id`.execute(trx);
};

/** The placeholders that groups have in a project, oldest first; a merged group has that of its person or thing. */
export const listProjectPlaceholders = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly { readonly groupId: string; readonly placeholder: string }[]> => {
	const rows = await db
		.selectFrom('pseudonym_decisions')
		.innerJoin('sources', 'sources.id', 'pseudonym_decisions.source_id')
		.leftJoin('pseudonym_decisions as persons', (join) =>
			join
				.onRef('persons.source_id', '=', 'pseudonym_decisions.source_id')
				.onRef('persons.group_id', '=', 'pseudonym_decisions.merged_into')
		)
		.select(['pseudonym_decisions.group_id', 'pseudonym_decisions.placeholder', 'persons.placeholder as merged'])
		.where('sources.project_id', '=', projectId)
		.where('pseudonym_decisions.decision', '=', 'accepted')
		.orderBy('pseudonym_decisions.decided_at', 'desc')
		.orderBy('pseudonym_decisions.source_id')
		.execute();
	return rows
		.toReversed()
		.flatMap(({ group_id, placeholder, merged }) =>
			placeholder === null ? [] : [{ groupId: group_id, placeholder: merged ?? placeholder }]
		);
};

/** Lets decisions in one project wait for each other, so that no number is given out twice; inside a transaction. */
export const lockNumbering = async (trx: Db, projectId: ProjectId): Promise<void> => {
	await sql`select id from projects where id = ${projectId} for update`.execute(trx);
};

const fromHits = (hits: readonly Range[]): string => JSON.stringify(hits.map(({ start, end }) => [start, end]));

/** What the database gives for a list of places; anything else is a mistake of ours. */
const toHits = (value: unknown): readonly Range[] | null => {
	if (value === null || value === undefined) return null;
	if (!Array.isArray(value)) throw new Error('places of hits are no list');
	return value.map((pair: unknown) => {
		if (!Array.isArray(pair) || typeof pair[0] !== 'number' || typeof pair[1] !== 'number')
			throw new Error('a place of a hit is no pair');
		return { start: pair[0], end: pair[1] };
	});
};
