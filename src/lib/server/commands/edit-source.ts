import { parse } from '../../contract/parse.ts';
import { editSourceInput, type EditedSourceAnswer, type EditSourceInput } from '../../contract/source-edit.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { toCanonicalText } from '../../domain/text/canonical-edit.ts';
import { applyEdit, composeEdits, isEmptyEdit, parseEdit } from '../../domain/text/edit.ts';
import { bsnBlock, withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import type { Db } from '../store/database.ts';
import { findText, lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { changeText } from './change-text.ts';

/**
 * Corrects the text of a source: a new version, with its turns, codings, memos and proposals carried along, all in one
 * transaction. The version before stays as it was. A citizen service number (BSN) is never stored. An edit of a text that has been changed since is refused (409).
 */
export const editSource = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<EditedSourceAnswer>> => {
	const parsed = parse(editSourceInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { project, source } = permitted.value;
	const edited = await inTransaction(context.db, (trx) => edit(context, trx, project.id, source.id, parsed.value));
	if (edited.ok && edited.value.version !== parsed.value.version)
		context.publish({
			projectId: project.id,
			kind: 'source',
			change: 'changed',
			ids: [source.id],
			sourceId: source.id,
			version: edited.value.version,
			actorId: context.actor.userId
		});
	return edited;
};

const edit = async (
	context: Context,
	trx: Db,
	projectId: string,
	sourceId: string,
	{ version, operations, reason }: EditSourceInput
): Promise<Result<EditedSourceAnswer>> => {
	const source = await lockSource(trx, sourceId);
	const stored = source && (await findText(trx, sourceId, source.version));
	if (!source || !stored) return fail('source-unknown');
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	const asked = parseEdit(operations, source.characters);
	if (!asked.ok) return asked;
	const settled = toCanonicalText(stored.text, asked.value);
	if (!settled.ok) return settled;
	// A citizen service number is not stored, also not one that a correction made whole.
	const block = bsnBlock(settled.value.text);
	const edit = composeEdits(settled.value.edit, block.edit);
	const text = applyEdit(stored.text, edit);
	if (isEmptyEdit(edit) || text === stored.text)
		return ok({ ...unchanged(source.version, source.characters, stored.sha256), bsnsRemoved: block.found });
	if (text.trim() === '') return fail('edit-empties-text', undefined, 'operations');

	const changed = await changeText(context, trx, source, { text: stored.text, edit, reason: withoutBsns(reason) });
	await audit(context, trx, projectId, 'source.edit', { kind: 'source', id: sourceId });
	const quotes = new Map(changed.codings.map(({ id, quote }) => [id, quote]));
	return ok({
		version: changed.version,
		characters: changed.after.length,
		sha256: changed.sha256,
		moved: changed.fates.filter(({ kind }) => kind === 'moved').length,
		changed: changed.fates.flatMap((fate) => (fate.kind === 'changed' ? [{ id: fate.id, ...fate.range }] : [])),
		orphaned: changed.fates.flatMap((fate) =>
			fate.kind === 'orphaned' ? [{ id: fate.id, at: fate.at, quote: quotes.get(fate.id) ?? '' }] : []
		),
		bsnsRemoved: block.found
	});
};

const unchanged = (version: number, characters: number, sha256: string): EditedSourceAnswer => ({
	...{ version, characters, sha256 },
	moved: 0,
	changed: [],
	orphaned: [],
	bsnsRemoved: 0
});
