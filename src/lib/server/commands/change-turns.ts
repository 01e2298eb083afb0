import { parse } from '../../contract/parse.ts';
import { toCutAnswer } from '../../contract/source-answer.ts';
import { changeTurnsInput, type ChangeTurnsInput, type CutAnswer } from '../../contract/turns.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { madeOf } from '../../domain/source/reading.ts';
import { changedTimes, movesBorders, recut, withTimesOf, type Cut } from '../../domain/source/recut.ts';
import { relabelEdit, type Renaming } from '../../domain/source/relabel.ts';
import { isSettled } from '../../domain/source/status.ts';
import { settleEdit } from '../../domain/text/settle-edit.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { lockSource } from '../store/sources.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { carryReadings } from './carry-readings.ts';
import { storeEdit } from './edit-source.ts';
import { loadCut, mergeInOlderVersions, saveCut } from '../store/turns.ts';

/**
 * Mends the cut of a source into turns and speakers: all operations or none. Borders of turns settle with the release,
 * because references to quotes hold turn numbers; who speaks, and when, can be mended after it too. A time that is
 * corrected after the release, and a new name that is written where the old one stands in the text, are edits with a
 * version of their own.
 */
export const changeTurns = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<CutAnswer>> => {
	const parsed = parse(changeTurnsInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { project, source } = permitted.value;
	const changed = await inTransaction(context.db, (trx) => change(context, trx, project.id, source.id, parsed.value));
	if (!changed.ok) return changed;
	context.publish({
		projectId: project.id,
		kind: 'source',
		change: 'changed',
		ids: [source.id],
		sourceId: source.id,
		version: changed.value.version,
		actorId: context.actor.userId
	});
	return ok({ version: changed.value.version, ...toCutAnswer(changed.value.cut) });
};

const change = async (
	context: Context,
	trx: Db,
	projectId: string,
	sourceId: string,
	{ version, operations, reason = '' }: ChangeTurnsInput
): Promise<Result<{ readonly version: number; readonly cut: Cut }>> => {
	const source = await lockSource(trx, sourceId);
	if (!source) return fail('source-unknown');
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	const isLocked = isSettled(source.status) || (await countCodingsOfSource(trx, sourceId)) > 0;
	if (isLocked && operations.some(movesBorders)) return fail('turns-settled');

	const map = await textMap(trx, sourceId, version);
	const before = await loadCut(trx, sourceId, version);
	let cut = before;
	for (const [index, operation] of operations.entries()) {
		const plain = 'label' in operation ? { ...operation, label: withoutBsns(operation.label) } : operation;
		const next = recut(map, cut, plain, context.newId());
		if (!next.ok) return failAll(next.problems.map((problem) => ({ ...problem, at: `operations.${index}` })));
		cut = next.value;
	}
	for (const operation of operations)
		if (operation.kind === 'merge-speakers') await mergeInOlderVersions(trx, sourceId, version, operation);
	// Once people work with a text, the times as they were stay with the version they were read in.
	const times = isLocked ? changedTimes(before, cut) : 0;
	await saveCut(trx, sourceId, version, times > 0 ? withTimesOf(before, cut) : cut);
	await carryReadings(trx, sourceId, version, madeOf(before.turns, cut.turns));
	const text = map.slice(0, map.length);
	const settled = settleEdit(text, relabelEdit(map, before.turns, renamingsOf(before, cut, operations)));
	if (!settled.ok) return settled;
	if (!settled.value && times === 0) return ok({ version, cut });
	const stored = await storeEdit(context, trx, projectId, source, settled.value ?? { edit: [], text }, {
		...{ before: text, reason, closesBefore: false, times }
	});
	const carried = await loadCut(trx, sourceId, stored.version);
	if (times === 0) return ok({ version: stored.version, cut: carried });
	const timed = withTimesOf(cut, carried);
	await saveCut(trx, sourceId, stored.version, timed);
	return ok({ version: stored.version, cut: timed });
};

/** Speakers whose new name is to stand in the text too; one who went into another speaker has no name any more. */
const renamingsOf = (before: Cut, after: Cut, operations: ChangeTurnsInput['operations']): readonly Renaming[] => {
	const asked = new Set(
		operations.flatMap((one) => (one.kind === 'rename-speaker' && one.inText === true ? [one.speakerId] : []))
	);
	return before.speakers.flatMap(({ id, label }) => {
		const to = after.speakers.find((speaker) => speaker.id === id)?.label;
		return asked.has(id) && to !== undefined ? [{ speakerId: id, from: label, to }] : [];
	});
};
