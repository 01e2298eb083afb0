import { placeOrphanInput } from '../../contract/carried-coding.ts';
import { toCodingAnswer } from '../../contract/coding-answer.ts';
import { restoreCodingInput, type CodingAnswer, type RemovedCodingAnswer } from '../../contract/coding.ts';
import { parse } from '../../contract/parse.ts';
import { checkCodable, checkCodes, placeRange } from '../../domain/coding/apply.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { mayMend, permitCoding, type CodingPermit } from '../access/coding-permit.ts';
import { isUuid } from '../access/permit.ts';
import { findCoding, type StoredCoding } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { dismissOrphan as dismiss, findOrphan, placeOrphan as place, type FoundOrphan } from '../store/orphans.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { orExists, projectOnly } from './change-coding.ts';

/**
 * Gives a coding whose words are gone a place in the text as it is now, with its own code, valences and notes. A code
 * that left the codebook makes place for another.
 */
export const placeOrphan = async (
	context: Context,
	projectId: string,
	codingId: string,
	input: unknown
): Promise<Result<CodingAnswer>> => {
	const parsed = parse(placeOrphanInput, input);
	if (!parsed.ok) return parsed;
	const { version, start, end, codeId: chosen } = parsed.value;
	const placed = await orExists(
		inTransaction(context.db, async (trx): Promise<Result<StoredCoding>> => {
			const found = await permitOrphan(context, trx, projectId, codingId, { codeId: chosen ?? null });
			if (!found.ok) return found;
			const { orphan, permit } = found.value;
			const codeId = chosen ?? orphan.codeId;
			const codable = checkCodable(permit.source, version);
			if (!codable.ok) return codable;
			const code = checkCodes(permit.codes, [codeId]);
			if (!code.ok) return code;
			const map = await textMap(trx, orphan.sourceId, version);
			const range = placeRange(map, start, end);
			if (!range.ok) return range;
			const fresh = { ...orphan, codeId, version, range: range.value.range, ...range.value.anchor };
			await place(trx, fresh, context.now());
			const stored = await findCoding(trx, projectId, orphan.id);
			return stored ? ok(stored) : fail('orphan-unknown');
		})
	);
	if (!placed.ok) return placed;
	context.publish({
		projectId,
		kind: 'coding',
		change: 'added',
		ids: [codingId],
		sourceId: placed.value.sourceId,
		version: placed.value.version,
		actorId: context.actor.userId
	});
	tellSource(context, projectId, placed.value);
	return ok(toCodingAnswer(placed.value));
};

/** Lets an orphan go: it leaves the list, and can come back with what the answer holds. */
export const dismissOrphan = async (
	context: Context,
	projectId: string,
	codingId: string
): Promise<Result<RemovedCodingAnswer>> => {
	const deletionId = context.newId();
	const done = await changeList(context, projectId, codingId, null, deletionId);
	return done.ok ? ok({ id: codingId, deletionId }) : done;
};

/** Puts an orphan that was let go back on the list. */
export const restoreOrphan = async (
	context: Context,
	projectId: string,
	codingId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(restoreCodingInput, input);
	if (!parsed.ok) return parsed;
	return changeList(context, projectId, codingId, parsed.value.deletionId, null);
};

const changeList = async (
	context: Context,
	projectId: string,
	codingId: string,
	from: string | null,
	to: string | null
): Promise<Result<null>> => {
	const done = await inTransaction(context.db, async (trx): Promise<Result<FoundOrphan>> => {
		const found = await permitOrphan(context, trx, projectId, codingId, { deletionId: from });
		if (!found.ok) return found;
		await dismiss(trx, codingId, to);
		return ok(found.value.orphan);
	});
	if (!done.ok) return done;
	tellSource(context, projectId, done.value);
	return ok(null);
};

/** An orphan that this person may decide about, held until the transaction ends. */
const permitOrphan = async (
	context: Context,
	trx: Db,
	projectId: string,
	codingId: string,
	{ codeId = null, deletionId = null }: { readonly codeId?: string | null; readonly deletionId?: string | null }
): Promise<Result<{ readonly orphan: FoundOrphan; readonly permit: CodingPermit }>> => {
	if (!isUuid(projectId)) return fail('project-unknown');
	const orphan = isUuid(codingId) ? await findOrphan(trx, projectId, codingId, deletionId) : null;
	const codeIds = orphan ? [codeId ?? orphan.codeId] : [];
	const permitted = await permitCoding(context, trx, projectId, orphan?.sourceId ?? null, codeIds);
	if (!orphan) {
		const told = projectOnly(permitted);
		return told.ok || told.problems[0]?.code === 'coding-unknown' ? fail('orphan-unknown') : told;
	}
	if (!permitted.ok) return permitted;
	const mine = mayMend(permitted.value, orphan, context.actor.userId);
	return mine.ok ? ok({ orphan, permit: permitted.value }) : mine;
};

/** Lists of orphans on other screens are read again. */
const tellSource = ({ publish, actor }: Context, projectId: string, { sourceId, version }: FoundOrphan) =>
	publish({
		projectId,
		kind: 'source',
		change: 'changed',
		ids: [sourceId],
		sourceId,
		version,
		actorId: actor.userId
	});
