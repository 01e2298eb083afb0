import { createHash } from 'node:crypto';
import { carryCodings, type CodingFate } from '../../domain/coding/carry-codings.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import { carryTurns } from '../../domain/source/carry-turns.ts';
import type { ReadAs } from '../../domain/source/file-reading.ts';
import type { Source } from '../../domain/source/source.ts';
import { carrier, positionCarrier, type Carrier, type PositionCarrier } from '../../domain/text/carry.ts';
import { applyEdit, type Edit } from '../../domain/text/edit.ts';
import { positionMap, type PositionMap } from '../../domain/text/position.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { listDecisionPlaces, storeDecisionPlaces } from '../store/pseudonym-decisions.ts';
import { listLeftoverPlaces, storeLeftoverPlaces } from '../store/leftover-names.ts';
import {
	insertVersion,
	listOrphanPlaces,
	listProposedPlaces,
	lockCodingsOfSource,
	storeFates,
	storeOrphanPlaces,
	storeProposedPlaces,
	type QuotedCoding
} from '../store/source-edits.ts';
import { carryReadings } from './carry-readings.ts';
import { carryTurnMemos } from './carry-turn-memos.ts';
import { insertCut, loadCut } from '../store/turns.ts';

/** A change of the present version of a text, in canonical form. */
export type TextChange = {
	readonly text: string;
	readonly edit: Edit;
	readonly reason: string;
	/** new words stand for what they replace, as pseudonyms do */
	readonly keepsReplaced?: boolean;
	/** each character is replaced by one, so that every place stays where it is */
	readonly keepsPlaces?: boolean;
	/** passages in which words changed need nobody's look */
	readonly isReviewed?: boolean;
	/** the versions before hold what may not be read any more by others than who prepares the text */
	readonly closesBefore?: boolean;
	/** of how many turns the time is corrected with it */
	readonly times?: number;
	/** the text comes from its file, read in another way */
	readonly readAs?: ReadAs;
};

/** The next version, and what became of the codings that were not removed. */
export type ChangedText = {
	readonly version: number;
	readonly after: PositionMap;
	readonly sha256: string;
	readonly fates: readonly CodingFate[];
	readonly codings: readonly QuotedCoding[];
};

/**
 * Makes the next version of a text that the transaction holds, with everything that has a place in it carried along:
 * turns, codings (removed ones too, since they can come back), memos, proposals, decisions about names. The version
 * before stays as it was.
 */
export const changeText = async (
	{ actor, now }: Pick<Context, 'actor' | 'now'>,
	trx: Db,
	source: Pick<Source, 'id' | 'version'>,
	change: TextChange
): Promise<ChangedText> => {
	const {
		edit,
		reason,
		keepsReplaced = false,
		keepsPlaces = false,
		isReviewed = false,
		closesBefore = false,
		times = 0,
		readAs = null
	} = change;
	const text = applyEdit(change.text, edit);
	const after = positionMap(text);
	const sha256 = sha256Of(text);
	const at = now();
	const next = source.version + 1;
	const cut = await loadCut(trx, source.id, source.version);
	const codings = await lockCodingsOfSource(trx, source.id, source.version);
	await insertVersion(
		trx,
		source.id,
		{ version: next, text, sha256, characters: after.length, operations: edit, reason, closesBefore, times, readAs },
		{ by: actor.userId, at }
	);
	const placed = cut.turns.map((turn) => ({ ...turn, from: [turn.ordinal] }));
	const turns = keepsPlaces ? placed : carryTurns(placed, edit, after);
	await insertCut(trx, source.id, next, { ...cut, turns });
	await carryReadings(trx, source.id, next, turns);
	const fatesOf = (some: readonly QuotedCoding[]): readonly CodingFate[] =>
		keepsPlaces
			? some.map(({ id, range }) => ({ id, kind: 'moved', range }))
			: carryCodings(some, edit, after, { keepsReplaced });
	const fates = fatesOf(codings.filter(({ isRemoved }) => !isRemoved));
	const all = [...fates, ...codings.filter(({ isRemoved }) => isRemoved).flatMap((one) => fatesOf([one]))];
	const carry: Carrier = keepsPlaces ? (range) => ({ kind: 'moved', range }) : carrier(edit, { keepsReplaced });
	const begins: PositionCarrier = keepsPlaces ? (position) => position : positionCarrier(edit);
	await carryTurnMemos(trx, source.id, next, cut.turns, turns);
	// Before the codings: those that are orphaned now stand where they belong already.
	await carryPlaces(trx, source, carry, begins);
	const ranges = new Map(codings.map(({ id, range }) => [id, range]));
	await storeFates(
		trx,
		source.id,
		next,
		isReviewed ? all.map(reviewed) : all,
		{ anchorOf: ({ range }) => anchorOf(after, range), placeOf: (id) => ranges.get(id) ?? { start: 0, end: 1 } },
		at
	);
	return { version: next, after, sha256, fates, codings };
};

const reviewed = (fate: CodingFate): CodingFate => (fate.kind === 'changed' ? { ...fate, kind: 'moved' } : fate);

/** What has a place in the text beside codings and memos: proposals, decisions on single hits, names found later. */
const carryPlaces = async (
	trx: Db,
	{ id: sourceId, version }: Pick<Source, 'id' | 'version'>,
	carry: Carrier,
	begins: PositionCarrier
): Promise<void> => {
	// Where orphans of earlier versions stood.
	const orphans = await listOrphanPlaces(trx, sourceId);
	await storeOrphanPlaces(
		trx,
		orphans.map(({ id, position }) => ({ id, position: begins(position, 'start') }))
	);
	const proposed = await listProposedPlaces(trx, sourceId, version);
	const carried = proposed.flatMap(({ id, start, end }) => {
		const fate = carry({ start, end });
		return fate.kind === 'orphaned' ? [] : [{ id, ...fate.range }];
	});
	await storeProposedPlaces(trx, version + 1, carried);
	const decisions = await listDecisionPlaces(trx, sourceId);
	await storeDecisionPlaces(
		trx,
		sourceId,
		version + 1,
		decisions.map(({ groupId, hits }) => ({
			groupId,
			hits: hits.flatMap((hit) => {
				const fate = carry(hit);
				return fate.kind === 'moved' ? [fate.range] : [];
			})
		}))
	);
	const leftovers = await listLeftoverPlaces(trx, sourceId);
	await storeLeftoverPlaces(
		trx,
		version + 1,
		leftovers.map(({ id, range }) => {
			const fate = carry(range);
			return { id, range: fate.kind === 'orphaned' ? null : fate.range };
		})
	);
};

/** The fingerprint of a canonical text, over its UTF-8 bytes. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
