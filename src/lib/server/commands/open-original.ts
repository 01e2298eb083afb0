import { parse } from '../../contract/parse.ts';
import { openKeyInput } from '../../contract/pseudonym.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { insertOpening } from '../store/pseudonym-keys.ts';
import { findUpload } from '../store/source-uploads.ts';
import { changePseudonyms } from './change-pseudonyms.ts';
import { destroyOriginalOf, openOriginalOf } from './keep-original.ts';

/** A file as it was handed in, to be saved; never a type that a browser would show. */
export type OriginalFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Hands the file an interview came from to the holder of the keys. The reason is kept, and the log gets a line. */
export const openOriginal = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<OriginalFile>> => {
	const parsed = parse(openKeyInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'key.open',
		action: 'original.open',
		version: null,
		step: async ({ trx, source }) => {
			const upload = await findUpload(trx, source.id);
			if (upload?.state !== 'kept') return fail('original-gone');
			const file = await openOriginalOf(context, trx, source.id, upload);
			if (!file) return fail('original-unreadable');
			await insertOpening(
				trx,
				source.id,
				{ id: context.newId(), act: 'original-opened', reason: withoutBsns(parsed.value.reason), entries: 1 },
				{ by: context.actor.userId, at: context.now() }
			);
			return ok({ ...file, type: 'application/octet-stream' });
		}
	});
};

/** Destroys the file an interview came from before its term is over. */
export const destroyOriginal = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<null>> => {
	const parsed = parse(openKeyInput, input);
	if (!parsed.ok) return parsed;
	return changePseudonyms(context, projectId, sourceId, {
		needs: 'key.open',
		action: null,
		version: null,
		step: async ({ trx, project, source }) => {
			const place = { projectId: project.id, sourceId: source.id };
			const reason = withoutBsns(parsed.value.reason);
			return (await destroyOriginalOf(context, trx, place, 'hand', reason)) ? ok(null) : fail('original-gone');
		}
	});
};
