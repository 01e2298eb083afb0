import { reviewCodingsInput, type ReviewedCodingsAnswer } from '../../contract/carried-coding.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitCoding } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { findChanged, markReviewed } from '../store/orphans.ts';
import { inTransaction } from '../store/transaction.ts';

type Reviewed = { readonly ids: readonly string[]; readonly sourceIds: readonly string[] };

/**
 * Notes that somebody looked at codings in which a corrected text changed words: all of them or none. Whoever codes on a
 * source may look for the whole team.
 */
export const reviewCodings = async (
	context: Context,
	projectId: string,
	input: unknown
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
		const changed = found.filter(({ isChanged }) => isChanged);
		await markReviewed(
			trx,
			changed.map(({ id }) => id)
		);
		for (const { id } of changed) await audit(context, trx, projectId, 'coding.review', { kind: 'coding', id });
		return ok({ ids: changed.map(({ id }) => id), sourceIds });
	});
	if (!done.ok) return done;
	const { actor, publish } = context;
	for (const sourceId of done.value.ids.length > 0 ? done.value.sourceIds : [])
		publish({ projectId, kind: 'source', change: 'changed', ids: [sourceId], sourceId, actorId: actor.userId });
	return ok({ reviewed: [...done.value.ids] });
};
