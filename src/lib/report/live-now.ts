import type { Current, LiveBlock } from '../domain/report/live-block.ts';
import { buildJointDisplay } from '../merge/build-display.ts';
import type { DisplayInput, JointDisplay } from '../merge/joint-display.ts';
import type { Locale } from '../words/locale.ts';
import { currentOf, type QuoteNow } from './live-said.ts';

/** What was loaded for some live blocks. */
export type LiveData = {
	readonly displays: readonly Omit<DisplayInput, 'comparisonAreas'>[];
	readonly passages: ReadonlyMap<string, QuoteNow>;
};

/** What each of these blocks would say with the data of now, by the id of the block. */
export const currentOfBlocks = <B extends Pick<LiveBlock, 'id' | 'pillarId' | 'areaId' | 'ref'>>(
	blocks: readonly B[],
	{ displays, passages }: LiveData,
	locale: Locale
): ReadonlyMap<string, Current> => {
	const built = new Map<string, JointDisplay>();
	for (const data of displays) {
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (display.ok) built.set(`${data.pillar.id} ${data.area.id}`, display.value);
	}
	return new Map(
		blocks.map(({ id, pillarId, areaId, ref }) => [
			id,
			currentOf(
				ref,
				{
					display: built.get(`${pillarId} ${areaId}`) ?? null,
					quote: ref.kind === 'quote' ? (passages.get(ref.codingId) ?? null) : null
				},
				locale
			)
		])
	);
};
