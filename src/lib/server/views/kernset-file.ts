import { areaTree } from '../../domain/area/tree.ts';
import type { Observation } from '../../domain/indicator/observation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { noFacts, type FigureFact } from '../../domain/report/file-facts.ts';
import { templateIndicators } from '../../domain/project/monitor-template.ts';
import { indicatorsTable, observationsTable } from '../../report/kernset-tables.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { withPeople } from '../access/export-material.ts';
import { permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { listObservationsOf } from '../store/display-data.ts';
import { loadFrame } from '../store/frame.ts';
import { sayAutomaticCheck } from './export-check.ts';
import { aboutOf } from './exported-file.ts';

/** Which file of the kernset: its values, or its indicators. */
export type KernsetFile = 'observations' | 'indicators';

/** An Excel file to fill in and import again, for who may change the kernset; it holds what is there already. The log tells of it. */
export const viewKernsetFile = async (
	context: Context,
	projectId: string,
	file: KernsetFile,
	locale: Locale
): Promise<Result<Uint8Array>> => {
	const permitted = await permit(context, projectId, 'frame.edit');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const frame = await loadFrame(context.db, project.id);
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const noted = (bytes: Uint8Array) =>
		audit(context, context.db, project.id, 'export.kernset', { kind: 'project', id: project.id }).then(() => ok(bytes));
	if (file === 'indicators') {
		const own = frame.indicators.map(({ pillarId, ...indicator }) => ({
			...indicator,
			pillarName: frame.pillars.find(({ id }) => id === pillarId)?.name ?? ''
		}));
		const listed = own.length > 0 ? own : templateIndicators();
		return noted(await toXlsx([indicatorsTable(listed, aboutOf(project, changedAt), locale)], locale));
	}
	const areas = areaTree(frame.areas).map(({ area }) => area);
	const observations = await listObservationsOf(
		context.db,
		project.id,
		areas.map(({ id }) => id)
	);
	const facts = { ...noFacts, figures: figureFacts({ ...frame, areas }, observations) };
	const material = await withPeople(context, project, { kind: 'facts', facts }, []);
	if (!material.ok) return material;
	const check = sayAutomaticCheck(material.value, locale);
	if (!check.ok) return check;
	const about = aboutOf(project, changedAt, check.value);
	return noted(await toXlsx([observationsTable({ ...frame, areas }, observations, about, locale)], locale));
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
