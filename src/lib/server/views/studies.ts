import { exportStudyTableQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import type { StudySheetAnswer } from '../../contract/study-evidence.ts';
import type { Area } from '../../domain/area/area.ts';
import type { DescribedStudy } from '../../domain/area/study.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import {
	areasOfEvidence,
	type EvidenceLinks,
	type Finding,
	type StudyTable
} from '../../domain/integration/study-evidence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { studyTableSheet } from '../../report/study-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { checkStudy, checkWriting, mayRead } from '../access/study-permit.ts';
import { studyTableMaterial } from '../access/table-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { listAreas } from '../store/areas.ts';
import { loadFrame } from '../store/frame.ts';
import { listStudies } from '../store/studies.ts';
import { findingsOfStudy, listEvidence, tablesOfStudy } from '../store/study-evidence.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** The page of studies: each with how much this person can read in it. */
export type StudiesPage = {
	readonly items: readonly (DescribedStudy & { readonly tables: number; readonly findings: number })[];
	readonly areas: readonly Area[];
	readonly mayAdd: boolean;
};

/** All studies of a project by name, with how many tables and findings there are for this person. */
export const viewStudies = async (context: Context, projectId: string): Promise<Result<StudiesPage>> => {
	const permitted = await permit(context, projectId, 'study.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const areas = await listAreas(context.db, project.id);
	const { findings, tables } = await listEvidence(context.db, project.id);
	const studies = await listStudies(context.db, project.id);
	const readable = (study: DescribedStudy, items: readonly (EvidenceLinks & { readonly studyId: string })[]) =>
		items.filter((item) => item.studyId === study.id && mayRead(access, areas, areasOfEvidence(item, study))).length;
	return ok({
		items: studies.map((study) => ({
			...study,
			tables: readable(study, tables),
			findings: readable(study, findings)
		})),
		areas,
		mayAdd: (await permit(context, projectId, 'study.write')).ok
	});
};

type MayChange = { readonly mayChange: boolean };

/** A study as its page shows it, with what is needed to write in it. */
export type StudyPage = {
	readonly study: DescribedStudy;
	readonly tables: readonly (StudyTable & MayChange)[];
	readonly findings: readonly (Finding & MayChange)[];
	readonly areas: readonly Area[];
	/** in order of time */
	readonly waves: readonly Wave[];
	readonly pillars: readonly Pillar[];
	readonly indicators: readonly Indicator[];
	/** may change what is said about the study itself */
	readonly mayChange: boolean;
	/** may add tables and findings, about some area at least */
	readonly mayAdd: boolean;
};

/** A study with its tables and findings, as far as they are about areas of this person. */
export const viewStudy = async (context: Context, projectId: string, studyId: string): Promise<Result<StudyPage>> => {
	const permitted = await permit(context, projectId, 'study.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const { areas, waves, pillars, indicators } = await loadFrame(context.db, project.id);
	const study = (await listStudies(context.db, project.id)).find(({ id }) => id === studyId);
	if (!study) return fail('frame-part-unknown', { kind: 'study' });
	const mayAdd = (await permit(context, projectId, 'study.write')).ok;
	const seen = <E extends EvidenceLinks>(items: readonly E[]): readonly (E & MayChange)[] =>
		items
			.map((item) => ({ item, areaIds: areasOfEvidence(item, study) }))
			.filter(({ areaIds }) => mayRead(access, areas, areaIds))
			.map(({ item, areaIds }) => ({ ...item, mayChange: mayAdd && checkWriting(access, areas, areaIds).ok }));
	return ok({
		study,
		tables: seen(await tablesOfStudy(context.db, project.id, study.id)),
		findings: seen(await findingsOfStudy(context.db, project.id, study.id)),
		areas,
		waves: [...waves].sort(byYear),
		pillars,
		indicators,
		mayChange: mayAdd && checkStudy(access, areas, study).ok,
		mayAdd
	});
};

/** The same as the API answers it. */
export const readStudy = async (
	context: Context,
	projectId: string,
	studyId: string
): Promise<Result<StudySheetAnswer>> => {
	const page = await viewStudy(context, projectId, studyId);
	if (!page.ok) return page;
	const { study, tables, findings } = page.value;
	const bare = <E extends MayChange>({ mayChange: _, ...item }: E) => item;
	return ok({ ...study, tables: tables.map(bare), findings: findings.map(bare) });
};

/** Takes a table of a study away. */
export const exportStudyTable = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportStudyTableQuery, query);
	if (!parsed.ok) return parsed;
	const { format, tableId, confirmation } = parsed.value;
	const loaded = await studyTableMaterial(context, projectId, tableId);
	if (!loaded.ok) return loaded;
	const { table, study, material } = loaded.value;
	const { project } = material;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheckOf(context, { kind: 'study-table', tableId }, material, given, locale);
	if (!check.ok) return check;
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const sheet = studyTableSheet(table, study, aboutOf(project, changedAt, check.value), locale);
	const bytes = format === 'csv' ? toCsv(sheet, locale) : await toXlsx([sheet], locale);
	await audit(context, context.db, project.id, 'export.study-table', { kind: 'study', id: study.id });
	return ok({ name: exportName([study.name, table.caption], now, format), type: mediaTypes[format], bytes });
};
