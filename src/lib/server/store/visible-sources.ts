import { sql, type RawBuilder } from 'kysely';
import { grantsOf, type Access, type Action, type Grant } from '../../domain/project/membership.ts';

/**
 * The rule `may` as a condition on the table `sources`: true for each source on which a person may do an action.
 * A test walks both over every role, area, status and uploader.
 */
export const mayOnSource = (access: Access, action: Action): RawBuilder<boolean> => {
	const grants = grantsOf(access, action);
	return grants.length === 0
		? sql<boolean>`false`
		: sql<boolean>`(${sql.join(
				grants.map((grant) => conditionOf(grant, access)),
				sql` or `
			)})`;
};

const conditionOf = ({ areaIds, ownOnly, releasedOnly }: Grant, { userId }: Access): RawBuilder<boolean> => {
	const parts = [
		...(areaIds ? [sql`sources.area_id in ${areasWithin(areaIds)}`] : []),
		...(ownOnly ? [sql`sources.uploaded_by = ${userId}`] : []),
		...(releasedOnly ? [sql`sources.status = 'released'`] : [])
	];
	return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`;
};

/** These areas and all that lie in them, as a subquery of ids. */
export const areasWithin = (areaIds: readonly string[]): RawBuilder<unknown> => sql`(
	with recursive inner_areas as (
		select id from areas where id = any(${[...areaIds]}::uuid[])
		union select areas.id from areas join inner_areas on areas.parent_id = inner_areas.id
	) select id from inner_areas)`;

/** The area of `sources` with all that contain it, nearest first, as an array of ids. */
export const areaPathOfSource = sql<string[]>`(
	with recursive outer_areas as (
		select id, parent_id, 1 as step from areas where id = sources.area_id
		union all select areas.id, areas.parent_id, step + 1
			from areas join outer_areas on areas.id = outer_areas.parent_id where step < 20
	) select array_agg(id::text order by step) from outer_areas)`;
