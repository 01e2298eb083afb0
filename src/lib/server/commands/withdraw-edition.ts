import { withdrawEditionInput, type EditionAnswer } from '../../contract/edition.ts';
import { toEditionAnswer } from '../../contract/edition-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withdrawEdition as withdraw } from '../../domain/report/edition.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitEdition } from '../access/edition-permit.ts';
import { findEdition, storeEditionWithdrawal } from '../store/factsheet-editions.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/** Takes a published edition away from its readers, with a reason that they see. An earlier one does not take its place. */
export const withdrawEdition = async (
	context: Context,
	projectId: string,
	editionId: string,
	input: unknown
): Promise<Result<EditionAnswer>> => {
	const parsed = parseWords(withdrawEditionInput, input);
	if (!parsed.ok) return parsed;
	const done = await inTransaction(context.db, async (trx): Promise<Result<EditionAnswer>> => {
		const permitted = await permitEdition(context, trx, projectId, editionId, 'publication.write');
		if (!permitted.ok) return permitted;
		const { project } = permitted.value;
		await lockProject(trx, project.id);
		const edition = await findEdition(trx, project.id, editionId);
		if (!edition) return fail('edition-unknown');
		const withdrawal = { reason: parsed.value.reason, by: context.actor.userId, at: context.now() };
		const withdrawn = withdraw(edition, withdrawal);
		if (!withdrawn.ok) return withdrawn;
		await storeEditionWithdrawal(trx, withdrawn.value);
		await audit(context, trx, project.id, 'edition.withdraw', { kind: 'edition', id: edition.id });
		return ok(toEditionAnswer(withdrawn.value));
	});
	if (done.ok) {
		const ids = [editionId];
		context.publish({ projectId, kind: 'publication', change: 'changed', ids, actorId: context.actor.userId });
	}
	return done;
};
