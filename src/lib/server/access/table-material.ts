import { areaTree } from '../../domain/area/tree.ts';
import type { DescribedStudy } from '../../domain/area/study.ts';
import type { KernsetFile } from '../../domain/indicator/kernset-file.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { areasOfEvidence, type StudyTable } from '../../domain/integration/study-evidence.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Access } from '../../domain/project/membership.ts';
import { noFacts, type FigureFact, type FileFacts } from '../../domain/report/file-facts.ts';
import { smallCountsIn } from '../../privacy/small-counts.ts';
import { listAreas } from '../store/areas.ts';
import { loadCodebook } from '../store/codes.ts';
import { listObservationsOf } from '../store/display-data.ts';
import { loadFrame } from '../store/frame.ts';
import { listStudies } from '../store/studies.ts';
import { findTable } from '../store/study-evidence.ts';
import { checkCodebook, type CheckedCodebook } from './codebook-facts.ts';
import type { Context } from './context.ts';
import { withPeople, type MaterialWith } from './people-material.ts';
import { isUuid, permit } from './permit.ts';
import { mayRead } from './study-permit.ts';

/** Of a table that is taken away it is known at once what it counts and quotes. */
type TableMaterial = MaterialWith<{ readonly kind: 'facts'; readonly facts: FileFacts }>;

const factsMaterial = (
	context: Context,
	project: TableMaterial['project'],
	facts: FileFacts,
	sourceIds: readonly string[]
) => withPeople(context, project, { kind: 'facts', facts } as const, sourceIds);

/** The codebook as it may go out; `mark` stands in the place of words of an example that may not. */
export const codebookMaterial = async (
	context: Context,
	projectId: string,
	mark: string
): Promise<
	Result<{ readonly checked: CheckedCodebook; readonly access: Access; readonly material: TableMaterial }>
> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const book = await loadCodebook(context.db, project.id);
	const checked = await checkCodebook(context.db, project, book, mark);
	const material = await factsMaterial(context, project, checked.facts, checked.sourceIds);
	return material.ok ? ok({ checked, access, material: material.value }) : material;
};

/** A table of a study, for who may read of all areas that it is about. */
export const studyTableMaterial = async (
	context: Context,
	projectId: string,
	tableId: string
): Promise<
	Result<{ readonly table: StudyTable; readonly study: DescribedStudy; readonly material: TableMaterial }>
> => {
	const permitted = await permit(context, projectId, 'study.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const areas = await listAreas(context.db, project.id);
	const table = isUuid(tableId) ? await findTable(context.db, project.id, tableId) : null;
	const study = (await listStudies(context.db, project.id)).find(({ id }) => id === table?.studyId);
	if (!table || !study || !mayRead(access, areas, areasOfEvidence(table, study))) return fail('evidence-unknown');
	const facts = { ...noFacts, smallCounts: smallCountsIn(table, study.name) };
	const material = await factsMaterial(context, project, facts, []);
	return material.ok ? ok({ table, study, material: material.value }) : material;
};

/** The kernset, its areas in the order of their tree, with its values where the file has these; for who may change it. */
export const kernsetMaterial = async (
	context: Context,
	projectId: string,
	file: KernsetFile
): Promise<
	Result<{
		readonly frame: Awaited<ReturnType<typeof loadFrame>>;
		readonly observations: readonly Observation[];
		readonly material: TableMaterial;
	}>
> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const loaded = await loadFrame(context.db, project.id);
	const frame = { ...loaded, areas: areaTree(loaded.areas).map(({ area }) => area) };
	const areaIds = frame.areas.map(({ id }) => id);
	const observations = file === 'observations' ? await listObservationsOf(context.db, project.id, areaIds) : [];
	const facts = { ...noFacts, figures: figureFacts(frame, observations) };
	const material = await factsMaterial(context, project, facts, []);
	return material.ok ? ok({ frame, observations, material: material.value }) : material;
};

/** The values of a file as far as they can point to somebody. */
const figureFacts = (
	{ areas, waves, indicators }: Pick<Awaited<ReturnType<typeof loadFrame>>, 'areas' | 'waves' | 'indicators'>,
	observations: readonly Observation[]
): readonly FigureFact[] => {
	const labels = new Map(indicators.map(({ id, label }) => [id, label]));
	const names = new Map(areas.map(({ id, name }) => [id, name]));
	const years = new Map(waves.map(({ id, year }) => [id, year]));
	return observations.flatMap(({ indicatorId, areaId, waveId, n, value, suppressed }): readonly FigureFact[] => {
		const [label, place, year] = [labels.get(indicatorId), names.get(areaId), years.get(waveId)];
		if (label === undefined || place === undefined || year === undefined) return [];
		if (value === null && !suppressed) return [];
		return [{ place, label, year, n, isSuppressed: suppressed, saysOlder: false }];
	});
};
