import { parse } from '../../contract/parse.ts';
import { toCutAnswer } from '../../contract/source-answer.ts';
import { changeTurnsInput, type ChangeTurnsInput, type CutAnswer } from '../../contract/turns.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { movesBorders, recut, type Cut } from '../../domain/source/recut.ts';
import { isSettled } from '../../domain/source/status.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { lockSource } from '../store/sources.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { loadCut, saveCut } from '../store/turns.ts';

/**
 * Mends the cut of a source into turns and speakers: all operations or none. Borders of turns settle with the release,
 * because references to quotes hold turn numbers; who speaks can be mended after it too.
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
	const changed = await inTransaction(context.db, (trx) => change(context, trx, source.id, parsed.value));
	if (!changed.ok) return changed;
	context.publish({
		projectId: project.id,
		kind: 'source',
		change: 'changed',
		ids: [source.id],
		sourceId: source.id,
		version: parsed.value.version,
		actorId: context.actor.userId
	});
	return ok({ version: parsed.value.version, ...toCutAnswer(changed.value) });
};

const change = async (
	{ newId }: Context,
	trx: Db,
	sourceId: string,
	{ version, operations }: ChangeTurnsInput
): Promise<Result<Cut>> => {
	const source = await lockSource(trx, sourceId);
	if (!source) return fail('source-unknown');
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	const isLocked = isSettled(source.status) || (await countCodingsOfSource(trx, sourceId)) > 0;
	if (isLocked && operations.some(movesBorders)) return fail('turns-settled');

	const map = await textMap(trx, sourceId, version);
	let cut = await loadCut(trx, sourceId, version);
	for (const [index, operation] of operations.entries()) {
		const plain = 'label' in operation ? { ...operation, label: withoutBsns(operation.label) } : operation;
		const next = recut(map, cut, plain, newId());
		if (!next.ok) return failAll(next.problems.map((problem) => ({ ...problem, at: `operations.${index}` })));
		cut = next.value;
	}
	await saveCut(trx, sourceId, version, cut);
	return ok(cut);
};
