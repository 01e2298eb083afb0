import type { SourceUsesAnswer } from '../../contract/source-uses.ts';
import type { EvidenceItem } from '../../domain/integration/evidence.ts';
import { editionState } from '../../domain/report/edition.ts';
import { shownSaid } from '../../domain/report/live-block.ts';
import { isReleased, type Source } from '../../domain/source/source.ts';
import type { BlockUse, DecisionUse } from '../../report/source-uses.ts';
import { rowIdOf } from '../../merge/row-id.ts';
import { saidWords } from '../../words/writing.ts';
import type { DisplayFrame } from '../store/display.ts';
import type { QuoteFrom } from '../store/edition-quotes.ts';
import type { StoredExplanation } from '../store/explanations.ts';
import type { ListedEdition } from '../store/factsheet-editions.ts';
import type { PlacedChoice } from '../store/placed-choices.ts';
import type { PlacedBlock } from '../store/report-blocks.ts';
import type { QuotingVersion } from '../store/report-versions.ts';
import type { ListedSession } from '../store/review-sessions.ts';

type Item<K extends keyof SourceUsesAnswer> = SourceUsesAnswer[K] extends readonly (infer T)[] ? T : never;

/** The blocks that quote a source. */
export const quotingAnswers = (uses: readonly BlockUse<PlacedBlock>[]): readonly Item<'items'>[] =>
	uses.flatMap((use) => {
		const { ref } = use.placed.block;
		return ref.kind === 'quote' ? [{ ...placedAnswer(use), codingId: ref.codingId }] : [];
	});

/** The blocks whose numbers count it. */
export const countingAnswers = (uses: readonly BlockUse<PlacedBlock>[]): readonly Item<'counts'>[] =>
	uses.flatMap((use) => {
		const { part } = use;
		const { kind } = use.placed.block.ref;
		return part !== 'quotes' && (kind === 'count' || kind === 'display') ? [{ ...placedAnswer(use), kind, part }] : [];
	});

const placedAnswer = ({ placed, state, now }: BlockUse<PlacedBlock>) => {
	const { block, report, section, pillarName, areaName } = placed;
	return {
		...{ reportId: report.id, reportTitle: report.title },
		...{ pillarId: section.pillarId, pillarName, areaId: section.areaId, areaName, slot: section.slot },
		...{ blockId: block.id, state, language: report.language },
		// Words that may not be shown any more do not cross the edge.
		says: now.kind === 'not-allowed' ? null : saidWords(shownSaid(block, now), report.language)
	};
};

/** A version of a report that quotes it. */
export const versionAnswer = ({ id, madeAt, ...version }: QuotingVersion): Item<'versions'> => ({
	...version,
	...{ versionId: id, madeAt: madeAt.toISOString() }
});

/** A quote that was chosen for a joint display; its words for who may read codings of it. */
export const choiceAnswer = (choice: PlacedChoice, source: Source, readsCodings: boolean): Item<'choices'> => {
	const { row, quote, pillarName, areaName, theme, fromYear, toYear } = choice;
	return {
		...{ ...row, rowId: rowIdOf(row), pillarName, areaName, theme, fromYear, toYear },
		...{ codingId: quote.codingId, reference: quote.reference },
		text: readsCodings ? quote.text : null,
		isShown: isReleased(source) && row.areaId === source.areaId && quote.text !== null
	};
};

/** A judgement on a theme on which it has something to say. */
export const decisionAnswer = ({ display, row, decision, ...heard }: DecisionUse): Item<'decisions'> => ({
	...{ rowId: row.rowId, codeId: row.codeId, theme: row.name },
	...{ pillarId: display.pillar.id, pillarName: display.pillar.name },
	...{ areaId: display.area.id, areaName: display.area.name },
	...{ fromWaveId: display.from.id, fromYear: display.from.year, toWaveId: display.to.id, toYear: display.to.year },
	...{ fit: decision.fit, metaInference: decision.metaInference, needsReview: decision.needsReview },
	...{ decidedBy: decision.decidedByName, decidedAt: decision.decidedAt, ...heard }
});

/** An explanation with the evidence beside it that comes from a source. */
export const explanationAnswer = (
	explanation: StoredExplanation,
	evidence: readonly EvidenceItem[],
	{ areas, waves, indicators }: Pick<DisplayFrame, 'areas' | 'waves' | 'indicators'>,
	session: ListedSession | null
): Item<'explanations'> => {
	const { areaId, indicatorId, fromWaveId, toWaveId } = explanation;
	const yearOf = (waveId: string) => waves.find(({ id }) => id === waveId)?.year ?? 0;
	return {
		...{ explanationId: explanation.id, text: explanation.text, areaId },
		areaName: areas.find(({ id }) => id === areaId)?.name ?? '',
		indicatorLabel: indicators.find(({ id }) => id === indicatorId)?.label ?? '',
		...{ fromWaveId, fromYear: yearOf(fromWaveId), toWaveId, toYear: yearOf(toWaveId) },
		evidence,
		recognitions: explanation.recognitions.map(({ answer }) => answer),
		session: session && { sessionId: session.id, heldOn: session.heldOn }
	};
};

/** An edition with its quotes from a source, and whether it is known to count it. */
export const editionAnswer = (
	edition: ListedEdition,
	quotes: readonly QuoteFrom[],
	isCounted: boolean
): Item<'editions'> => ({
	...{ editionId: edition.id, title: edition.title, number: edition.number },
	...{ areaId: edition.areaId, areaName: edition.area, publishedAt: edition.publishedAt.toISOString() },
	state: editionState(edition, edition.newest),
	isCounted,
	quotes: quotes.map(({ codingId, text, shownAs }) => ({ codingId, shownAs, text: shownAs === null ? null : text }))
});
