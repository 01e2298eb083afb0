import { parse } from '../../contract/parse.ts';
import { editSourceInput, type EditedSourceAnswer, type EditSourceInput } from '../../contract/source-edit.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Source } from '../../domain/source/source.ts';
import { isSettled } from '../../domain/source/status.ts';
import { applyEdit, composeEdits } from '../../domain/text/edit.ts';
import { settleEdit, type SettledEdit } from '../../domain/text/settle-edit.ts';
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
 * transaction. The version before stays as it was. A citizen service number (BSN) is
 * never stored. An edit of a text that has been changed since is refused (409).
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
	{ version, operations, reason, closesBefore }: EditSourceInput
): Promise<Result<EditedSourceAnswer>> => {
	const source = await lockSource(trx, sourceId);
	const stored = source && (await findText(trx, sourceId, source.version));
	if (!source || !stored) return fail('source-unknown');
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	const settled = settleEdit(stored.text, operations);
	if (!settled.ok) return settled;
	const same = unchanged(source.version, source.characters, stored.sha256);
	if (!settled.value) return ok(same);
	const free = withoutNumbers(stored.text, settled.value);
	if (free.text === stored.text) return ok({ ...same, bsnsRemoved: free.bsnsRemoved });
	return ok(await storeEdit(context, trx, projectId, source, free, { before: stored.text, reason, closesBefore }));
};

type FreeEdit = SettledEdit & { readonly bsnsRemoved: number };

/** The edit without citizen service numbers, also without one that a correction made whole. */
const withoutNumbers = (before: string, { edit: asked, text }: SettledEdit): FreeEdit => {
	const block = bsnBlock(text);
	if (block.found === 0) return { edit: asked, text, bsnsRemoved: 0 };
	const composed = composeEdits(asked, block.edit);
	return { edit: composed, text: applyEdit(before, composed), bsnsRemoved: block.found };
};

/** Makes the next version of a text and takes along what hangs on it; inside a transaction that holds the source. */
export const storeEdit = async (
	context: Context,
	trx: Db,
	projectId: string,
	source: Pick<Source, 'id' | 'version' | 'status'>,
	{ edit, bsnsRemoved = 0 }: SettledEdit & Partial<FreeEdit>,
	{
		before,
		reason,
		closesBefore,
		times = 0
	}: Pick<EditSourceInput, 'reason' | 'closesBefore'> & { readonly before: string; readonly times?: number }
): Promise<EditedSourceAnswer> => {
	const changed = await changeText(context, trx, source, {
		...{ text: before, edit, reason: withoutBsns(reason ?? '') },
		closesBefore: closesBefore || !isSettled(source.status),
		times
	});
	await audit(context, trx, projectId, 'source.edit', { kind: 'source', id: source.id });
	const quotes = new Map(changed.codings.map(({ id, quote }) => [id, quote]));
	return {
		version: changed.version,
		characters: changed.after.length,
		sha256: changed.sha256,
		moved: changed.fates.filter(({ kind }) => kind === 'moved').length,
		changed: changed.fates.flatMap((fate) => (fate.kind === 'changed' ? [{ id: fate.id, ...fate.range }] : [])),
		orphaned: changed.fates.flatMap((fate) =>
			fate.kind === 'orphaned' ? [{ id: fate.id, at: fate.at, quote: quotes.get(fate.id) ?? '' }] : []
		),
		bsnsRemoved
	};
};

const unchanged = (version: number, characters: number, sha256: string): EditedSourceAnswer => ({
	...{ version, characters, sha256 },
	moved: 0,
	changed: [],
	orphaned: [],
	bsnsRemoved: 0
});
