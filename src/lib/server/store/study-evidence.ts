import { sql, type RawBuilder } from 'kysely';
import type { EvidenceLinks, Finding, StudyCell, StudyTable } from '../../domain/integration/study-evidence.ts';
import type { AreaId, FindingId, ProjectId, StudyId, StudyTableId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

type Owner = 'table_id' | 'finding_id';
type Making = { readonly by: UserId; readonly at: Date };

/** What a table or a finding is about, as one value. */
const linksOf = (owner: Owner, of: 'study_tables' | 'study_findings'): RawBuilder<EvidenceLinks> => {
	const ids = (column: string) =>
		sql`coalesce(json_agg(${sql.ref(column)} order by ${sql.ref(column)})
			filter (where ${sql.ref(column)} is not null), '[]'::json)`;
	return sql`(select json_build_object('pillarIds', ${ids('pillar_id')}, 'indicatorIds', ${ids('indicator_id')},
		'areaIds', ${ids('area_id')}, 'waveIds', ${ids('wave_id')})
		from study_links where ${sql.ref(owner)} = ${sql.ref(`${of}.id`)})`;
};

const findingsIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('study_findings')
		.innerJoin('studies', 'studies.id', 'study_id')
		.select(['study_findings.id', 'study_id', 'text', 'direction', 'study_findings.version'])
		.select(linksOf('finding_id', 'study_findings').as('links'))
		.where('studies.project_id', '=', projectId)
		.orderBy('study_findings.created_at')
		.orderBy('study_findings.id');

const tablesIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('study_tables')
		.innerJoin('studies', 'studies.id', 'study_id')
		.select(['study_tables.id', 'study_id', 'caption', 'note', 'row_headers', 'study_tables.version'])
		.select(linksOf('table_id', 'study_tables').as('links'))
		.where('studies.project_id', '=', projectId)
		.orderBy('study_tables.created_at')
		.orderBy('study_tables.id');

type FindingRow = Awaited<ReturnType<ReturnType<typeof findingsIn>['execute']>>[number];
type TableRow = Awaited<ReturnType<ReturnType<typeof tablesIn>['execute']>>[number];

const toFinding = ({ study_id, links, ...finding }: FindingRow): Finding => ({
	...finding,
	studyId: study_id,
	...links
});

const toTable = ({ id, study_id, caption, note, row_headers, version, links }: TableRow): ListedTable => ({
	...{ id, caption, note, version },
	studyId: study_id,
	rowHeaders: row_headers,
	...links
});

/** A table without what stands in it. */
export type ListedTable = Omit<StudyTable, 'columns' | 'rows'>;

/** All that the studies of a project hold, in the order in which it came; tables without their cells. */
export const listEvidence = async (
	db: Db,
	projectId: ProjectId
): Promise<{ readonly findings: readonly Finding[]; readonly tables: readonly ListedTable[] }> => ({
	findings: (await findingsIn(db, projectId).execute()).map(toFinding),
	tables: (await tablesIn(db, projectId).execute()).map(toTable)
});

/** The findings of a study, in the order in which they were written. */
export const findingsOfStudy = async (db: Db, projectId: ProjectId, studyId: StudyId): Promise<readonly Finding[]> =>
	(await findingsIn(db, projectId).where('study_id', '=', studyId).execute()).map(toFinding);

/** The tables of a study, in the order in which they came. */
export const tablesOfStudy = async (db: Db, projectId: ProjectId, studyId: StudyId): Promise<readonly StudyTable[]> =>
	(await tablesIn(db, projectId).select(['columns', 'rows']).where('study_id', '=', studyId).execute()).map(withCells);

const withCells = (row: TableRow & { readonly columns: unknown; readonly rows: unknown }): StudyTable => ({
	...toTable(row),
	columns: row.columns as readonly string[],
	rows: row.rows as readonly (readonly StudyCell[])[]
});

/** One finding of a project. */
export const findFinding = async (db: Db, projectId: ProjectId, id: FindingId): Promise<Finding | null> => {
	const row = await findingsIn(db, projectId).where('study_findings.id', '=', id).executeTakeFirst();
	return row ? toFinding(row) : null;
};

/** One table of a project. */
export const findTable = async (db: Db, projectId: ProjectId, id: StudyTableId): Promise<StudyTable | null> => {
	const row = await tablesIn(db, projectId)
		.select(['columns', 'rows'])
		.where('study_tables.id', '=', id)
		.executeTakeFirst();
	return row ? withCells(row) : null;
};

/** Stores a new finding. */
export const insertFinding = async (trx: Db, finding: Finding, { by, at }: Making): Promise<void> => {
	const { id, studyId, text, direction, version } = finding;
	await trx
		.insertInto('study_findings')
		.values({ id, study_id: studyId, text, direction, version, created_by: by, created_at: at, changed_at: at })
		.execute();
	await insertLinks(trx, 'finding_id', id, finding);
};

/** Stores a finding as it is now. */
export const updateFinding = async (trx: Db, finding: Finding, at: Date): Promise<void> => {
	const { id, text, direction, version } = finding;
	await trx
		.updateTable('study_findings')
		.set({ text, direction, version, changed_at: at })
		.where('id', '=', id)
		.execute();
	await replaceLinks(trx, 'finding_id', id, finding);
};

/** Deletes a finding. */
export const deleteFinding = async (trx: Db, id: FindingId): Promise<void> => {
	await trx.deleteFrom('study_findings').where('id', '=', id).execute();
};

/** Stores a new table. */
export const insertTable = async (trx: Db, table: StudyTable, { by, at }: Making): Promise<void> => {
	const { id, studyId, caption, note, columns, rows, rowHeaders, version } = table;
	await trx
		.insertInto('study_tables')
		.values({
			...{ id, study_id: studyId, caption, note, row_headers: rowHeaders, version },
			columns: JSON.stringify(columns),
			rows: JSON.stringify(rows),
			created_by: by,
			created_at: at,
			changed_at: at
		})
		.execute();
	await insertLinks(trx, 'table_id', id, table);
};

/** Stores what is said about a table as it is now; what stands in it does not change. */
export const updateTable = async (trx: Db, table: ListedTable, at: Date): Promise<void> => {
	const { id, caption, note, rowHeaders, version } = table;
	await trx
		.updateTable('study_tables')
		.set({ caption, note, row_headers: rowHeaders, version, changed_at: at })
		.where('id', '=', id)
		.execute();
	await replaceLinks(trx, 'table_id', id, table);
};

/** Deletes a table. */
export const deleteTable = async (trx: Db, id: StudyTableId): Promise<void> => {
	await trx.deleteFrom('study_tables').where('id', '=', id).execute();
};

const replaceLinks = async (trx: Db, owner: Owner, id: string, links: EvidenceLinks): Promise<void> => {
	await trx.deleteFrom('study_links').where(owner, '=', id).execute();
	await insertLinks(trx, owner, id, links);
};

const insertLinks = async (
	trx: Db,
	owner: Owner,
	id: string,
	{ pillarIds, indicatorIds, areaIds, waveIds }: EvidenceLinks
): Promise<void> => {
	const rows = [
		...pillarIds.map((pillarId) => ({ [owner]: id, pillar_id: pillarId })),
		...indicatorIds.map((indicatorId) => ({ [owner]: id, indicator_id: indicatorId })),
		...areaIds.map((areaId: AreaId) => ({ [owner]: id, area_id: areaId })),
		...waveIds.map((waveId) => ({ [owner]: id, wave_id: waveId }))
	];
	if (rows.length > 0) await trx.insertInto('study_links').values(rows).execute();
};
