import type { Area } from '../domain/area/area.ts';
import { shortNameOf } from '../domain/indicator/pillar.ts';
import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { liveState, type LiveBlock, type LiveRef } from '../domain/report/live-block.ts';
import { liveBlocksOf } from '../domain/report/report-text.ts';
import type { Section } from '../domain/report/report.ts';
import type { AreaId, PillarId, SourceId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import { buildJointDisplay } from '../merge/build-display.ts';
import { comparisonAreas } from '../merge/comparison-areas.ts';
import type { DisplayInput, JointDisplay } from '../merge/joint-display.ts';
import { interviewsInScope } from '../merge/scope.ts';
import type { ShownObservation } from '../merge/observed.ts';
import type { Locale } from '../words/locale.ts';
import type { About } from './about.ts';
import type { ReportDocument } from './document.ts';
import { factsheetDocument } from './factsheet-document.ts';
import { judgedRows, shownDisplays } from './factsheet-pillar.ts';
import { currentOfBlocks, type LiveData } from './live-now.ts';
import type { QuoteNow } from './live-said.ts';
import type { PlacedBlock, PlacedVoices } from './section-blocks.ts';
import { toldByBlock } from './told-figures.ts';

/** What the blocks in a text lean on, with the group of who is quoted. */
type WrittenData = Pick<LiveData, 'displays'> & {
	readonly passages: ReadonlyMap<string, QuoteNow & { readonly group: Group }>;
};

/** What was loaded for the factsheet of an area. */
type Loaded = {
	readonly area: Area;
	/** groups with fewer interviews are not shown apart (R12) */
	readonly smallest: number;
	readonly displays: readonly Omit<DisplayInput, 'comparisonAreas'>[];
	/** what was seen in public space, by pillar */
	readonly observed: ReadonlyMap<PillarId, readonly ShownObservation[]>;
	/** of the project, to compare figures with */
	readonly areas: readonly Area[];
	/** the project's own comparison */
	readonly comparisonAreaId: AreaId | null;
	readonly written: {
		readonly sections: readonly Section[];
		readonly blocks: readonly LiveBlock[];
		readonly data: WrittenData;
		/** in which it was written */
		readonly language: Locale;
	} | null;
};

/** A factsheet with what its authors still have to settle before others may lean on it. */
export type Factsheet = {
	readonly document: ReportDocument;
	readonly from: JointDisplay['from'];
	readonly to: JointDisplay['to'];
	/** the interviews it counts */
	readonly sourceIds: readonly SourceId[];
	/** one for each pillar in which something is open; none = it can be published */
	readonly unsettled: readonly Problem[];
};

const countedIn = ({ sources, area, ...scope }: Loaded['displays'][number]): readonly SourceId[] =>
	interviewsInScope(sources, { ...scope, areaId: area.id }).map(({ id }) => id);

/** The factsheet of an area with the data of now. */
export const factsheetOf = (loaded: Loaded, about: About, locale: Locale): Result<Factsheet> => {
	const displays: JointDisplay[] = [];
	const compared = comparisonAreas(loaded.areas, loaded.area.id, null, loaded.comparisonAreaId);
	for (const data of loaded.displays) {
		const built = buildJointDisplay({ ...data, comparisonAreas: compared } satisfies DisplayInput);
		if (!built.ok) return built;
		displays.push(built.value);
	}
	const [first] = displays;
	if (!first) return fail('display-unknown');
	const { area, smallest, observed } = loaded;
	const years = { from: first.from.year, to: first.to.year };
	const texts = loaded.written?.sections ?? [];
	const blocks = placedBlocks(loaded.written);
	return ok({
		document: factsheetDocument({ area, years, displays, observed, texts, blocks, smallest }, about, locale),
		from: first.from,
		to: first.to,
		sourceIds: [...new Set(loaded.displays.flatMap(countedIn))],
		unsettled: unsettledIn(displays, texts, blocks)
	});
};

/** What stands in the texts, as it was said there, with how that stands beside the data of now. */
const placedBlocks = (written: Loaded['written']): ReadonlyMap<string, PlacedBlock> => {
	if (!written) return new Map();
	const now = currentOfBlocks(written.blocks, written.data, written.language);
	return new Map(
		written.blocks.map((block): [string, PlacedBlock] => {
			const state = liveState(block, now.get(block.id) ?? { kind: 'gone' });
			const { ref, said } = block;
			const voices = voicesIn(ref, written.data);
			const placed = { said, state, ...(voices && { voices }) };
			if (ref.kind === 'quote') return [block.id, { ...placed, codingId: ref.codingId }];
			return [block.id, { ...placed, figures: toldByBlock(block, state, written.data.displays) }];
		})
	);
};

/** Whose interviews a block counts or quotes; null = it is about figures, or the passage is gone. */
const voicesIn = (ref: LiveRef, { passages }: WrittenData): PlacedVoices | null => {
	if (ref.kind === 'count') return { kind: 'count', of: ref.group };
	if (ref.kind === 'display') return { kind: 'counts-by-group' };
	const quoted = ref.kind === 'quote' ? passages.get(ref.codingId) : undefined;
	return quoted ? { kind: 'quote', of: quoted.group } : null;
};

/**
 * What nobody settled: themes without a judgement or with one on other data, and blocks in a text that say something
 * else than the data without anybody having kept them.
 */
const unsettledIn = (
	displays: readonly JointDisplay[],
	texts: readonly Section[],
	blocks: ReadonlyMap<string, PlacedBlock>
): readonly Problem[] =>
	shownDisplays(displays).flatMap(({ pillar, rows }): readonly Problem[] => {
		const place = shortNameOf(pillar);
		const { undecided, toReview } = judgedRows(rows);
		const open = undecided.length + toReview;
		const changed = texts
			.filter(({ pillarId }) => pillarId === pillar.id)
			.flatMap(({ text }) => liveBlocksOf(text))
			.filter((id) => blocks.get(id)?.state === 'changed').length;
		return [
			...(open > 0 ? [{ code: 'factsheet-undecided', params: { place, n: open } }] : []),
			...(changed > 0 ? [{ code: 'factsheet-outdated', params: { place, n: changed } }] : [])
		];
	});
