import { parse } from '../../contract/parse.ts';
import {
	decideDestructionInput,
	decideDestructionsInput,
	proposeDestructionInput,
	proposeDestructionsInput,
	type DecidedDestructionAnswer,
	type ProposedDestructionAnswer
} from '../../contract/retention.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { countSealed, decideDestruction as decide, findProposal, insertDestruction } from '../store/destructions.ts';
import { deleteKey, insertOpening } from '../store/pseudonym-keys.ts';
import { inTransaction } from '../store/transaction.ts';
import { changePseudonyms } from './change-pseudonyms.ts';

/** Proposes to destroy the key of a source with its sealed texts. It is done when a second person confirms it. */
export const proposeDestruction = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<ProposedDestructionAnswer>> => {
	const parsed = parse(proposeDestructionInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'key.destroy',
		action: 'key.propose-destruction',
		version: null,
		step: async ({ trx, project, source }) => {
			const sealed = await countSealed(trx, source.id);
			if (sealed.keyEntries + sealed.versions === 0) return fail('key-empty');
			if (await findProposal(trx, source.id)) return fail('destruction-proposed');
			const id = context.newId();
			await insertDestruction(trx, {
				id,
				projectId: project.id,
				sourceId: source.id,
				kind: 'key',
				why: 'hand',
				reason: withoutBsns(parsed.value.reason),
				state: 'proposed',
				...sealed,
				bytes: 0,
				proposedBy: context.actor.userId,
				proposedAt: context.now(),
				decidedBy: null,
				decidedAt: null
			});
			return ok({ id, ...sealed });
		}
	});
};

/**
 * Confirms or declines a proposal. Who proposed it cannot confirm it, but can take it back. What is confirmed is gone: a
 * step towards anonymity that nobody can take back. What people tell can still point to them; the page says so.
 */
export const decideDestruction = async (
	context: Context,
	projectId: string,
	sourceId: string,
	destructionId: string,
	input: unknown
): Promise<Result<DecidedDestructionAnswer>> => {
	const parsed = parse(decideDestructionInput, input);
	if (!parsed.ok) return parsed;
	const isConfirmed = parsed.value.decision === 'confirm';
	return changePseudonyms<DecidedDestructionAnswer>(context, projectId, sourceId, {
		needs: 'key.destroy',
		action: isConfirmed ? 'key.destroy' : 'key.decline-destruction',
		version: null,
		step: async ({ trx, source }) => {
			const proposal = await findProposal(trx, source.id);
			if (proposal?.id !== destructionId) return fail('destruction-unknown');
			const stamp = { by: context.actor.userId, at: context.now() };
			if (!isConfirmed) {
				await decide(trx, proposal.id, { state: 'declined', keyEntries: 0, versions: 0 }, stamp);
				return ok({ state: 'declined', keyEntries: 0, versions: 0 });
			}
			if (proposal.proposedBy === stamp.by) return fail('destruction-own');
			const sealed = await countSealed(trx, source.id);
			await deleteKey(trx, source.id);
			await decide(trx, proposal.id, { state: 'done', ...sealed }, stamp);
			const opening = { id: context.newId(), act: 'destroyed', reason: proposal.reason } as const;
			await insertOpening(trx, source.id, { ...opening, entries: sealed.keyEntries }, stamp);
			return ok({ state: 'done', ...sealed });
		}
	});
};

/** Proposes it for several interviews with one reason: for all of them, or for none. */
export const proposeDestructions = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(proposeDestructionsInput, input);
	if (!parsed.ok) return parsed;
	const { sourceIds, reason } = parsed.value;
	return inTransaction(context.db, async (trx): Promise<Result<null>> => {
		for (const sourceId of new Set(sourceIds)) {
			const one = await proposeDestruction({ ...context, db: trx }, projectId, sourceId, { reason });
			if (!one.ok) return one;
		}
		return ok(null);
	});
};

/** Decides about several proposals at once: about all of them, or about none. */
export const decideDestructions = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(decideDestructionsInput, input);
	if (!parsed.ok) return parsed;
	const { proposals, decision } = parsed.value;
	return inTransaction(context.db, async (trx): Promise<Result<null>> => {
		for (const { sourceId, destructionId } of proposals) {
			const inside = { ...context, db: trx };
			const one = await decideDestruction(inside, projectId, sourceId, destructionId, { decision });
			if (!one.ok) return one;
		}
		return ok(null);
	});
};
