import type { Area } from '../domain/area/area.ts';
import { indicatorsShown } from '../domain/codebook/shown-indicators.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import {
	noFacts,
	type FigureFact,
	type FileFacts,
	type InterviewFact,
	type QuotedFact
} from '../domain/report/file-facts.ts';
import { isHeldBack, liveState, type LiveBlock } from '../domain/report/live-block.ts';
import type { Group } from '../domain/source/source.ts';
import { interviewsInScope, wavesBetween, type Scope } from '../merge/scope.ts';
import type { DisplayInput } from '../merge/joint-display.ts';
import type { Locale } from '../words/locale.ts';
import { currentOfBlocks, type LiveData } from './live-now.ts';
import type { QuoteNow } from './live-said.ts';

type Named = DisplayInput['sources'][number] & { readonly group: Group };

/** What joint displays, or a factsheet made of them, count and quote. */
const factsOfDisplays = (
	displays: readonly (Omit<DisplayInput, 'comparisonAreas'> & { readonly sources: readonly Named[] })[],
	written: WrittenBlocks | null,
	evidence: readonly QuotedFact[]
): FileFacts => {
	const inText = written && factsOfBlocks(written);
	const interviews = new Map<string, InterviewFact>();
	for (const { sources, area, ...scope } of displays)
		for (const { id, group } of interviewsInScope(sources, { ...scope, areaId: area.id }))
			interviews.set(id, { sourceId: id, areaId: area.id, areaName: area.name, group });
	return {
		...noFacts,
		interviews: [...interviews.values()],
		quotes: [
			...displays.flatMap(({ quotes, area }) =>
				quotes.map(({ sourceId, reference, text }) => ({
					place: area.name,
					reference,
					sourceId,
					mayShow: text !== null
				}))
			),
			...(inText?.quotes ?? []),
			...evidence
		],
		figures: once([
			...displays.flatMap((display) => {
				const indicators = indicatorsShown(display.codebook, display.pillar.id, display.indicators);
				return figuresOf({ ...display, indicators, place: display.area.name, saysOlder: false });
			}),
			...(inText?.figures ?? [])
		]),
		heldBack: inText?.heldBack ?? []
	};
};

/** Live blocks in a text, beside the data of now. */
type WrittenBlocks = {
	readonly fromWaveId: string;
	readonly toWaveId: string;
	readonly language: Locale;
	readonly frame: {
		readonly areas: readonly Area[];
		readonly waves: Scope['waves'];
		readonly indicators: readonly Indicator[];
	};
	readonly blocks: readonly LiveBlock[];
	readonly data: Pick<LiveData, 'displays'> & {
		readonly passages: ReadonlyMap<string, QuoteNow & { readonly sourceId: string }>;
	};
	readonly observations: readonly Observation[];
};

/** What a report counts and quotes, with what its blocks say beside the data of now. */
const factsOfReport = (
	report: WrittenBlocks & { readonly areaIds: readonly string[]; readonly interviews: readonly Named[] },
	includeEarlierWaves: boolean
): FileFacts => {
	const { areas, waves } = report.frame;
	const { toWaveId } = report;
	return {
		...noFacts,
		interviews: report.areaIds.flatMap((areaId) =>
			interviewsInScope(report.interviews, { areaId, waves, toWaveId, includeEarlierWaves }).map(({ id, group }) => ({
				sourceId: id,
				areaId,
				areaName: areas.find(({ id: one }) => one === areaId)?.name ?? '',
				group
			}))
		),
		...factsOfBlocks(report)
	};
};

/** What the blocks of a text quote and tell, and what they hold back. */
const factsOfBlocks = (written: WrittenBlocks): Pick<FileFacts, 'quotes' | 'figures' | 'heldBack'> => {
	const { frame, fromWaveId, toWaveId, data, blocks } = written;
	const { areas, waves } = frame;
	const now = currentOfBlocks(blocks, data, written.language);
	const nameOf = (areaId: string) => areas.find(({ id }) => id === areaId)?.name ?? '';
	const indicatorsOf = ({ ref, pillarId }: LiveBlock) =>
		frame.indicators.filter((one) =>
			ref.kind === 'figure' || ref.kind === 'chart'
				? one.id === ref.indicatorId
				: (ref.kind === 'table' || ref.kind === 'display') && one.pillarId === pillarId
		);
	return {
		quotes: blocks.flatMap(({ ref, areaId }): readonly QuotedFact[] => {
			const passage = ref.kind === 'quote' ? data.passages.get(ref.codingId) : undefined;
			if (!passage) return [];
			const { sourceId, reference, isAllowed } = passage;
			return [{ place: nameOf(areaId), reference, sourceId, mayShow: isAllowed }];
		}),
		figures: once(
			blocks.flatMap((block) => {
				const area = areas.find(({ id }) => id === block.areaId);
				if (!area) return [];
				const { observations } = written;
				const saysOlder = liveState(block, now.get(block.id) ?? { kind: 'gone' }) !== 'same';
				const indicators = indicatorsOf(block);
				return figuresOf({ area, waves, fromWaveId, toWaveId, observations, indicators, place: area.name, saysOlder });
			})
		),
		heldBack: blocks.flatMap((block) => {
			const said = now.get(block.id);
			return said && isHeldBack(block, said) ? [{ place: nameOf(block.areaId) }] : [];
		})
	};
};

