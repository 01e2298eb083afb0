import { readDecisionInput, type SecondReadingAnswer } from '../../contract/decision.ts';
import { readSecond } from '../../domain/integration/second-reading.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { rowKeyFrom } from '../../merge/row-id.ts';
import { themeOfRow } from '../../merge/themes.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay } from '../access/display-permit.ts';
import { decisionHistory, insertSecondReading } from '../store/decisions.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/**
 * Says as a second researcher that a decision is right, or what it should be. The decision stays as it is; what was
 * said before stays too, and the last answer of each reader is shown beside it.
 */
export const readDecision = async (
	context: Context,
	projectId: string,
	rowId: string,
	input: unknown
): Promise<Result<SecondReadingAnswer>> => {
	const parsed = parseWords(readDecisionInput, input);
	if (!parsed.ok) return parsed;
	const key = rowKeyFrom(rowId);
	if (!key) return fail('row-unknown');
	const read = await inTransaction(context.db, async (trx): Promise<Result<SecondReadingAnswer>> => {
		const permitted = await permitDisplay(context, trx, projectId, 'display.decide', key);
		if (!permitted.ok) return permitted;
		const { project, frame } = permitted.value;
		if (!themeOfRow(frame.codebook, frame.waves, key)) return fail('row-unknown');
		const [latest] = await decisionHistory(trx, project.id, key);
		if (!latest) return fail('decision-missing');
		const { decidedAt, ...said } = parsed.value;
		if (decidedAt !== undefined && decidedAt !== latest.decision.decidedAt) return fail('decision-changed');
		const reading = readSecond(latest.decision, said, {
			...{ userId: context.actor.userId, name: context.actor.name, at: context.now().toISOString() }
		});
		if (!reading.ok) return reading;
		await insertSecondReading(trx, project.id, latest.id, context.newId(), reading.value);
		await audit(context, trx, project.id, 'decision.read', { kind: 'decision', id: latest.id });
		return ok(reading.value);
	});
	if (!read.ok) return read;
	context.publish({ projectId, kind: 'decision', change: 'changed', ids: [rowId], actorId: context.actor.userId });
	return read;
};
