import { sql } from 'kysely';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { CheckedExport } from '../../domain/report/checked-export.ts';
import type { Db } from './database.ts';

/** That somebody read what a check found, and why the file may go out all the same. */
export type DisclosureConfirmation = {
	readonly id: string;
	readonly kind: CheckedExport;
	readonly fingerprint: string;
	readonly findings: number;
	readonly reason: string;
	readonly confirmedBy: UserId;
	readonly confirmedAt: Date;
};

/** Stores a confirmation. */
export const insertConfirmation = async (
	trx: Db,
	projectId: ProjectId,
	{ id, kind, fingerprint, findings, reason, confirmedBy, confirmedAt }: DisclosureConfirmation
): Promise<void> => {
	await trx
		.insertInto('disclosure_confirmations')
		.values({
			id,
			project_id: projectId,
			kind,
			fingerprint,
			findings,
			reason,
			confirmed_by: confirmedBy,
			confirmed_at: confirmedAt
		})
		.execute();
};

/** One confirmation, with the name of who gave it; null when there is none. */
export const findConfirmation = async (
	db: Db,
	projectId: ProjectId,
	id: string
): Promise<(DisclosureConfirmation & { readonly confirmedByName: string }) | null> => {
	const row = await db
		.selectFrom('disclosure_confirmations as given')
		.innerJoin('users', 'users.id', 'given.confirmed_by')
		.selectAll('given')
		.select('users.name')
		.where('given.project_id', '=', projectId)
		.where('given.id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	return {
		id: row.id,
		kind: row.kind,
		fingerprint: row.fingerprint,
		findings: row.findings,
		reason: row.reason,
		confirmedBy: row.confirmed_by,
		confirmedByName: row.name,
		confirmedAt: row.confirmed_at
	};
};

/** How many names that were found later nobody settled yet, of some interviews. */
export const countReportedNames = async (
	db: Db,
	sourceIds: readonly SourceId[]
): Promise<ReadonlyMap<SourceId, number>> => {
	if (sourceIds.length === 0) return new Map();
	const { rows } = await sql<{ source_id: string; n: number }>`select source_id, count(*)::int as n from leftover_names
		where source_id = any(${[...sourceIds]}::uuid[]) and state = 'open' group by source_id`.execute(db);
	return new Map(rows.map(({ source_id, n }) => [source_id, n]));
};
