import { fail, failAll, ok, type Problem, type Result } from '../problem.ts';
import type { SourceId } from '../project/ids.ts';
import type { Source } from '../source/source.ts';
import type { PositionMap } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { placeRange } from './apply.ts';
import type { Anchor } from './coding.ts';

/** As many passages as can be coded in one step. */
export const mostInBatch = 5000;

/** Problems told of one batch; more of the same help nobody. */
const mostTold = 20;

/** A passage that a coder chose, over a version of its text. */
export type BatchItem = Range & { readonly sourceId: SourceId; readonly version: number };

/** A source of a batch as it is now. */
export type BatchSource = Pick<Source, 'status' | 'version' | 'title'> & { readonly map: PositionMap };

/** A passage with the words it lies on. */
export type PlacedItem = { readonly sourceId: SourceId; readonly range: Range; readonly anchor: Anchor };

/** The passages on their texts, each once; or what is wrong: one text that moved on, or one bad place, refuses all. */
export const placeBatch = (
	sources: ReadonlyMap<SourceId, BatchSource>,
	items: readonly BatchItem[]
): Result<readonly PlacedItem[]> => {
	const stale = staleIn(sources, items);
	if (stale.length > 0) return failAll(stale.slice(0, mostTold));
	const placed = new Map<string, PlacedItem>();
	const problems: Problem[] = [];
	for (const [index, { sourceId, start, end }] of items.entries()) {
		const source = sources.get(sourceId);
		const place = source ? placeRange(source.map, start, end) : fail('source-unknown', undefined, 'sourceId');
		if (place.ok) placed.set(`${sourceId} ${start} ${end}`, { sourceId, ...place.value });
		else problems.push(...place.problems.map((problem) => ({ ...problem, at: `items.${index}.${problem.at ?? ''}` })));
	}
	return problems.length > 0 ? failAll(problems.slice(0, mostTold)) : ok([...placed.values()]);
};

const staleIn = (sources: ReadonlyMap<SourceId, BatchSource>, items: readonly BatchItem[]): readonly Problem[] => {
	const told = new Map<SourceId, Problem>();
	for (const [index, { sourceId, version }] of items.entries()) {
		const source = sources.get(sourceId);
		if (!source || source.version === version || told.has(sourceId)) continue;
		const params = { title: source.title, version, present: source.version };
		told.set(sourceId, { code: 'coding-batch-stale', params, at: `items.${index}.version` });
	}
	return [...told.values()];
};
