import { explanationsPageQuery } from '../../contract/explanations-page.ts';
import { parse } from '../../contract/parse.ts';
import { areaPath, type Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { Explanation } from '../../domain/integration/explanation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may, type Action } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listExplanations } from '../store/explanations.ts';
import { loadFrame } from '../store/frame.ts';

/** An explanation with what it is about in names. */
export type ExplanationOfPage = Explanation & {
	readonly indicatorLabel: string;
	readonly areaName: string;
	readonly fromYear: number | null;
	readonly toYear: number | null;
	readonly createdAt: string;
	readonly version: number;
	readonly mayChange: boolean;
};

/** All possible explanations someone may see, and what is needed to add one. */
export type ExplanationsPage = {
	readonly items: readonly ExplanationOfPage[];
	readonly chosenAreaId: string | null;
	/** areas with explanations, or in which one may add them */
	readonly areas: readonly Area[];
	/** areas in which one may add one */
	readonly writableAreas: readonly Area[];
	readonly indicators: readonly Indicator[];
	/** in order of time */
	readonly waves: readonly Wave[];
};

/** The explanations of a project, by area and then in the order in which they were given. */
export const viewExplanations = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ExplanationsPage>> => {
	const parsed = parse(explanationsPageQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permit(context, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const frame = await loadFrame(context.db, project.id);
	const reads = context.actor.token?.scope === 'read';
	const can = (action: Action, areaId: string) =>
		!(reads && action === 'explanation.write') &&
		may(access, action, { areaPath: areaPath(frame.areas, areaId).map(({ id }) => id) });

	const place = new Map(frame.areas.map(({ id }, at) => [id, at]));
	const all = (await listExplanations(context.db, project.id, access))
		.filter(({ areaId }) => can('explanation.read', areaId))
		.toSorted((a, b) => (place.get(a.areaId) ?? 0) - (place.get(b.areaId) ?? 0));
	const yearOf = (waveId: string) => frame.waves.find(({ id }) => id === waveId)?.year ?? null;
	const chosenAreaId = parsed.value.areaId ?? null;
	const seesEvidence = may(access, 'source.list');
	return ok({
		items: all
			.filter(({ areaId }) => chosenAreaId === null || areaId === chosenAreaId)
			.map(({ createdBy: _, ...explanation }) => ({
				...explanation,
				evidence: seesEvidence ? explanation.evidence : '',
				counterEvidence: seesEvidence ? explanation.counterEvidence : '',
				indicatorLabel: frame.indicators.find(({ id }) => id === explanation.indicatorId)?.label ?? '',
				areaName: frame.areas.find(({ id }) => id === explanation.areaId)?.name ?? '',
				fromYear: yearOf(explanation.fromWaveId),
				toYear: yearOf(explanation.toWaveId),
				mayChange: can('explanation.write', explanation.areaId)
			})),
		chosenAreaId,
		areas: frame.areas.filter(({ id }) => all.some(({ areaId }) => areaId === id)),
		writableAreas: frame.areas.filter(({ id }) => can('explanation.write', id)),
		indicators: frame.indicators,
		waves: [...frame.waves].sort(byYear)
	});
};
