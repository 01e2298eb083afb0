import { reviewCodingsInput, type ReviewedCodingsAnswer } from '../../contract/carried-coding.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { findChanged, markReviewed, unmarkReviewed } from '../store/changed-codings.ts';
import { inTransaction } from '../store/transaction.ts';

type Reviewed = { readonly ids: readonly string[]; readonly sourceIds: readonly string[] };

/**
 * Notes that somebody looked at codings in which a corrected text changed words: all of them or none. Whoever codes on a
 * source may look for the whole team.
 */
export const reviewCodings = (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ReviewedCodingsAnswer>> => changeReviews(context, projectId, input, false);

/** Takes back that somebody looked at codings; one whose words changed again since waits already. */
export const takeBackReviews = (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ReviewedCodingsAnswer>> => changeReviews(context, projectId, input, true);

const changeReviews = async (
	context: Context,
	projectId: string,
	input: unknown,
	isBack: boolean
): Promise<Result<ReviewedCodingsAnswer>> => {
	const parsed = parse(reviewCodingsInput, input);
	if (!parsed.ok) return parsed;
	const entered = await permit(context, projectId, 'coding.apply');
	if (!entered.ok) return entered;
	const asked = [...new Set(parsed.value.codingIds)];
	const done = await inTransaction(context.db, async (trx): Promise<Result<Reviewed>> => {
		const found = await findChanged(trx, projectId, asked);
		if (found.length < asked.length) return fail('coding-unknown');
		const sourceIds = [...new Set(found.map(({ sourceId }) => sourceId))];
		for (const sourceId of sourceIds) {
			const permitted = await permitCoding(context, trx, projectId, sourceId, []);
			if (!permitted.ok) return permitted.problems[0]?.code === 'source-unknown' ? fail('coding-unknown') : permitted;
			const { layer, mayApply } = permitted.value;
			if (!mayApply) return fail('not-allowed', { action: 'coding.apply' });
			const isSeen = found
				.filter((coding) => coding.sourceId === sourceId)
				.every((coding) => coding.layer === layer && (layer === 'shared' || coding.coderId === context.actor.userId));
			if (!isSeen) return fail('coding-unknown');
		}
		const ids = found.filter(({ isChanged, isReviewed }) => (isBack ? isReviewed : isChanged)).map(({ id }) => id);
		await (isBack ? unmarkReviewed : markReviewed)(trx, ids);
		const action = isBack ? 'coding.unreview' : 'coding.review';
		for (const id of ids) await audit(context, trx, projectId, action, { kind: 'coding', id });
		return ok({ ids, sourceIds });
	});
	if (!done.ok) return done;
	const { actor, publish } = context;
	for (const sourceId of done.value.ids.length > 0 ? done.value.sourceIds : [])
		publish({ projectId, kind: 'source', change: 'changed', ids: [sourceId], sourceId, actorId: actor.userId });
	return ok({ reviewed: [...done.value.ids] });
};
