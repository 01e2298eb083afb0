import { addCodingBatchInput, type AddCodingBatchInput, type CodingBatchAnswer } from '../../contract/coding-batch.ts';
import { parse } from '../../contract/parse.ts';
import { applyCodes as decide, type Applied } from '../../domain/coding/apply.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { audit } from '../access/audit.ts';
import { permitCoding, type CodingPermit } from '../access/coding-permit.ts';
import type { Context } from '../access/context.ts';
import { insertCodingBatch, insertCodingsOfCode } from '../store/coding-batches.ts';
import type { Db } from '../store/database.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';

const mostProblems = 50; // told at once: enough to see what is wrong

/** The passages of one source, each with its place in what was asked. */
type OfSource = {
	readonly permitted: CodingPermit;
	readonly version: number;
	readonly passages: readonly Applied[];
};

type Made = { readonly sourceId: string; readonly version: number; readonly ids: readonly string[] };

/**
 * Puts one code on many passages, as coding by search does: all or nothing, as one step that can be taken back as one.
 * A passage that this coder gave this code before stays as it is, and is counted.
 */
export const addCodingBatch = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<CodingBatchAnswer>> => {
	const parsed = parse(addCodingBatchInput, input);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	const id = context.newId();
	const stored = await inTransaction(context.db, async (trx): Promise<Result<readonly Made[]>> => {
		const decided = await decideAll(context, trx, projectId, asked);
		if (!decided.ok) return decided;
		const made: Made[] = [];
		for (const part of decided.value) made.push(await store(context, trx, projectId, asked.codeId, part));
		const codingIds = made.flatMap(({ ids }) => ids);
		const missing = asked.items.length - codingIds.length;
		if (missing > 0) {
			// The code was there before, or source or code changed since they were looked at.
			const again = await decideAll(context, trx, projectId, asked);
			if (!again.ok) return again;
		}
		if (codingIds.length === 0) return ok([]);
		const batch = { id, codeId: asked.codeId, coderId: context.actor.userId, madeAt: context.now() };
		await insertCodingBatch(trx, projectId, { ...batch, codingIds, deletionId: null });
		await audit(context, trx, projectId, 'coding.batch', { kind: 'coding-batch', id });
		return ok(made);
	});
	if (!stored.ok) return stored;
	const made = stored.value.filter(({ ids }) => ids.length > 0);
	for (const { sourceId, version, ids } of made)
		context.publish({
			...{ projectId, kind: 'coding', change: 'added', ids, sourceId, version },
			actorId: context.actor.userId
		});
	const added = made.reduce((sum, { ids }) => sum + ids.length, 0);
	return ok({
		id: added > 0 ? id : null,
		added,
		alreadyThere: asked.items.length - added,
		sources: made.length
	});
};

const decideAll = async (
	context: Context,
	trx: Db,
	projectId: string,
	{ codeId, valences, items }: AddCodingBatchInput
): Promise<Result<readonly OfSource[]>> => {
	const sourceIds = [...new Set(items.map(({ sourceId }) => sourceId))];
	const parts: OfSource[] = [];
	const problems: Problem[] = [];
	for (const sourceId of sourceIds) {
		const permitted = await permitCoding(context, trx, projectId, sourceId, [codeId]);
		if (!permitted.ok) return permitted;
		if (!permitted.value.mayApply) return fail('not-allowed', { action: 'coding.apply' });
		const { source, codes } = permitted.value;
		const map = await textMap(trx, source.id, source.version);
		const passages: Applied[] = [];
		for (const [index, item] of items.entries()) {
			if (item.sourceId !== sourceId) continue;
			const decided = decide(source, map, codes, { ...item, codeIds: [codeId], valences });
			if (decided.ok) passages.push(decided.value);
			else problems.push(...decided.problems.map((problem) => ({ ...problem, at: placeOf(problem, index) })));
		}
		parts.push({ permitted: permitted.value, version: source.version, passages });
	}
	return problems.length > 0 ? failAll(problems.slice(0, mostProblems)) : ok(parts);
};

/** What is wrong with the code or the valences is wrong once, not for each passage. */
const placeOf = ({ at = '' }: Problem, index: number): string =>
	at === 'codeId' || at === 'valences' ? at : ['items', index, at].filter((part) => part !== '').join('.');

const store = async (
	context: Context,
	trx: Db,
	projectId: string,
	codeId: string,
	{ permitted, version, passages }: OfSource
): Promise<Made> => {
	const { source, layer } = permitted;
	const [first] = passages;
	const ids = first
		? await insertCodingsOfCode(trx, {
				...{ projectId, sourceId: source.id, version, codeId, layer },
				coderId: context.actor.userId,
				valences: first.valences,
				at: context.now(),
				passages: passages.map(({ range, anchor }) => ({ id: context.newId(), range, anchor }))
			})
		: [];
	return { sourceId: source.id, version, ids };
};
