import { sql } from 'kysely';

/** Rows with this code, as a condition on `codes`; `includeDescendants`: or with one below it. */
export const hasCode = (codeId: string, includeDescendants = false) =>
	includeDescendants
		? sql<boolean>`codes.id in (select code_id from code_ancestors where ancestor_id = ${codeId})`
		: sql<boolean>`codes.id = ${codeId}`;
