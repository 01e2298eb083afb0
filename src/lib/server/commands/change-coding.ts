import { toCodingAnswer } from '../../contract/coding-answer.ts';
import { changeCodingInput, type ChangeCodingInput, type CodingAnswer } from '../../contract/coding.ts';
import { changeCoding as decide, decidedWhen } from '../../domain/coding/change.ts';
import { codeGiven } from '../../domain/coding/code-moments.ts';
import { writtenBy } from '../../domain/coding/note-writers.ts';
import { moveEdge, unitsAround } from '../../domain/coding/reshape.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { boundariesOf } from '../../domain/text/boundary.ts';
import type { PositionMap } from '../../domain/text/position.ts';
import type { Context } from '../access/context.ts';
import { mayMend, permitCoding } from '../access/coding-permit.ts';
import { isUuid } from '../access/permit.ts';
import { findCoding, updateCoding, type StoredCoding } from '../store/codings.ts';
import { brokenConstraint } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { listTurnsOfVersion } from '../store/source-versions.ts';
import { textMap } from '../store/text-maps.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

/** Resizes or recodes a coding, or changes its valences, memo or mark. */
export const changeCoding = async (
	context: Context,
	projectId: string,
	codingId: string,
	input: unknown
): Promise<Result<CodingAnswer>> => {
	const parsed = parseWords(changeCodingInput, input);
	if (!parsed.ok) return parsed;
	const change = parsed.value;
	const { actor } = context;
	const changed = await orExists(
		inTransaction(context.db, async (trx): Promise<Result<StoredCoding>> => {
			if (!isUuid(projectId)) return fail('project-unknown');
			const coding = isUuid(codingId) ? await findCoding(trx, projectId, codingId, 'lock') : null;
			const permitted = await permitCoding(
				context,
				trx,
				projectId,
				coding?.sourceId ?? null,
				change.codeId ? [change.codeId] : []
			);
			if (!coding) return projectOnly(permitted);
			if (!permitted.ok) return permitted;
			const own = mayMend(permitted.value, coding, actor.userId);
			if (!own.ok) return own;
			const unchanged = checkSeen(coding, change);
			if (!unchanged.ok) return unchanged;
			const map = await textMap(trx, coding.sourceId, coding.version);
			const moved = await movedEdge(trx, coding, map, change);
			if (!moved.ok) return moved;
			const decided = decide(permitted.value.source, map, permitted.value.codes, coding, moved.value);
			if (!decided.ok) return decided;
			const at = context.now();
			const { codeId, memo } = decided.value;
			const moments = codeGiven(coding, codeId, at.toISOString(), change.takesBack === true);
			const written = {
				...decided.value,
				...decidedWhen(coding, decided.value, at.toISOString()),
				...writtenBy(coding, memo, actor.userId),
				...moments
			};
			await updateCoding(trx, written, at);
			return ok({ ...written, changedAt: at.toISOString() });
		})
	);
	if (!changed.ok) return changed;
	context.publish({
		projectId,
		kind: 'coding',
		change: 'changed',
		ids: [codingId],
		sourceId: changed.value.sourceId,
		version: changed.value.version,
		actorId: actor.userId
	});
	return ok(toCodingAnswer(changed.value));
};

/** What is asked, with the passage that it becomes when one of its ends is moved by a word or a sentence. */
const movedEdge = async (
	trx: Db,
	{ sourceId, version, range }: StoredCoding,
	map: PositionMap,
	{ moveEdge: move, ...change }: ChangeCodingInput
): Promise<Result<Omit<ChangeCodingInput, 'moveEdge'>>> => {
	if (!move || change.start !== undefined || change.end !== undefined) return ok(change);
	const turns = await listTurnsOfVersion(trx, sourceId, version);
	const units = unitsAround(turns, range, ({ start, end }) => boundariesOf(map.slice(start, end), start));
	const moved = moveEdge(move.by === 'word' ? units.words : units.sentences, range, move.edge, move.step);
	return moved === range ? fail('passage-no-further', undefined, 'moveEdge') : ok({ ...change, ...moved });
};

/** The coding is not there; whoever may not even enter the project is told that instead. */
export const projectOnly = (permitted: Result<unknown>): Result<never> =>
	!permitted.ok && permitted.problems.some(({ code }) => code !== 'source-unknown')
		? permitted
		: fail('coding-unknown');

/** Another coding of this coder with this code is on the same passage already. */
export const orExists = async <T>(step: Promise<Result<T>>): Promise<Result<T>> => {
	try {
		return await step;
	} catch (error) {
		if (brokenConstraint(error) === 'codings_unique') return fail('coding-exists');
		throw error;
	}
};

/** Whether a coding is as who changes or removes it saw it; who does not say what was seen is believed. */
export const checkSeen = (
	coding: Pick<StoredCoding, 'changedAt'>,
	seen: { readonly changedAt?: string | undefined }
): Result<null> =>
	seen.changedAt === undefined || Date.parse(seen.changedAt) === Date.parse(coding.changedAt)
		? ok(null)
		: fail('coding-changed');
