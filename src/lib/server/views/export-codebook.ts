import { exportCodebookQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { codebookTable, exampleMark } from '../../report/codebook-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { codebookMaterial } from '../access/table-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { countByCode } from '../store/coding-counts.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** Takes the codebook away as a table; who may read codings also gets how often each code was used. */
export const exportCodebook = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportCodebookQuery, query);
	if (!parsed.ok) return parsed;
	const { format, confirmation } = parsed.value;
	const loaded = await codebookMaterial(context, projectId, exampleMark(locale));
	if (!loaded.ok) return loaded;
	const { checked, access, material } = loaded.value;
	const { project } = material;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheckOf(context, { kind: 'codebook' }, material, given, locale);
	if (!check.ok) return check;
	const counts = may(access, 'coding.read') ? await countByCode(context.db, project.id, access) : null;
	const pillars = await listPillars(context.db, project.id);
	const indicators = await listIndicators(context.db, project.id);
	const now = context.now();
	const table = codebookTable(
		checked,
		{
			pillarNames: new Map(pillars.map(({ id, name }) => [id, name])),
			indicatorKeys: new Map(indicators.map(({ id, key }) => [id, key])),
			counts
		},
		aboutOf(project, await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null }), check.value),
		locale
	);
	const bytes = format === 'csv' ? toCsv(table, locale) : await toXlsx([table], locale);
	await audit(context, context.db, project.id, 'export.codebook', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes });
};
