import type { DecisionsToReviewAnswer } from '../../contract/decision.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { decidedPairs } from '../store/decisions.ts';
import { loadDisplays } from '../store/display.ts';

/** The decisions that were made on other data than those of now, with what changed; by rounds, area, pillar and theme. */
export const listDecisionsToReview = async (
	context: Context,
	projectId: string
): Promise<Result<DecisionsToReviewAnswer>> => {
	const permitted = await permitDisplays(context, context.db, projectId, 'display.read');
	if (!permitted.ok) return permitted;
	const { project, frame, can } = permitted.value;
	const areas = frame.areas.filter(({ id }) => can('display.read', id));
	const areaIds = areas.map(({ id }) => id);
	const items: DecisionsToReviewAnswer['items'][number][] = [];
	for (const pair of await decidedPairs(context.db, project.id, areaIds))
		for (const data of await loadDisplays(context.db, project, frame, areas, pair)) {
			const built = buildJointDisplay({ ...data, comparisonAreas: [] });
			// Rounds that were put in another order since lay out no display.
			if (!built.ok) continue;
			const { pillar, area, from, to, rows } = built.value;
			for (const { rowId, codeId, name, decision } of rows)
				if (decision?.needsReview)
					items.push({
						...{ rowId, codeId, theme: name, decision, from, to },
						pillar: { id: pillar.id, name: pillar.name },
						area: { id: area.id, name: area.name }
					});
		}
	return ok({ items });
};
