import type { Code } from '../codebook/code.ts';
import { fail, failAll, ok, type Problem, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import type { Source } from '../source/source.ts';
import type { PositionMap } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { anchorOf, type Anchor } from './coding.ts';
import { valencesFrom, type Valence, type Valences } from './valence.ts';

/** What a coder wants to put on a text. */
export type Application = {
	/** the version the coder counted over; null = whatever is present */
	readonly version: number | null;
	readonly start: number;
	readonly end: number;
	readonly codeIds: readonly CodeId[];
	readonly valences: readonly Valence[];
};

/** The parts of a coding that follow from what was asked and from the text. */
export type Applied = {
	readonly range: Range;
	readonly anchor: Anchor;
	readonly codeIds: readonly CodeId[];
	readonly valences: Valences;
};

/** Whether a source takes codings on a version of its text. */
export const checkCodable = (source: Pick<Source, 'status' | 'version'>, version: number | null): Result<null> => {
	if (source.status !== 'released') return fail('source-not-released', undefined, 'sourceId');
	if (version !== null && version !== source.version)
		return fail('version-conflict', { version, present: source.version }, 'version');
	return ok(null);
};

/** The range on its text, with the words it lies on; it holds at least one sign that is not white space. */
export const placeRange = (map: PositionMap, start: number, end: number): Result<{ range: Range; anchor: Anchor }> => {
	if (start > end) return fail('range-reversed', { start, end }, 'end');
	if (end > map.length) return fail('range-outside-text', { end, length: map.length }, 'end');
	const range = { start, end };
	if (start === end || map.slice(start, end).trim() === '') return fail('range-empty', { start, end }, 'start');
	return ok({ range, anchor: anchorOf(map, range) });
};

/** Whether all codes exist and are no folders; names the first that is not fit, by its place in the list. */
export const checkCodes = (
	known: ReadonlyMap<CodeId, Pick<Code, 'isCodable'>>,
	codeIds: readonly CodeId[]
): Result<readonly CodeId[]> => {
	const problems: Problem[] = [];
	for (const id of codeIds) {
		const code = known.get(id);
		if (!code) problems.push({ code: 'code-unknown', at: 'codeId' });
		else if (!code.isCodable) problems.push({ code: 'code-not-codable', at: 'codeId' });
	}
	return problems.length > 0 ? failAll(problems) : ok([...new Set(codeIds)]);
};

/** One value an axis: the four valences are two questions, not one scale. */
export const readValences = (list: readonly Valence[]): Result<Valences> => {
	const valences = valencesFrom(list);
	return valences ? ok(valences) : fail('valence-axis-twice', undefined, 'valences');
};

/** Decides whether codes go on a passage, and what is kept of it. Nothing is moved or snapped: the coder chose. */
export const applyCodes = (
	source: Pick<Source, 'status' | 'version'>,
	map: PositionMap,
	codes: ReadonlyMap<CodeId, Pick<Code, 'isCodable'>>,
	asked: Application
): Result<Applied> => {
	const codable = checkCodable(source, asked.version);
	if (!codable.ok) return codable;
	const placed = placeRange(map, asked.start, asked.end);
	if (!placed.ok) return placed;
	const codeIds = checkCodes(codes, asked.codeIds);
	if (!codeIds.ok) return codeIds;
	const valences = readValences(asked.valences);
	if (!valences.ok) return valences;
	return ok({ ...placed.value, codeIds: codeIds.value, valences: valences.value });
};
