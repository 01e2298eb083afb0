import {
	comparisonKinds,
	jointDisplayQuery,
	type JointDisplayAnswer,
	type JointDisplayQuery
} from '../../contract/joint-display.ts';
import { parse } from '../../contract/parse.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import type { DisplayRow, JointDisplay } from '../../merge/joint-display.ts';
import { themeComparison } from '../../merge/theme-comparison.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay, type DisplayPermit } from '../access/display-permit.ts';
import { loadDisplay, type WavePair } from '../store/display.ts';
import { withholdFor } from './withhold.ts';

/** A joint display with what one may do on it, and where one can go from here. */
export type DisplayPage = {
	readonly display: JointDisplay;
	readonly comparison: {
		/** null = the nearest area with a value */
		readonly chosen: JointDisplayQuery['comparison'] | null;
		readonly available: readonly Area[];
	};
	/** all rounds of the project, in order of time */
	readonly allWaves: readonly Wave[];
	readonly pillars: readonly Pillar[];
	/** the areas of the same kind whose displays this person may see */
	readonly areas: readonly Area[];
	readonly allows: {
		readonly decide: boolean;
		readonly explain: boolean;
		readonly readQuotes: boolean;
		readonly listSources: boolean;
		readonly export: boolean;
	};
};

/** Cijfers en stemmen of one pillar in one area, as a page shows it. */
export const viewJointDisplay = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<DisplayPage>> => {
	const parsed = parse(jointDisplayQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplay(context, context.db, projectId, 'display.read', parsed.value);
	if (!permitted.ok) return permitted;
	const { project, frame, pillar, area, can } = permitted.value;
	const pair = wavePair(frame.waves, parsed.value);
	if (!pair.ok) return pair;

	const data = await loadDisplay(context.db, project, frame, { pillar, area, ...pair.value });
	const chosen = parsed.value.comparison ?? null;
	const built = buildJointDisplay({
		...data,
		comparisonAreas: comparisonAreas(frame.areas, area.id, chosen, project.comparisonAreaId)
	});
	if (!built.ok) return built;
	const allows = allowedOn(permitted.value);
	return ok({
		display: withholdFor(built.value, allows),
		comparison: {
			chosen,
			available: comparisonKinds.flatMap((kind) => comparisonAreas(frame.areas, area.id, kind, null))
		},
		allWaves: [...frame.waves].sort(byYear),
		pillars: frame.pillars,
		areas: frame.areas.filter(({ id, kind }) => kind === area.kind && can('display.read', id)),
		allows
	});
};

const allowedOn = ({ area, can }: DisplayPermit): DisplayPage['allows'] => ({
	decide: can('display.decide', area.id),
	explain: can('explanation.write', area.id),
	readQuotes: can('coding.read', area.id),
	listSources: can('source.list', area.id),
	export: can('export.display', area.id)
});

/** The rounds that were asked for; without: from the first to the last. */
export const wavePair = (
	waves: readonly Wave[],
	asked: { readonly fromWaveId?: string | undefined; readonly toWaveId?: string | undefined }
): Result<WavePair> => {
	const sorted = [...waves].sort(byYear);
	const [first, last] = [sorted[0], sorted[sorted.length - 1]];
	if (!first || !last || sorted.length < 2) return fail('waves-too-few');
	return ok({ fromWaveId: asked.fromWaveId ?? first.id, toWaveId: asked.toWaveId ?? last.id });
};

/** The same as the API answers it. */
export const readJointDisplay = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<JointDisplayAnswer>> => {
	const page = await viewJointDisplay(context, projectId, input);
	return page.ok ? ok(answerOf(page.value.display)) : page;
};

/** The fields of API.md; the rest of a domain value stays inside. */
const answerOf = ({ pillar, area, isAbsent, from, to, ...display }: JointDisplay): JointDisplayAnswer => ({
	pillar: { id: pillar.id, name: pillar.name },
	area: { id: area.id, name: area.name },
	isAbsent,
	from,
	to,
	waves: display.waves,
	rows: display.rows.map(rowAnswer),
	figuresOnly: display.figuresOnly,
	voicesOnly: display.voicesOnly,
	method: display.method,
	warnings: display.warnings
});

const rowAnswer = ({ indicators, voices, color: _, ...row }: DisplayRow) => ({
	...row,
	figures: indicators,
	comparison: themeComparison(indicators),
	residents: voices.resident,
	professionals: voices.professional,
	together: voices.together,
	groups: voices.groups,
	signs: voices.signs,
	metaInference: row.decision?.metaInference ?? null
});
