import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Count } from '../../query/count.ts';
import type { Condition } from '../../query/query.ts';
import { searchWords } from '../../query/words.ts';
import type { Db } from './database.ts';
import {
	codesServing,
	hasValence,
	isAfter,
	isSeenInLists,
	isThere,
	readQuotes,
	type Quote,
	type QuoteKey
} from './quotes.ts';
import { areasWithin } from './visible-sources.ts';

/** The codings that a condition asks for and this person may read, from a place on, in reading order. */
export const listQueried = (
	db: Db,
	projectId: ProjectId,
	access: Access,
	where: Condition,
	after: QuoteKey | null,
	limit: number
): Promise<readonly Quote[]> => {
	const order = sql`codings.source_id, codings.start_position, codings.id`;
	const rest = after === null ? sql`` : sql`and ${isAfter(after)}`;
	return readQuotes(
		db,
		sql`select ${order}, codings.code_id from ${queried(projectId, access, where)} ${rest} order by ${order} limit ${limit}`
	);
};

/** How many those are, and in how many interviews they stand. */
export const countQueried = async (db: Db, projectId: ProjectId, access: Access, where: Condition): Promise<Count> => {
	const { rows } = await sql<Count>`select count(*)::int as codings,
		count(distinct sources.id) filter (where sources.kind = 'transcript')::int as interviews
		from ${queried(projectId, access, where)}`.execute(db);
	return rows[0] ?? { codings: 0, interviews: 0 };
};

const queried = (projectId: ProjectId, access: Access, where: Condition) => sql`sources
	join codings on codings.source_id = sources.id
	join codes on codes.id = codings.code_id and codes.deleted_at is null
	where ${isThere(projectId, access)} and ${isSeenInLists(access)} and sources.status = 'released'
		and ${conditionOf(projectId, where)}`;

/** A condition on `codings`, `sources` and `codes`; `evaluate` in query/ says what each must mean. */
const conditionOf = (projectId: ProjectId, condition: Condition): RawBuilder<unknown> => {
	if ('and' in condition) return joined(projectId, condition.and, sql` and `, sql`true`);
	if ('or' in condition) return joined(projectId, condition.or, sql` or `, sql`false`);
	// What is unknown (no value on an axis) does not have that value.
	if ('not' in condition) return sql`(${conditionOf(projectId, condition.not)}) is not true`;
	if ('code' in condition)
		return condition.descendants
			? sql`codings.code_id in (select code_id from code_ancestors where ancestor_id = ${condition.code})`
			: sql`codings.code_id = ${condition.code}`;
	if ('pillar' in condition) return sql`codings.code_id in ${codesServing(projectId, condition.pillar)}`;
	if ('area' in condition) return sql`sources.area_id in ${areasWithin([condition.area])}`;
	if ('text' in condition) {
		const words = searchWords(condition.text).map((word) => sql`position(${word} in lower(codings.quote)) > 0`);
		return words.length === 0 ? sql`true` : sql`(${sql.join(words, sql` and `)})`;
	}
	if ('wave' in condition) return sql`sources.wave_id = ${condition.wave}`;
	if ('group' in condition) return sql`sources."group" = ${condition.group}`;
	if ('valence' in condition) return hasValence(condition.valence);
	if ('coder' in condition) return sql`codings.coder_id = ${condition.coder}`;
	if ('source' in condition) return sql`sources.id = ${condition.source}`;
	if ('important' in condition) return sql`codings.is_important = ${condition.important}`;
	return condition satisfies never;
};

const joined = (
	projectId: ProjectId,
	parts: readonly Condition[],
	between: RawBuilder<unknown>,
	empty: RawBuilder<unknown>
): RawBuilder<unknown> =>
	parts.length === 0
		? empty
		: sql`(${sql.join(
				parts.map((part) => conditionOf(projectId, part)),
				between
			)})`;
