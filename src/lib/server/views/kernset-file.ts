import { areaTree } from '../../domain/area/tree.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { templateIndicators } from '../../domain/project/monitor-template.ts';
import { indicatorsTable, observationsTable } from '../../report/kernset-tables.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listObservationsOf } from '../store/display-data.ts';
import { loadFrame } from '../store/frame.ts';

/** Which file of the kernset: its values, or its indicators. */
export type KernsetFile = 'observations' | 'indicators';

/** An Excel file to fill in and import again, for who may change the kernset; it holds what is there already. */
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
	if (file === 'indicators') {
		const own = frame.indicators.map(({ pillarId, ...indicator }) => ({
			...indicator,
			pillarName: frame.pillars.find(({ id }) => id === pillarId)?.name ?? ''
		}));
		return ok(await toXlsx([indicatorsTable(own.length > 0 ? own : templateIndicators(), locale)], locale));
	}
	const areas = areaTree(frame.areas).map(({ area }) => area);
	const observations = await listObservationsOf(
		context.db,
		project.id,
		areas.map(({ id }) => id)
	);
	return ok(await toXlsx([observationsTable({ ...frame, areas }, observations, locale)], locale));
};
