import type { Area } from '../domain/area/area.ts';
import type { AreaId } from '../domain/project/ids.ts';
import type { Current, LiveBlock } from '../domain/report/live-block.ts';
import { buildJointDisplay } from '../merge/build-display.ts';
import { comparisonAreas } from '../merge/comparison-areas.ts';
import { comparisonLines } from '../merge/comparison-lines.ts';
import type { DisplayInput, JointDisplay } from '../merge/joint-display.ts';
import type { Locale } from '../words/locale.ts';
import { currentOf, type QuoteNow } from './live-said.ts';

/** A joint display, with the areas that charts compare with. */
type LoadedDisplay = Omit<DisplayInput, 'comparisonAreas'> & {
	/** of the project */
	readonly areas: readonly Area[];
	/** the project's own comparison */
	readonly comparisonAreaId: AreaId | null;
};

/** What was loaded for some live blocks. */
export type LiveData = {
	readonly displays: readonly LoadedDisplay[];
	readonly passages: ReadonlyMap<string, QuoteNow>;
};

/** What each of these blocks would say with the data of now, by the id of the block. */
export const currentOfBlocks = <B extends Pick<LiveBlock, 'id' | 'pillarId' | 'areaId' | 'ref'>>(
	blocks: readonly B[],
	{ displays, passages }: LiveData,
	locale: Locale
): ReadonlyMap<string, Current> => {
	const built = new Map<string, { readonly display: JointDisplay; readonly data: LoadedDisplay }>();
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
				comparisonLines(
					data.observations,
					indicatorId,
					display.waves,
					comparisonAreas(data.areas, data.area.id, null, data.comparisonAreaId)
				)
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
