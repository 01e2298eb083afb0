import { exportCodebookQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { codebookTable, exampleWords } from '../../report/codebook-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import { checkCodebook } from '../access/codebook-facts.ts';
import type { Context } from '../access/context.ts';
import { withPeople } from '../access/export-material.ts';
import { permit } from '../access/permit.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { countByCode } from '../store/coding-counts.ts';
import { loadCodebook } from '../store/codes.ts';
import { listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { sayAutomaticCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/** Takes the codebook away as a table; who may read codings also gets how often each code was used. */
export const exportCodebook = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'codebook.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportCodebookQuery, query);
	if (!parsed.ok) return parsed;
	const { format } = parsed.value;
	const { project, access } = permitted.value;
	const book = await loadCodebook(context.db, project.id);
	const checked = await checkCodebook(context.db, project.id, book, exampleWords(locale));
	const parts = { kind: 'facts', facts: checked.facts } as const;
	const material = await withPeople(context, project, parts, checked.sourceIds);
	if (!material.ok) return material;
	const check = sayAutomaticCheck(material.value, locale);
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
