import { carryPassagesInput, type CarriedPassage, type CarriedPassagesAnswer } from '../../contract/carried-passage.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { firstCarried, firstReadable } from '../../domain/source/version.ts';
import { carrierThrough } from '../../domain/text/carry.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findReleasedAt } from '../store/source-uploads.ts';
import { listStepsBetween, listVersionsOfText } from '../store/source-versions.ts';
import { textMap } from '../store/text-maps.ts';

/**
 * Where passages of an earlier version of a text are now, for a coder whose work on it was not stored before the text
 * was edited. Words of that version are told only to who may read it.
 */
export const carryPassages = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<CarriedPassagesAnswer>> => {
	const parsed = parse(carryPassagesInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnSource(context, projectId, sourceId, 'coding.apply');
	if (!permitted.ok) return permitted;
	const { source, can } = permitted.value;
	const { version: from, passages } = parsed.value;
	const { db } = context;
	const [versions, releasedAt] = await Promise.all([listVersionsOfText(db, source.id), findReleasedAt(db, source.id)]);
	const mayPrepare = can('source.prepare');
	if (from > source.version || from < firstCarried(versions, mayPrepare, releasedAt)) return fail('version-unknown');
	const steps = await listStepsBetween(db, source.id, from, source.version);
	if (!steps) return fail('version-unknown');
	const isReadable = can('source.read-text') && from >= firstReadable(versions, mayPrepare);
	const [before, now] = await Promise.all([
		isReadable ? textMap(db, source.id, from) : null,
		textMap(db, source.id, source.version)
	]);
	const carry = carrierThrough(steps);
	const gone = (at: number, was: string | null): CarriedPassage => {
		const place = Math.min(at, now.length);
		return { outcome: 'gone', start: place, end: place, was };
	};
	const carryOne = (range: Range): CarriedPassage => {
		if (range.start >= range.end || (before && range.end > before.length)) return gone(0, null);
		const was = before?.slice(range.start, range.end) ?? null;
		const carried = carry(range);
		if (carried.kind === 'orphaned') return gone(carried.at, was);
		const { start, end } = carried.range;
		if (end > now.length || now.slice(start, end).trim() === '') return gone(start, was);
		return { outcome: carried.kind, start, end, was: carried.kind === 'moved' ? null : was };
	};
	return ok({ sourceId: source.id, version: source.version, passages: passages.map(carryOne) });
};
