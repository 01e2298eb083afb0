import { decideFitInput, type DecidedAnswer } from '../../contract/decision.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { besideRow, keptBeside } from '../../merge/finding-changes.ts';
import { observedIn } from '../../merge/observed.ts';
import { basisOf } from '../../merge/decision-changes.ts';
import { decide } from '../../merge/decide.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { themeOfRow } from '../../merge/themes.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { insertDecision } from '../store/decisions.ts';
import { loadDisplay } from '../store/display.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/**
 * Sets the fit of a row, on the data of this moment: who sends the fingerprint that was seen and it has changed since
 * is told so, and nothing is stored; so is who sends the decision that was seen and another one came since. Earlier
 * decisions stay in the history.
 */
export const decideFit = async (
	context: Context,
	projectId: string,
	rowId: string,
	input: unknown
): Promise<Result<DecidedAnswer>> => {
	const parsed = parseWords(decideFitInput, input);
	if (!parsed.ok) return parsed;
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');

	const decided = await inTransaction(context.db, async (trx): Promise<Result<DecidedAnswer>> => {
		const permitted = await permitDisplay(context, trx, projectId, 'display.decide', key);
		if (!permitted.ok) return permitted;
		const { project, frame, pillar, area } = permitted.value;
		if (!themeOfRow(frame.codebook, frame.waves, key)) return fail('row-unknown');
		await lockProject(trx, project.id);
		const data = await loadDisplay(trx, permitted.value, frame, { ...key, pillar, area });
		const built = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (!built.ok) return fail('row-unknown');
		const { rows, studies, waves } = built.value;
		const row = rows.find((candidate) => candidate.rowId === rowId);
		if (!row) return fail('row-unknown');
		const { fingerprint, decidedAt, ...asked } = parsed.value;
		if (fingerprint !== undefined && fingerprint !== row.fingerprint) return fail('version-conflict');
		const present = row.decision?.decidedAt ?? null;
		if (decidedAt !== undefined && decidedAt !== present) return fail('decision-changed');

		const decision = decide(row, asked, {
			userId: context.actor.userId,
			name: context.actor.name,
			at: context.now().toISOString()
		});
		if (!decision.ok) return decision;
		const id = context.newId();
		await insertDecision(trx, project.id, id, key, {
			decision: decision.value,
			basis: { ...basisOf(row), ...keptBeside(besideRow(row, studies, observedIn(data.observed ?? [], waves))) }
		});
		await audit(context, trx, project.id, 'decision.add', { kind: 'decision', id });
		return ok({ ...decision.value, rowId, needsReview: false, changes: [], readings: [] });
	});
	if (decided.ok)
		context.publish({
			projectId,
			kind: 'decision',
			change: 'added',
			ids: [rowId],
			actorId: context.actor.userId
		});
	return decided;
};
