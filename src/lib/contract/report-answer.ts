import { liveState, shownSaid, type Current, type LiveBlock } from '../domain/report/live-block.ts';
import type { Report, Section } from '../domain/report/report.ts';
import { liveBlocksOf } from '../domain/report/report-text.ts';
import type { LiveBlockAnswer, ReportAnswer, ReportSectionAnswer } from './report.ts';

type Listed = Report & { readonly createdByName: string; readonly sections: number; readonly touchedAt: Date };

/** A report as it crosses the edge, without its texts. */
export const toReportAnswer = (report: Listed): ReportAnswer => ({
	id: report.id,
	version: report.version,
	title: report.title,
	kind: report.kind,
	areaIds: report.areaIds,
	fromWaveId: report.fromWaveId,
	toWaveId: report.toWaveId,
	language: report.language,
	sections: report.sections,
	createdBy: { id: report.createdBy, name: report.createdByName },
	createdAt: report.createdAt.toISOString(),
	touchedAt: report.touchedAt.toISOString()
});

/** Where a quote is from, and whether it may stand. */
type Passage = NonNullable<LiveBlockAnswer['quoted']> & { readonly text: string };

type Named = LiveBlock & { readonly saidByName: string; readonly keptByName: string | null };

/** A live block beside the data of now; words that may not be shown any more do not cross the edge. */
export const toBlockAnswer = (block: Named, now: Current, passage: Passage | null): LiveBlockAnswer => {
	const isAllowed = now.kind !== 'not-allowed';
	return {
		id: block.id,
		pillarId: block.pillarId,
		areaId: block.areaId,
		shows: isAllowed || block.ref.kind !== 'quote' ? block.ref : { ...block.ref, shortened: null },
		said: isAllowed ? shownSaid(block, now) : null,
		saidAt: block.saidAt.toISOString(),
		saidBy: { id: block.saidBy, name: block.saidByName },
		state: liveState(block, now),
		now: now.kind === 'there' ? now.said : null,
		whole: isAllowed && passage?.isAllowed ? passage.text : null,
		quoted: passage && {
			sourceId: passage.sourceId,
			takenIn: passage.takenIn,
			isAllowed: passage.isAllowed,
			consent: passage.consent
		},
		kept: block.kept && {
			reason: block.kept.reason,
			by: { id: block.kept.by, name: block.keptByName ?? '' },
			at: block.kept.at.toISOString()
		}
	};
};

/** Some live blocks beside the data of now, by their id. */
export const toBlockAnswers = (
	blocks: readonly Named[],
	now: ReadonlyMap<string, Current>,
	passages: ReadonlyMap<string, Passage>
): ReadonlyMap<string, LiveBlockAnswer> =>
	new Map(
		blocks.map((block) => {
			const passage = block.ref.kind === 'quote' ? passages.get(block.ref.codingId) : undefined;
			return [block.id, toBlockAnswer(block, now.get(block.id) ?? { kind: 'gone' }, passage ?? null)];
		})
	);

/** A text of a report with the blocks that stand in it. */
export const toSectionAnswer = (
	section: Section & { readonly changedByName?: string },
	blocks: ReadonlyMap<string, LiveBlockAnswer>
): ReportSectionAnswer => ({
	pillarId: section.pillarId,
	areaId: section.areaId,
	slot: section.slot,
	version: section.version,
	text: section.text,
	changedBy: section.changedBy === null ? null : { id: section.changedBy, name: section.changedByName ?? '' },
	changedAt: section.changedAt?.toISOString() ?? null,
	blocks: liveBlocksOf(section.text).flatMap((id) => blocks.get(id) ?? [])
});
