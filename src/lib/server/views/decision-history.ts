import type { DecisionHistoryAnswer } from '../../contract/decision.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { todayOf } from '../../merge/lay-out.ts';
import { reviewed } from '../../merge/decide.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { themeOfRow } from '../../merge/themes.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { decisionHistory } from '../store/decisions.ts';
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
	const decisions = await decisionHistory(context.db, project.id, key);
	return ok({ items: decisions.map((kept) => reviewed(kept, todayOf(row))) });
};
