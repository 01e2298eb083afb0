import { parse } from '../../contract/parse.ts';
import { checkPseudonymsInput, type PseudonymsAnswer } from '../../contract/pseudonym.ts';
import { fail, failAll, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { doneBy, saveCheck } from '../store/pseudonym-work.ts';
import { afterStep, changePseudonyms } from './change-pseudonyms.ts';
import { obstacles, stepOn } from './finish-pseudonyms.ts';

/**
 * The second reader confirms that no name is left, or sends the text back. Nobody checks the own work. What the reader
 * found is replaced, and the text done anew, before it can be confirmed.
 */
export const checkPseudonyms = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<PseudonymsAnswer>> => {
	const parsed = parse(checkPseudonymsInput, input);
	if (!parsed.ok) return parsed;
	const { version, outcome, note } = parsed.value;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'pseudonym.check',
		action: outcome === 'confirmed' ? 'pseudonym.confirm' : 'pseudonym.send-back',
		version,
		step: async (workplace) => {
			const { trx, source, desk } = workplace;
			if (desk.work.done?.version !== source.version) return fail('pseudonyms-not-done');
			if ((await doneBy(trx, source.id)) === context.actor.userId) return fail('pseudonyms-own-work');
			if (outcome === 'sent-back' && note === '') return fail('pseudonyms-note-needed', undefined, 'note');
			const problems = outcome === 'confirmed' ? obstacles(workplace) : [];
			if (problems.length > 0) return failAll(problems);
			const stamp = { by: context.actor.userId, at: context.now() };
			await saveCheck(trx, source.id, outcome, withoutBsns(note), stamp);
			if (outcome === 'confirmed') await stepOn(workplace);
			return afterStep(context, workplace);
		}
	});
};