/** The values of some indicators in an area over the rounds of a file. */
const figuresOf = (of: {
	readonly area: Area;
	readonly waves: Scope['waves'];
	readonly fromWaveId: string;
	readonly toWaveId: string;
	readonly observations: readonly Observation[];
	readonly indicators: readonly Indicator[];
	readonly place: string;
	readonly saysOlder: boolean;
}): readonly FigureFact[] => {
	const { area, observations, indicators, place, saysOlder } = of;
	const between = wavesBetween(of.waves, of.fromWaveId, of.toWaveId);
	const years = new Map((between.ok ? between.value : []).map(({ id, year }) => [id, year]));
	const labels = new Map(indicators.map(({ id, label }) => [id, label]));
	return observations.flatMap(({ indicatorId, areaId, waveId, n, value, suppressed }): readonly FigureFact[] => {
		const [label, year] = [labels.get(indicatorId), years.get(waveId)];
		if (areaId !== area.id || label === undefined || year === undefined) return [];
		if (value === null && !suppressed) return [];
		return [{ place, label, year, n, isSuppressed: suppressed, saysOlder }];
	});
};

/** What a display of the network counts: interviews with professionals. */
const factsOfNetwork = (
	{
		areas,
		sources,
		...scope
	}: { readonly areas: readonly Area[]; readonly sources: readonly Named[] } & Pick<Scope, 'waves' | 'toWaveId'>,
	includeEarlierWaves: boolean
): FileFacts => ({
	...noFacts,
	interviews: areas.flatMap((area) =>
		interviewsInScope(sources, { ...scope, includeEarlierWaves, areaId: area.id })
			.filter(({ group }) => group === 'professional')
			.map(({ id, group }) => ({ sourceId: id, areaId: area.id, areaName: area.name, group }))
	)
});

/** A figure that stands in several blocks is one finding; one that says what it was before counts first. */
const once = (figures: readonly FigureFact[]): readonly FigureFact[] => {
	const found = new Map<string, FigureFact>();
	for (const figure of figures) {
		const key = JSON.stringify([figure.place, figure.label, figure.year]);
		if (!found.has(key) || figure.saysOlder) found.set(key, figure);
	}
	return [...found.values()];
};

/** What a file counts and quotes, whatever kind of file it is. */
export const factsOfFile = ({
	project,
	parts
}: {
	readonly project: { readonly includeEarlierWaves: boolean };
	readonly parts:
		| { readonly kind: 'report'; readonly report: Parameters<typeof factsOfReport>[0] }
		| {
				readonly kind: 'displays';
				readonly displays: Parameters<typeof factsOfDisplays>[0];
				/** the text that stands in a factsheet made of them; null = none */
				readonly written: WrittenBlocks | null;
				/** quotes that stand beside possible explanations */
				readonly evidence: readonly QuotedFact[];
		  }
		| { readonly kind: 'quotes'; readonly quotes: readonly ListedQuote[] }
		/** a file that counts and quotes nobody */
		| { readonly kind: 'interviews'; readonly interviews: readonly InterviewFact[] }
		| ({ readonly kind: 'network' } & Parameters<typeof factsOfNetwork>[0])
		/** a file of which is known already what it counts and quotes */
		| { readonly kind: 'facts'; readonly facts: FileFacts };
}): FileFacts => {
	switch (parts.kind) {
		case 'report':
			return factsOfReport(parts.report, project.includeEarlierWaves);
		case 'displays':
			return factsOfDisplays(parts.displays, parts.written, parts.evidence);
		case 'quotes':
			return factsOfQuotes(parts.quotes);
		case 'interviews':
			return { ...noFacts, interviews: parts.interviews };
		case 'network':
			return factsOfNetwork(parts, project.includeEarlierWaves);
		case 'facts':
			return parts.facts;
		default:
			return parts satisfies never;
	}
};

type ListedQuote = Omit<QuotedFact, 'place'> & {
	readonly areaId: string;
	readonly areaName: string;
	readonly group: Group | null;
};

/** What a list of quotes rests on; an observation of public space is no interview. */
const factsOfQuotes = (quotes: readonly ListedQuote[]): FileFacts => {
	const interviews = new Map<string, InterviewFact>();
	for (const { sourceId, areaId, areaName, group } of quotes)
		if (group !== null) interviews.set(sourceId, { sourceId, areaId, areaName, group });
	return {
		...noFacts,
		interviews: [...interviews.values()],
		quotes: quotes.map(({ areaName, reference, sourceId, mayShow }) => ({
			place: areaName,
			reference,
			sourceId,
			mayShow
		}))
	};
};
