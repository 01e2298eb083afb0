import { matrixQuery, type MatrixAnswer } from '../../contract/matrix.ts';
import { parse } from '../../contract/parse.ts';
import { smallestAreas } from '../../domain/area/area.ts';
import { byYear, wavePair, type Wave } from '../../domain/area/wave.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Group } from '../../domain/source/source.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import { changedPillarsOf, type ChangedPillars } from '../../merge/codebook-change.ts';
import { matrixOf, type Matrix, type MatrixCell } from '../../merge/matrix.ts';
import { overviewCell } from '../../merge/overview.ts';
import { wavesBetween } from '../../merge/scope.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { loadCodebookHistory } from '../store/codebook-history.ts';
import { loadOverview } from '../store/display.ts';
import { listFinishedTexts } from '../store/report-sections.ts';
import { withholdTitles } from './withhold.ts';

/** The overview of a project, with what one can choose on it. */
export type MatrixPage = {
	readonly project: Project;
	/** null while there is nothing to lay out over: no areas, no pillars, or fewer than two rounds */
	readonly matrix: Matrix | null;
	readonly from: Wave | null;
	readonly to: Wave | null;
	/** that a difference between these rounds may come from another codebook */
	readonly codebookChange: ChangedPillars | null;
	/** all rounds, in order of time */
	readonly allWaves: readonly Wave[];
	readonly group: Group | null;
	/** what has to be there first */
	readonly has: { readonly areas: boolean; readonly pillars: boolean; readonly waves: boolean };
	/** may lay out the frame */
	readonly allowsFrame: boolean;
};

/**
 * Pillars × areas. A group chooses whose interviews are shown; the judgements stay those on both groups together,
 * because a proposal on half of the voices is another proposal.
 */
export const viewMatrix = async (context: Context, projectId: string, input: unknown): Promise<Result<MatrixPage>> => {
	const parsed = parse(matrixQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplays(context, context.db, projectId, 'display.read');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const allWaves = [...frame.waves].sort(byYear);
	const areas = smallestAreas(frame.areas.filter(({ id }) => can('display.read', id)));
	const group = parsed.value.group ?? null;
	const has = { areas: areas.length > 0, pillars: frame.pillars.length > 0, waves: allWaves.length > 1 };
	const page = { project, allWaves, group, has, allowsFrame: can('frame.edit', null) };
	if (!has.areas || !has.pillars || !has.waves)
		return ok({ ...page, matrix: null, from: null, to: null, codebookChange: null });

	const pair = wavePair(frame.waves, parsed.value);
	if (!pair.ok) return pair;
	const between = wavesBetween(frame.waves, pair.value.fromWaveId, pair.value.toWaveId);
	if (!between.ok) return between;
	const cells: MatrixCell[] = [];
	for (const data of await loadOverview(context.db, project, frame, areas, pair.value)) {
		const built = overviewCell({
			...data,
			comparisonAreas: comparisonAreas(frame.areas, data.area.id, null, project.comparisonAreaId)
		});
		if (!built.ok) return built;
		cells.push(built.value);
	}
	const waveIds = between.value.map(({ id }) => id);
	const history = await loadCodebookHistory(context.db, project.id, waveIds);
	const finished = await listFinishedTexts(context.db, project.id, pair.value);
	const matrix = matrixOf(frame.pillars, areas, cells, finished);
	return ok({
		...page,
		matrix: {
			...matrix,
			cells: matrix.cells.map((row) =>
				row.map((cell) => ({
					...cell,
					signs: withholdTitles(
						cell.signs.filter((sign) => group === null || sign.group === group),
						{ readQuotes: false, listSources: can('source.list', cell.area.id) }
					)
				}))
			)
		},
		codebookChange: changedPillarsOf({ codebook: frame.codebook, waves: between.value, history }, frame.pillars),
		from: between.value[0] ?? null,
		to: between.value[between.value.length - 1] ?? null
	});
};

/** The cells of the overview as the API answers them; none while there is nothing to lay out over. */
export const readMatrix = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<MatrixAnswer>> => {
	const page = await viewMatrix(context, projectId, input);
	if (!page.ok) return page;
	const { matrix, from, to } = page.value;
	return ok({
		from,
		to,
		rows: matrix?.rows ?? 0,
		decided: matrix?.decided ?? 0,
		items: (matrix?.cells.flat() ?? []).map(({ pillar, area, signs, outcome, ...cell }) => ({
			...cell,
			pillar: { id: pillar.id, name: pillar.name },
			area: { id: area.id, name: area.name },
			interviews: signs.length,
			outcome
		}))
	});
};
