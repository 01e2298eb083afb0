import { parse } from '../../contract/parse.ts';
import { openVersionInput, type OpenedVersionAnswer } from '../../contract/sealed-version.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { openUntil } from '../../domain/source/retention.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { unsealVersion } from '../access/seal-version.ts';
import { findSealedVersion, insertOpening } from '../store/pseudonym-keys.ts';
import { changePseudonyms } from './change-pseudonyms.ts';

/**
 * Opens a text from before its pseudonyms for the holder of the key, for a while and for nobody else. The reason is kept,
 * and the log gets a line. The text itself stays sealed: each reading opens it anew, as long as the while lasts.
 */
export const openVersion = async (
	context: Context,
	projectId: string,
	sourceId: string,
	version: string | number,
	input: unknown
): Promise<Result<OpenedVersionAnswer>> => {
	const parsed = parse(openVersionInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'key.open',
		action: 'version.open',
		version: null,
		step: async ({ trx, source }) => {
			const number = Number(version);
			const sealed = Number.isInteger(number) ? await findSealedVersion(trx, source.id, number) : null;
			if (!sealed) return fail('version-unknown');
			if (unsealVersion(context, source.id, number, sealed) === null) return fail('key-unreadable');
			const until = openUntil(context.now());
			const reason = withoutBsns(parsed.value.reason);
			await insertOpening(
				trx,
				source.id,
				{ id: context.newId(), act: 'version-opened', reason, entries: 1, version: number, openUntil: until },
				{ by: context.actor.userId, at: context.now() }
			);
			return ok({ version: number, openUntil: until.toISOString() });
		}
	});
};
