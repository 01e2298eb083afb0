import { sql, type Selectable } from 'kysely';
import type { Case, CaseLink } from '../../domain/case/case.ts';
import type { Consent } from '../../domain/case/consent.ts';
import type { CaseId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import { listConsents } from './consents.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** Everybody in a project, by code. */
export const listCases = async (db: Db, projectId: ProjectId): Promise<readonly Case[]> => {
	const rows = await ofProject(db, projectId)
		.orderBy(sql`lower(label) collate "C"`)
		.orderBy('id')
		.execute();
	return withParts(db, rows);
};

/** One person of a project. */
export const findCase = async (db: Db, projectId: ProjectId, caseId: CaseId): Promise<Case | null> => {
	const rows = await ofProject(db, projectId).where('id', '=', caseId).execute();
	return (await withParts(db, rows))[0] ?? null;
};

/** Holds a person until the transaction ends. */
export const lockCase = async (trx: Db, projectId: ProjectId, caseId: CaseId): Promise<Case | null> => {
	const rows = await ofProject(trx, projectId).where('id', '=', caseId).forUpdate().execute();
	return (await withParts(trx, rows))[0] ?? null;
};

/** The people in an interview. */
export const listCasesOfSource = async (db: Db, projectId: ProjectId, sourceId: SourceId): Promise<readonly Case[]> => {
	const rows = await ofProject(db, projectId)
		.where('id', 'in', (eb) => eb.selectFrom('case_sources').select('case_id').where('source_id', '=', sourceId))
		.orderBy(sql`lower(label) collate "C"`)
		.orderBy('id')
		.execute();
	return withParts(db, rows);
};

/** Stores somebody new, with properties and interviews; what was said about consent is stored apart. */
export const insertCase = async (trx: Db, kase: Case): Promise<void> => {
	await trx
		.insertInto('cases')
		.values({
			id: kase.id,
			project_id: kase.projectId,
			...own(kase),
			created_by: kase.createdBy,
			created_at: kase.createdAt
		})
		.execute();
	await saveParts(trx, kase);
};

/** Stores somebody as he or she is now. */
export const updateCase = async (trx: Db, kase: Case): Promise<void> => {
	await trx.updateTable('cases').set(own(kase)).where('id', '=', kase.id).execute();
	await trx.deleteFrom('variable_values').where('case_id', '=', kase.id).execute();
	await trx.deleteFrom('case_sources').where('case_id', '=', kase.id).execute();
	await saveParts(trx, kase);
};

/** Takes somebody off the record, with properties and what was said about consent. */
export const deleteCase = async (trx: Db, caseId: CaseId): Promise<void> => {
	await trx.deleteFrom('cases').where('id', '=', caseId).execute();
};

const columns = [
	'id',
	'project_id',
	'label',
	'group',
	'withdrawal_requested_on',
	'withdrawal_until',
	'withdrawn_at',
	'created_by',
	'created_at',
	'version'
] as const;

type Row = Pick<Selectable<Database['cases']>, (typeof columns)[number]>;

const ofProject = (db: Db, projectId: ProjectId) =>
	db.selectFrom('cases').select(columns).where('project_id', '=', projectId);

const own = (kase: Case) => ({
	label: kase.label,
	group: kase.group,
	withdrawal_requested_on: kase.withdrawalRequestedOn,
	withdrawal_until: kase.withdrawalUntil,
	withdrawn_at: kase.withdrawnAt,
	version: kase.version
});

const saveParts = async (trx: Db, { id, projectId, values, links }: Case): Promise<void> => {
	const given = Object.entries(values);
	if (given.length > 0)
		await trx
			.insertInto('variable_values')
			.values(given.map(([variable_key, value]) => ({ project_id: projectId, case_id: id, variable_key, value })))
			.execute();
	if (links.length > 0)
		await trx
			.insertInto('case_sources')
			.values(links.map(({ sourceId, speakerId }) => ({ case_id: id, source_id: sourceId, speaker_id: speakerId })))
			.execute();
};

/** People with their properties, interviews and answers: one statement each for all of them. */
const withParts = async (db: Db, rows: readonly Row[]): Promise<readonly Case[]> => {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const ofThese = sql<string>`any(${ids}::uuid[])`;
	const values = await db
		.selectFrom('variable_values')
		.select(['case_id', 'variable_key', 'value'])
		.where('case_id', '=', ofThese)
		.execute();
	const links = await db
		.selectFrom('case_sources')
		.innerJoin('sources', 'sources.id', 'case_sources.source_id')
		.select(['case_sources.case_id', 'case_sources.source_id', 'case_sources.speaker_id'])
		.where('case_sources.case_id', '=', ofThese)
		.orderBy(sql`lower(sources.title) collate "C"`)
		.orderBy('sources.id')
		.execute();
	const consents = await listConsents(db, ids);
	const valuesBy = Map.groupBy(values, ({ case_id }) => case_id);
	const linksBy = Map.groupBy(links, ({ case_id }) => case_id);
	return rows.map((row) =>
		toCase(
			row,
			Object.fromEntries((valuesBy.get(row.id) ?? []).map(({ variable_key, value }) => [variable_key, value])),
			(linksBy.get(row.id) ?? []).map(({ source_id, speaker_id }) => ({ sourceId: source_id, speakerId: speaker_id })),
			consents.get(row.id) ?? []
		)
	);
};

const toCase = (
	row: Row,
	values: Readonly<Record<string, string>>,
	links: readonly CaseLink[],
	consents: readonly Consent[]
): Case => ({
	id: row.id,
	projectId: row.project_id,
	label: row.label,
	group: row.group,
	values,
	links,
	consents,
	withdrawalRequestedOn: row.withdrawal_requested_on,
	withdrawalUntil: row.withdrawal_until,
	withdrawnAt: row.withdrawn_at,
	createdBy: row.created_by,
	createdAt: row.created_at,
	version: row.version
});
