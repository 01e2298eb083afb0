import { exportLongDisplayQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { areaKinds } from '../../domain/area/area.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
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
import { withPeople } from '../access/export-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { loadDisplays, type DisplayData } from '../store/display.ts';
import { sayAutomaticCheck } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';
import { wavePair } from './joint-display.ts';
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
	const { format, table = 'voices', ...asked } = parsed.value;
	const permitted = await permitDisplays(context, context.db, projectId, 'export.display');
	if (!permitted.ok) return permitted;
	const counted = await countedDisplays(context, permitted.value, asked);
	if (!counted.ok) return counted;
	const { project } = permitted.value;
	const check = await checkOf(context, project, counted.value, locale);
	if (!check.ok) return check;
	const areaIds = counted.value.map(({ display }) => display.area.id);
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds, reportId: null });
	const tables = longDisplay(counted.value, aboutOf(project, changedAt, check.value), locale);
	const bytes = format === 'csv' ? toCsv(tables[table], locale) : await toXlsx([tables.voices, tables.figures], locale);
	await audit(context, context.db, project.id, 'export.display', { kind: 'project', id: project.id });
	const name = [format === 'csv' ? tables[table].name : longDisplayTitle(locale), project.name];
	return ok({ name: exportName(name, context.now(), format), type: mediaTypes[format], bytes });
};

/** Such a file has neither quotes nor explanations: it is looked through for interviews and figures of too few. */
const checkOf = async (
	context: Context,
	project: Project,
	displays: readonly LoadedDisplay[],
	locale: Locale
): Promise<Result<string | null>> => {
	const loaded = displays.map(({ data }) => data);
	const parts = { kind: 'displays', displays: loaded, written: null, evidence: [] } as const;
	const ids = loaded.flatMap(({ sources }) => sources.map(({ id }) => id));
	const material = await withPeople(context, project, parts, ids);
	return material.ok ? sayAutomaticCheck(material.value, locale) : material;
};

type LoadedDisplay = CountedDisplay & { readonly data: DisplayData };

type Asked = {
	readonly pillarIds?: string | undefined;
	readonly areaIds?: string | undefined;
	readonly fromWaveId?: string | undefined;
	readonly toWaveId?: string | undefined;
};

const countedDisplays = async (
	{ db }: Context,
	{ project, frame, can }: DisplaysPermit,
	asked: Asked
): Promise<Result<readonly LoadedDisplay[]>> => {
	const allowed = frame.areas.filter(({ id }) => can('export.display', id));
	const kind = areaKinds.find((candidate) => allowed.some((area) => area.kind === candidate));
	const areas = chosen(frame.areas, asked.areaIds) ?? allowed.filter((area) => area.kind === kind);
	const pillars = chosen(frame.pillars, asked.pillarIds) ?? frame.pillars;
	const pair = wavePair(frame.waves, asked);
	if (!pair.ok) return pair;
	if (areas === unknown || pillars === unknown) return fail('display-unknown');
	if (areas.length === 0 || !areas.every((area) => allowed.includes(area)))
		return fail('not-allowed', { action: 'export.display' });
	const loaded = (await loadDisplays(db, project, frame, areas, pair.value)).filter(({ pillar }) =>
		pillars.some(({ id }) => id === pillar.id)
	);
	const displays: LoadedDisplay[] = [];
	for (const data of loaded) {
		const near = comparisonAreas(frame.areas, data.area.id, null, project.comparisonAreaId);
		const built = buildJointDisplay({ ...data, comparisonAreas: near });
		if (!built.ok) return built;
		displays.push({
			data,
			display: withoutFunctions(built.value),
			codings: codingsOf(data.codings, frame.codebook, built.value)
		});
	}
	return ok(displays);
};

const unknown = Symbol('something that is not in the project');

/** Those whose ids were given, in the order of the project; null: nobody chose. */
const chosen = <T extends { readonly id: string }>(
	all: readonly T[],
	ids: string | undefined
): readonly T[] | typeof unknown | null => {
	if (ids === undefined) return null;
	const wanted = new Set(ids.split(','));
	const found = all.filter(({ id }) => wanted.has(id));
	return found.length === wanted.size ? found : unknown;
};
