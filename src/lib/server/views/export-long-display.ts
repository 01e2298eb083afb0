import { exportLongDisplayQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import { codingsOf } from '../../merge/voice-codings.ts';
import { longDisplay, longDisplayTitle, type CountedDisplay } from '../../report/long-display.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { loadExportMaterial } from '../access/export-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import type { DisplayData } from '../store/display.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { withoutFunctions } from './withhold.ts';

/** Takes joint displays away in long form: over the pillars and areas that were chosen, or over all. */
export const exportLongDisplay = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportLongDisplayQuery, query);
	if (!parsed.ok) return parsed;
	const { format, table = 'voices', confirmation, ...choice } = parsed.value;
	const asked = { kind: 'long-display', ...choice } as const;
	const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const material = await loadExportMaterial(context, projectId, asked);
	if (!material.ok) return material;
	const { project } = permitted.value;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheckOf(context, asked, material.value, given, locale);
	if (!check.ok) return check;
	const { parts } = material.value;
	const counted = countedDisplays(permitted.value, parts.kind === 'displays' ? parts.displays : []);
	if (!counted.ok) return counted;
	const areaIds = counted.value.map(({ display }) => display.area.id);
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds, reportId: null });
	const tables = longDisplay(counted.value, aboutOf(project, changedAt, check.value), locale);
	const bytes = format === 'csv' ? toCsv(tables[table], locale) : await toXlsx([tables.voices, tables.figures], locale);
	await audit(context, context.db, project.id, 'export.display', { kind: 'project', id: project.id });
	const name = [format === 'csv' ? tables[table].name : longDisplayTitle(locale), project.name];
	return ok({ name: exportName(name, context.now(), format), type: mediaTypes[format], bytes });
};

/** Joint displays as they are counted. */
const countedDisplays = (
	{ project, frame }: DisplaysPermit,
	loaded: readonly DisplayData[]
): Result<readonly CountedDisplay[]> => {
	const displays: CountedDisplay[] = [];
	for (const data of loaded) {
		const near = comparisonAreas(frame.areas, data.area.id, null, project.comparisonAreaId);
		const built = buildJointDisplay({ ...data, comparisonAreas: near });
		if (!built.ok) return built;
		displays.push({
			display: withoutFunctions(built.value),
			codings: codingsOf(data.codings, frame.codebook, built.value)
		});
	}
	return ok(displays);
};
