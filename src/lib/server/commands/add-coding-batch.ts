import { addCodingBatchInput, type AddedCodingBatchAnswer } from '../../contract/coding-batch.ts';
import { checkCodable, checkCodes, readValences } from '../../domain/coding/apply.ts';
import { placeBatch, type BatchSource } from '../../domain/coding/batch.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import { permitCoding } from '../access/coding-permit.ts';
import { permit } from '../access/permit.ts';
import { holdCode, holdSources, insertBatch, titlesOf, type Moved, type NewItem } from '../store/coding-batches.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

type Part = BatchSource & { readonly id: SourceId; readonly layer: Layer };

/** Puts one code on many passages in one step: all of them, but for those where this coder has it already; or none. */
export const addCodingBatch = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<AddedCodingBatchAnswer>> => {
	const parsed = parseWords(addCodingBatchInput, input);
	if (!parsed.ok) return parsed;
	const { codeId, items } = parsed.value;
	const permitted = await permit(context, projectId, 'coding.apply');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const valences = readValences(parsed.value.valences ?? []);
	if (!valences.ok) return valences;
	const read = await readSources(context, project.id, codeId, [...new Set(items.map(({ sourceId }) => sourceId))]);
	if (!read.ok) return read;
	const sources = read.value;
	const placed = placeBatch(sources, items);
	if (!placed.ok) return placed;

	const made: readonly NewItem[] = placed.value.flatMap((item) => {
		const source = sources.get(item.sourceId);
		return source ? [{ ...item, id: context.newId(), version: source.version, layer: source.layer }] : [];
	});
	const batch = {
		id: context.newId(),
		projectId: project.id,
		codeId,
		coderId: context.actor.userId,
		valences: valences.value,
		at: context.now()
	};
	const stored = await inTransaction(context.db, async (trx) => {
		const held = await holdSources(trx, [...sources.values()]);
		const moved = [...sources.values()].find(({ id }) => !held.has(id));
		if (moved) return fail('coding-batch-stale', { title: moved.title, version: moved.version }, 'items');
		if (!(await holdCode(trx, codeId))) return fail('code-unknown', undefined, 'codeId');
		return ok(await insertBatch(trx, batch, made));
	});
	if (!stored.ok) return stored;
	const added = made.filter(({ id }) => stored.value.has(id));
	publishMoved(context, project.id, added, 'added');
	return ok({
		id: added.length > 0 ? batch.id : null,
		added: added.length,
		alreadyThere: made.length - added.length,
		sources: new Set(added.map(({ sourceId }) => sourceId)).size
	});
};

/** The sources as they are now, if this person may code on each of them. */
const readSources = async (
	context: Context,
	projectId: ProjectId,
	codeId: CodeId,
	sourceIds: readonly SourceId[]
): Promise<Result<ReadonlyMap<SourceId, Part>>> => {
	const titles = await titlesOf(context.db, projectId, sourceIds);
	const parts = new Map<SourceId, Part>();
	for (const id of sourceIds) {
		const permitted = await permitCoding(context, context.db, projectId, id, [codeId]);
		if (!permitted.ok) return permitted;
		const { source, codes, layer, mayApply } = permitted.value;
		if (!mayApply) return fail('not-allowed', { action: 'coding.apply' });
		const fit = checkCodes(codes, [codeId]);
		if (!fit.ok) return fit;
		const codable = checkCodable(source, null);
		if (!codable.ok) return codable;
		const map = await textMap(context.db, id, source.version);
		parts.set(id, { id, title: titles.get(id) ?? '', status: source.status, version: source.version, layer, map });
	}
	return ok(parts);
};

const together = 100; // ids in one event, so that other screens take them in bit by bit

/** Tells other screens which codings came or went, source by source. */
export const publishMoved = (
	context: Context,
	projectId: ProjectId,
	moved: readonly Moved[],
	change: 'added' | 'removed'
): void => {
	for (const [sourceId, codings] of Map.groupBy(moved, (coding) => coding.sourceId))
		for (let from = 0; from < codings.length; from += together) {
			const part = codings.slice(from, from + together);
			const version = part[0]?.version;
			const ids = part.map(({ id }) => id);
			const event = { projectId, kind: 'coding' as const, change, ids, sourceId, actorId: context.actor.userId };
			context.publish({ ...event, ...(version !== undefined && { version }) });
		}
};
