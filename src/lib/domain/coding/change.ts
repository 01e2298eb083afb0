import type { Code } from '../codebook/code.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { CodeId, UserId } from '../project/ids.ts';
import type { Source } from '../source/source.ts';
import type { PositionMap } from '../text/position.ts';
import { checkCodable, checkCodes, placeRange, readValences } from './apply.ts';
import type { Anchor, Coding } from './coding.ts';
import { agrees } from './undo.ts';
import type { Valence } from './valence.ts';

/** What someone changes of a coding; what is left out stays as it is. */
export type CodingChange = {
	readonly version?: number | undefined;
	readonly start?: number | undefined;
	readonly end?: number | undefined;
	readonly codeId?: CodeId | undefined;
	readonly valences?: readonly Valence[] | undefined;
	readonly memo?: string | undefined;
	readonly important?: boolean | undefined;
};

/** Changes a coding: another passage, another code, other valences or notes. Its coder and layer never change. */
export const changeCoding = <C extends Coding & Anchor>(
	source: Pick<Source, 'status' | 'version'>,
	map: PositionMap,
	codes: ReadonlyMap<CodeId, Pick<Code, 'isCodable'>>,
	coding: C,
	change: CodingChange
): Result<C> => {
	const codable = checkCodable(source, change.version ?? coding.version);
	if (!codable.ok) return codable;
	const placed = placeRange(map, change.start ?? coding.range.start, change.end ?? coding.range.end);
	if (!placed.ok) return placed;
	if (change.codeId !== undefined) {
		const checked = checkCodes(codes, [change.codeId]);
		if (!checked.ok) return checked;
	}
	const valences = change.valences ? readValences(change.valences) : ok(coding.valences);
	if (!valences.ok) return valences;
	return ok({
		...coding,
		range: placed.value.range,
		...placed.value.anchor,
		codeId: change.codeId ?? coding.codeId,
		valences: valences.value,
		memo: change.memo ?? coding.memo,
		isImportant: change.important ?? coding.isImportant
	});
};

/** The moments of a coding once it is changed at this one; a code has moments of its own (`codeGiven`). */
export const decidedWhen = (before: Coding, after: Coding, at: string): Pick<Coding, 'decidedAt'> => {
	const parts = (['range', 'valences', 'isImportant'] as const).filter(
		(part) => !agrees(after, { [part]: before[part] })
	);
	const decidedAt = { ...before.decidedAt, ...Object.fromEntries(parts.map((part) => [part, at])) };
	return Object.keys(decidedAt).length === 0 ? {} : { decidedAt };
};

/** Whether an undo may take a coding away: not where work of somebody else leans on it (`users`: whose work does). */
export const checkOnlyOwn = (users: readonly UserId[], me: UserId): Result<null> =>
	users.every((user) => user === me) ? ok(null) : fail('coding-noted');

/**
 * Whether a coding can go into another one: that is there, in the same interview and layer, by the same person and with
 * the same code.
 */
export const checkInto = (coding: Coding, into: Coding | null): Result<null> =>
	into !== null &&
	into.id !== coding.id &&
	into.sourceId === coding.sourceId &&
	into.codeId === coding.codeId &&
	into.coderId === coding.coderId &&
	into.layer === coding.layer
		? ok(null)
		: fail('coding-into-other');

/** Whether a removed coding can come back: its text has not moved on, so that its place still holds its words. */
export const checkRestore = (source: Pick<Source, 'status' | 'version'>, coding: Coding): Result<null> =>
	source.version === coding.version
		? checkCodable(source, null)
		: fail('version-conflict', { version: coding.version, present: source.version });
