import type { CodeId } from '../domain/project/ids.ts';
import { overlaps } from '../domain/text/range.ts';
import type { CodedPassage } from './coded-passage.ts';
import type { Count } from './count.ts';

/** Two codes of which codings overlap; `codings` counts the pairs of codings. The first id is the smaller. */
export type Cooccurrence = Count & { readonly codeIds: readonly [CodeId, CodeId] };

/** Codes whose codings overlap in at least one source, counted once per pair of codings; the most frequent first. */
export const cooccurrences = (passages: readonly CodedPassage[]): readonly Cooccurrence[] => {
	const pairs = new Map<string, { codeIds: [CodeId, CodeId]; codings: number; interviews: Set<string> }>();
	for (const one of passages)
		for (const other of passages) {
			if (one.codeId >= other.codeId || one.source.id !== other.source.id) continue;
			if (!overlaps(one.range, other.range)) continue;
			const key = `${one.codeId} ${other.codeId}`;
			const pair = pairs.get(key) ?? { codeIds: [one.codeId, other.codeId], codings: 0, interviews: new Set() };
			pair.codings += 1;
			if (one.source.kind === 'transcript') pair.interviews.add(one.source.id);
			pairs.set(key, pair);
		}
	return [...pairs.values()]
		.map(({ codeIds, codings, interviews }) => ({ codeIds, codings, interviews: interviews.size }))
		.sort((a, b) => b.codings - a.codings || (a.codeIds.join() < b.codeIds.join() ? -1 : 1));
};
