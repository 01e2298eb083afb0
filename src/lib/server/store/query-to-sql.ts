import { sql, type RawBuilder } from 'kysely';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Condition } from '../../query/query.ts';
import { textPatterns } from '../../query/words.ts';
import { codesServing, hasValence } from './quotes.ts';
import { areasWithin } from './visible-sources.ts';

type Sql = RawBuilder<unknown>;

/** A condition on the rows `codings` and `sources`; `evaluate` in query/ says what each must mean. */
export const onCoding = (projectId: ProjectId, condition: Condition): Sql => {
	const inner = (part: Condition) => onCoding(projectId, part);
	if (isJoined(condition)) return joined(condition, inner);
	if ('coding' in condition) return inner(condition.coding);
	if ('overlaps' in condition)
		return beside(projectId, condition.overlaps, sql`one.start_position`, sql`one.end_position`);
	if ('near' in condition) {
		const { start, end } = aroundTurns(condition.withinTurns);
		return beside(projectId, condition.near, start, end);
	}
	if ('code' in condition)
		return condition.descendants
			? sql`codings.code_id in (select code_id from code_ancestors where ancestor_id = ${condition.code})`
			: sql`codings.code_id = ${condition.code}`;
	if ('pillar' in condition) return sql`codings.code_id in ${codesServing(projectId, condition.pillar)}`;
	if ('text' in condition) return allOf(textPatterns(condition.text).map((pattern) => sql`codings.quote ~ ${pattern}`));
	if ('valence' in condition) return hasValence(condition.valence);
	if ('coder' in condition) return sql`codings.coder_id = ${condition.coder}`;
	if ('important' in condition) return sql`codings.is_important = ${condition.important}`;
	return onSource(condition);
};

/**
 * A condition on the row `sources`, and on what is inside it: a demand on codings becomes the question whether `holds`
 * says so of the codings that fit.
 */
export const onUnit = (projectId: ProjectId, condition: Condition, holds: (fits: Sql) => Sql): Sql => {
	if (isJoined(condition)) return joined(condition, (part) => onUnit(projectId, part, holds));
	return isOfSource(condition) ? onSource(condition) : holds(onCoding(projectId, condition));
};

type Joined = Extract<Condition, { and: unknown } | { or: unknown } | { not: unknown }>;
type OfSource = Extract<Condition, { area: string } | { wave: string } | { group: string } | { source: string }>;

const isJoined = (condition: Condition): condition is Joined =>
	'and' in condition || 'or' in condition || 'not' in condition;
const isOfSource = (condition: Condition): condition is OfSource =>
	'area' in condition || 'wave' in condition || 'group' in condition || 'source' in condition;

const joined = (condition: Joined, inner: (part: Condition) => Sql): Sql => {
	if ('and' in condition) return allOf(condition.and.map(inner));
	// What is unknown (no value on an axis) does not have that value.
	if ('not' in condition) return sql`(${inner(condition.not)}) is not true`;
	return condition.or.length === 0 ? sql`false` : sql`(${sql.join(condition.or.map(inner), sql` or `)})`;
};

const allOf = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`);

const onSource = (condition: OfSource): Sql => {
	if ('area' in condition) return sql`sources.area_id in ${areasWithin([condition.area])}`;
	if ('wave' in condition) return sql`sources.wave_id = ${condition.wave}`;
	if ('group' in condition) return sql`sources."group" = ${condition.group}`;
	if ('source' in condition) return sql`sources.id = ${condition.source}`;
	return condition satisfies never;
};

/**
 * Fits the first, and another of the team's codings on the same source that fits the second lies between two positions.
 * These are about `one`, the coding that is asked of; `offset 0` keeps the question within its source, where the
 * positions are found once, instead of pairing all codings first.
 */
const beside = (
	projectId: ProjectId,
	[first, second]: readonly [Condition, Condition],
	start: Sql,
	end: Sql
): Sql => sql`(${onCoding(projectId, first)} and exists (
	select from (select codings.id, codings.source_id, codings.version, codings.start_position, codings.end_position) as one
		cross join lateral (
			select from codings join codes on codes.id = codings.code_id and codes.deleted_at is null
			where codings.source_id = one.source_id and codings.id <> one.id
				and codings.deleted_at is null and codings.layer = 'shared'
				and codings.start_position < ${end} and codings.end_position > ${start} and ${onCoding(projectId, second)}
			limit 1
		) as other offset 0))`;

/** `aroundTurns` in SQL, of the coding `one`. Before the first turn, and behind the last, all is within reach. */
const aroundTurns = (count: number) => ({
	start: sql`coalesce((select around.start_position from turns as around where ${ofOne} and around.ordinal =
		${lastBegun(sql`turns.start_position <= one.start_position`)} - ${count}::int), 0)`,
	end: sql`coalesce((select around.start_position from turns as around where ${ofOne} and around.ordinal =
		${lastBegun(sql`turns.start_position < one.end_position`)} + ${count}::int + 1), 2147483647)`
});
const ofOne = sql`around.source_id = one.source_id and around.version = one.version`;

const lastBegun = (isBegun: Sql) => sql`coalesce((select turns.ordinal from turns
	where turns.source_id = one.source_id and turns.version = one.version and ${isBegun}
	order by turns.ordinal desc limit 1), 0)`;
