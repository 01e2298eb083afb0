import { createHash } from 'node:crypto';
import { parse } from '../../contract/parse.ts';
import { editSourceInput, type EditedSourceAnswer, type EditSourceInput } from '../../contract/source-edit.ts';
import { carryCodings } from '../../domain/coding/carry-codings.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { carryTurns } from '../../domain/source/carry-turns.ts';
import type { Source } from '../../domain/source/source.ts';
import { isSettled } from '../../domain/source/status.ts';
import { carrier, positionCarrier } from '../../domain/text/carry.ts';
import type { Edit } from '../../domain/text/edit.ts';
import { positionMap } from '../../domain/text/position.ts';
import { settleEdit, type SettledEdit } from '../../domain/text/settle-edit.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import type { Db } from '../store/database.ts';
import {
	insertVersion,
	listMemoPlaces,
	listOrphanPlaces,
	listProposedPlaces,
	lockCodingsOfSource,
	storeFates,
	storeMemoPlaces,
	storeOrphanPlaces,
	storeProposedPlaces
} from '../store/source-edits.ts';
import { findText, lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertCut, loadCut } from '../store/turns.ts';

/**
 * Corrects the text of a source: a new version, with its turns, codings, memos and proposals carried along, all in one
 * transaction. The version before stays as it was. An edit of a text that has been changed since is refused (409).
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
	if (!settled.value) return ok(unchanged(source.version, source.characters, stored.sha256));
	return ok(await storeEdit(context, trx, projectId, source, settled.value, { reason, closesBefore }));
};

/** Makes the next version of a text and takes along what hangs on it; inside a transaction that holds the source. */
export const storeEdit = async (
	context: Context,
	trx: Db,
	projectId: string,
	source: Pick<Source, 'id' | 'version' | 'status'>,
	{ text, edit }: SettledEdit,
	{ reason, closesBefore }: Pick<EditSourceInput, 'reason' | 'closesBefore'>
): Promise<EditedSourceAnswer> => {
	const { id: sourceId, version } = source;
	const after = positionMap(text);
	const at = context.now();
	const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
	const next = version + 1;
	const cut = await loadCut(trx, sourceId, version);
	const codings = await lockCodingsOfSource(trx, sourceId, version);
	await insertVersion(
		trx,
		sourceId,
		{
			...{ version: next, text, sha256, characters: after.length, operations: edit, reason },
			closesBefore: closesBefore || !isSettled(source.status)
		},
		{ by: context.actor.userId, at }
	);
	await insertCut(trx, sourceId, next, { ...cut, turns: carryTurns(cut.turns, edit, after) });
	const [present, removed] = [codings.filter((one) => !one.isRemoved), codings.filter((one) => one.isRemoved)];
	const fates = carryCodings(present, edit, after);
	const all = [...fates, ...removed.flatMap((one) => carryCodings([one], edit, after))];
	const ranges = new Map(codings.map(({ id, range }) => [id, range]));
	const placeOf = (id: string) => ranges.get(id) ?? { start: 0, end: 1 };
	await carryOrphans(trx, sourceId, edit);
	await storeFates(trx, sourceId, next, all, { anchorOf: ({ range }) => anchorOf(after, range), placeOf }, at);
	await carryPlaces(trx, sourceId, version, edit);
	await audit(context, trx, projectId, 'source.edit', { kind: 'source', id: sourceId });

	const quotes = new Map(codings.map(({ id, quote }) => [id, quote]));
	return {
		version: next,
		characters: after.length,
		sha256,
		moved: fates.filter(({ kind }) => kind === 'moved').length,
		changed: fates.flatMap((fate) => (fate.kind === 'changed' ? [{ id: fate.id, ...fate.range }] : [])),
		orphaned: fates.flatMap((fate) =>
			fate.kind === 'orphaned' ? [{ id: fate.id, at: fate.at, quote: quotes.get(fate.id) ?? '' }] : []
		)
	};
};

const unchanged = (version: number, characters: number, sha256: string): EditedSourceAnswer => ({
	...{ version, characters, sha256 },
	moved: 0,
	changed: [],
	orphaned: []
});

/** Where orphans of earlier versions stood. */
const carryOrphans = async (trx: Db, sourceId: string, edit: Edit): Promise<void> => {
	const carry = positionCarrier(edit);
	const places = await listOrphanPlaces(trx, sourceId);
	await storeOrphanPlaces(
		trx,
		places.map(({ id, position }) => ({ id, position: carry(position, 'start') }))
	);
};

/** Memos on turns, and passages that codes are proposed for. */
const carryPlaces = async (trx: Db, sourceId: string, version: number, edit: Edit): Promise<void> => {
	const begins = positionCarrier(edit);
	const memos = await listMemoPlaces(trx, sourceId);
	const moved = memos.map(({ id, position }) => ({ id, position: begins(position, 'start') }));
	await storeMemoPlaces(trx, version + 1, moved);
	const carry = carrier(edit);
	const proposed = await listProposedPlaces(trx, sourceId, version);
	const carried = proposed.flatMap(({ id, start, end }) => {
		const fate = carry({ start, end });
		return fate.kind === 'orphaned' ? [] : [{ id, ...fate.range }];
	});
	await storeProposedPlaces(trx, version + 1, carried);
};
