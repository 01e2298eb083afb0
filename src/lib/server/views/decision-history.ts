import type { DecisionHistoryAnswer } from '../../contract/decision.ts';
import { lineage } from '../../domain/codebook/lineage.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { todayOf } from '../../merge/lay-out.ts';
import { reviewed } from '../../merge/decide.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { themeOfRow } from '../../merge/themes.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { listEveryCode, listForerunners } from '../store/code-forerunners.ts';
import type { Db } from '../store/database.ts';
import { decisionHistory, type DecidedRow } from '../store/decisions.ts';
import { loadDisplay } from '../store/display.ts';

/** All that was decided on a row, the newest first, each beside the data of now. */
export const viewDecisionHistory = async (
	context: Context,
	projectId: string,
	rowId: string
): Promise<Result<DecisionHistoryAnswer>> => {
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const permitted = await permitDisplay(context, context.db, projectId, 'display.read', key);
	if (!permitted.ok) return permitted;
	const { project, frame, pillar, area } = permitted.value;
	if (!themeOfRow(frame.codebook, frame.waves, key)) return fail('row-unknown');
	const data = await loadDisplay(context.db, permitted.value, frame, { ...key, pillar, area });
	const built = buildJointDisplay({ ...data, comparisonAreas: [] });
	const row = built.ok ? built.value.rows.find((candidate) => candidate.rowId === rowId) : undefined;
	if (!row) return fail('row-unknown');
	const own = (await decisionHistory(context.db, project.id, key)).map((kept) => ({
		...reviewed(kept, todayOf(row)),
		forerunner: null
	}));
	const before = await decisionsOfForerunners(context.db, project.id, key);
	const items = [...own, ...before].sort((a, b) => b.decidedAt.localeCompare(a.decidedAt));
	return ok({ items });
};

/** What was decided on codes that went into this one and are no longer there: on other data, so that nothing is compared. */
const decisionsOfForerunners = async (
	db: Db,
	projectId: ProjectId,
	key: DecidedRow
): Promise<DecisionHistoryAnswer['items']> => {
	const gone = new Map(
		(await listEveryCode(db, projectId)).flatMap(({ id, name, isHere }) => (isHere ? [] : [[id, name] as const]))
	);
	const lines = (await listForerunners(db, projectId)).filter(({ forerunnerId }) => gone.has(forerunnerId));
	const items: DecisionHistoryAnswer['items'][number][] = [];
	for (const codeId of lineage(lines, key.codeId).before)
		for (const { decision, readings } of await decisionHistory(db, projectId, { ...key, codeId }))
			items.push({
				...{ ...decision, needsReview: true, changes: null, readings: [...readings] },
				forerunner: gone.get(codeId) ?? ''
			});
	return items;
};
