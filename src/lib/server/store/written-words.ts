import { sql } from 'kysely';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { writtenPlaces, type Going, type WrittenPlace } from './written-places.ts';

/** Something that people wrote, as it stands in one or more rows of a place, and as it should be. */
export type ChangedWords = {
	readonly place: WrittenPlace;
	readonly before: unknown;
	readonly after: unknown;
	/** in how many rows it stands */
	readonly rows: number;
};

/** What people wrote in a project and `change` makes something else of; `change` answers the same value where it does not. */
export const findChangedWords = async (
	db: Db,
	projectId: ProjectId,
	going: Going,
	change: (value: unknown, place: WrittenPlace) => unknown
): Promise<readonly ChangedWords[]> => {
	const changed: ChangedWords[] = [];
	for (const place of writtenPlaces) {
		const column = sql.ref(place.column);
		const { rows } = await sql<{ before: unknown; rows: number }>`
			select ${column} as before, count(*)::int as rows from ${sql.table(place.table)}
			where ${conditionOf(place, projectId, going)} and ${column} is not null group by ${column}`.execute(db);
		for (const { before, rows: n } of rows) {
			const after = change(before, place);
			if (after !== before) changed.push({ place, before, after, rows: n });
		}
	}
	return changed;
};

/** Stores it, row by row as it stands there; answers the ids of what is to be logged. */
export const storeChangedWords = async (
	trx: Db,
	projectId: ProjectId,
	going: Going,
	{ place, before, after }: ChangedWords
): Promise<readonly string[]> => {
	const { table, isVersioned = false, isFrozen = false, isLogged = false } = place;
	const column = sql.ref(place.column);
	if (isFrozen) await sql`select set_config('wijkstem.withdrawal', 'on', true)`.execute(trx);
	const { rows } = await sql<{ id: string | null }>`
		update ${sql.table(table)} set ${column} = ${valueOf(place, after)}
			${isVersioned ? sql`, version = version + 1` : sql``}
		where ${conditionOf(place, projectId, going)} and ${column} = ${valueOf(place, before)}
		returning ${isLogged ? sql.ref('id') : sql`null`} as id`.execute(trx);
	if (isFrozen) await sql`select set_config('wijkstem.withdrawal', '', true)`.execute(trx);
	return rows.flatMap(({ id }) => (id === null ? [] : [id]));
};

const conditionOf = ({ ofProject, stays, only }: WrittenPlace, projectId: ProjectId, going: Going) =>
	sql.join([ofProject(projectId), ...(stays ? [stays(going)] : []), ...(only ? [only] : [])], sql` and `);

const valueOf = ({ form }: WrittenPlace, value: unknown) =>
	form === 'json'
		? sql`${JSON.stringify(value)}::jsonb`
		: form === 'list'
			? sql`${value}::text[]`
			: sql`${value}::text`;
