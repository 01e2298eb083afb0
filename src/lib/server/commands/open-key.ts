import { parse } from '../../contract/parse.ts';
import { openKeyInput, type OpenedKeyAnswer } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { insertOpening, listKeyEntries } from '../store/pseudonym-keys.ts';
import { changePseudonyms } from './change-pseudonyms.ts';
import { openEntry } from './keep-key.ts';

/**
 * Opens the key of a source for its holder. The reason is kept and the log gets a line; the words are in the answer and
 * nowhere else. Lines that were changed, moved, or sealed with another secret stay shut, and are counted.
 */
export const openKey = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<OpenedKeyAnswer>> => {
	const parsed = parse(openKeyInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'key.open',
		action: 'key.open',
		version: null,
		step: async ({ trx, source }) => {
			const lines = await listKeyEntries(trx, source.id);
			if (lines.length === 0) return fail('key-empty');
			const entries = lines.map((line) => {
				const words = openEntry(context, source.id, line);
				return { placeholder: line.placeholder, kind: line.kind, words: words && [...words] };
			});
			await insertOpening(
				trx,
				source.id,
				{ id: context.newId(), act: 'opened', reason: withoutBsns(parsed.value.reason), entries: lines.length },
				{ by: context.actor.userId, at: context.now() }
			);
			return ok({ entries, unreadable: entries.filter(({ words }) => words === null).length });
		}
	});
};
