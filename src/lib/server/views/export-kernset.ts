import { exportKernsetQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { templateIndicators } from '../../domain/project/monitor-template.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { indicatorsTable, observationsTable } from '../../report/kernset-tables.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { kernsetMaterial } from '../access/table-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** The values or indicators to fill in and import again, for who may change the kernset; with what is there already. */
export const exportKernset = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportKernsetQuery, query);
	if (!parsed.ok) return parsed;
	const { file, format, confirmation } = parsed.value;
	const loaded = await kernsetMaterial(context, projectId, file);
	if (!loaded.ok) return loaded;
	const { frame, observations, material } = loaded.value;
	const { project } = material;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheckOf(context, { kind: 'kernset', file }, material, given, locale);
	if (!check.ok) return check;
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const about = aboutOf(project, changedAt, check.value);
	const table =
		file === 'indicators'
			? indicatorsTable(indicatorsOf(frame), about, locale)
			: observationsTable(frame, observations, about, locale);
	const bytes = await toXlsx([table], locale);
	await audit(context, context.db, project.id, 'export.kernset', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], context.now(), format), type: mediaTypes[format], bytes });
};

type Loaded = Extract<Awaited<ReturnType<typeof kernsetMaterial>>, { ok: true }>['value'];

/** With none yet, those that every monitor begins with. */
const indicatorsOf = ({ pillars, indicators }: Loaded['frame']) =>
	indicators.length > 0
		? indicators.map(({ pillarId, ...indicator }) => ({
				...indicator,
				pillarName: pillars.find(({ id }) => id === pillarId)?.name ?? ''
			}))
		: templateIndicators();
