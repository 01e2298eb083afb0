import type { Current, LiveBlock } from '../domain/report/live-block.ts';
import { buildJointDisplay } from '../merge/build-display.ts';
import { comparisonLines } from '../merge/comparison-lines.ts';
import type { DisplayInput, JointDisplay } from '../merge/joint-display.ts';
import type { Locale } from '../words/locale.ts';
import { currentOf, type QuoteNow } from './live-said.ts';

/** What was loaded for some live blocks. */
export type LiveData = {
	/** with the areas that charts compare with */
	readonly displays: readonly DisplayInput[];
	readonly passages: ReadonlyMap<string, QuoteNow>;
};

/** What each of these blocks would say with the data of now, by the id of the block. */
export const currentOfBlocks = <B extends Pick<LiveBlock, 'id' | 'pillarId' | 'areaId' | 'ref'>>(
	blocks: readonly B[],
	{ displays, passages }: LiveData,
	locale: Locale
): ReadonlyMap<string, Current> => {
	const built = new Map<string, { readonly display: JointDisplay; readonly data: DisplayInput }>();
	for (const data of displays) {
		// what a report says of a figure does not lean on other areas; only a chart draws their lines
		const display = buildJointDisplay({ ...data, comparisonAreas: [] });
		if (display.ok) built.set(`${data.pillar.id} ${data.area.id}`, { display: display.value, data });
	}
	const nowAt = (place: string) => {
		const found = built.get(place);
		if (!found) return { display: null };
		const { display, data } = found;
		return {
			display,
			linesOf: (indicatorId: string) =>
				comparisonLines(data.observations, indicatorId, display.waves, data.comparisonAreas)
		};
	};
	return new Map(
		blocks.map(({ id, pillarId, areaId, ref }) => [
			id,
			currentOf(
				ref,
				{
					...nowAt(`${pillarId} ${areaId}`),
					quote: ref.kind === 'quote' ? (passages.get(ref.codingId) ?? null) : null
				},
				locale
			)
		])
	);
};
