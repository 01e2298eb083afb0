import type { ReportId, ReportVersionId, UserId } from '../project/ids.ts';
import type { LiveBlock } from './live-block.ts';
import { slots, type Section, type SectionKey } from './report.ts';
import { liveBlocksOf, sameReportText, type ReportText } from './report-text.ts';
import { plainText } from '../text/rich-text.ts';

/**
 * Why a report was kept as it was: somebody gave that moment a name; somebody went on writing after a pause; it was
 * taken away; a text was put back.
 */
export const versionKinds = ['named', 'earlier', 'export', 'return'] as const;
export type VersionKind = (typeof versionKinds)[number];

/** A report as it was at a moment: all its texts, and what the blocks in them said. */
export type ReportVersion = {
	readonly id: ReportVersionId;
	readonly reportId: ReportId;
	/** 1 for the first version of a report, and so on */
	readonly number: number;
	readonly kind: VersionKind;
	/** only of a version that somebody named; else empty */
	readonly name: string;
	readonly reason: string;
	/** of the report, as it was called then */
	readonly title: string;
	readonly madeBy: UserId;
	readonly madeAt: Date;
};

/** What a report holds at a moment. */
export type ReportContent = {
	readonly sections: readonly (SectionKey & Pick<Section, 'text'>)[];
	readonly blocks: readonly LiveBlock[];
};

/** How a text of then stands beside the text of now: in between it was written, emptied or changed. */
export type TextState = 'same' | 'changed' | 'written' | 'emptied';

/** How one text of a report stands beside the same text of another moment. */
export const textState = (
	then: ReportText,
	now: ReportText,
	blockIsSame: (id: string) => boolean = () => true
): TextState => {
	if (sameReportText(then, now)) return liveBlocksOf(now).every(blockIsSame) ? 'same' : 'changed';
	if (then.length === 0) return 'written';
	return now.length === 0 ? 'emptied' : 'changed';
};

/** Whether a block says the same at two moments. */
const sameBlock = (a: LiveBlock | undefined, b: LiveBlock | undefined): boolean =>
	a?.fingerprint === b?.fingerprint &&
	shortenedOf(a) === shortenedOf(b) &&
	a?.kept?.fingerprint === b?.kept?.fingerprint &&
	a?.kept?.reason === b?.kept?.reason;

const shortenedOf = (block: LiveBlock | undefined): string | null =>
	block?.ref.kind === 'quote' ? block.ref.shortened : null;

/** The texts that stand in one of two moments, by area, pillar and place. */
export const keysOf = (a: ReportContent, b: ReportContent): readonly SectionKey[] => {
	const keys = new Map<string, SectionKey>();
	for (const { pillarId, areaId, slot, text } of [...a.sections, ...b.sections])
		if (text.length > 0) keys.set(`${areaId} ${pillarId} ${slot}`, { pillarId, areaId, slot });
	return [...keys.values()].sort((one, other) => slots.indexOf(one.slot) - slots.indexOf(other.slot));
};

/** The text at a place of a report; none when nobody wrote there. */
export const textAt = ({ sections }: Pick<ReportContent, 'sections'>, key: SectionKey): ReportText =>
	sections.find(({ pillarId, areaId, slot }) => pillarId === key.pillarId && areaId === key.areaId && slot === key.slot)
		?.text ?? [];

/** Whether a report holds the same at two moments. */
export const sameContent = (then: ReportContent, now: ReportContent): boolean => {
	const isSame = sameBlocks(then, now);
	return keysOf(then, now).every((key) => textState(textAt(then, key), textAt(now, key), isSame) === 'same');
};

/** Says of each block whether it says the same at two moments. */
export const sameBlocks = (then: ReportContent, now: ReportContent): ((id: string) => boolean) => {
	const [before, after] = [then, now].map(({ blocks }) => new Map(blocks.map((block) => [block.id as string, block])));
	return (id) => sameBlock(before?.get(id), after?.get(id));
};

/** A text as one reads it, with what its blocks say on lines of their own. */
export const shownText = (text: ReportText, wordsOf: (id: string) => string): string =>
	text.map((block) => (block.kind === 'live' ? wordsOf(block.id) : plainText([block]))).join('\n');

/** Without a change for this long, in milliseconds, who writes on begins anew. */
const pause = 8 * 60 * 60 * 1000;

/** Whether a report is to be kept as it was before somebody writes on: after a pause, once. */
export const beginsAnew = (touchedAt: Date, newest: Pick<ReportVersion, 'madeAt'> | null, now: Date): boolean =>
	now.getTime() - touchedAt.getTime() >= pause && (newest === null || newest.madeAt < touchedAt);
