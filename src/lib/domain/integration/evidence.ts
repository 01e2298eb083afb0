import type { MemoAbout } from '../memo/memo.ts';
import type { AreaId, CodingId, EvidenceId, IndicatorId, MemoId, SourceId, WaveId } from '../project/ids.ts';
import type { Group } from '../source/source.ts';

/** Whether a thing speaks for a possible explanation or against it. */
export const evidenceSides = ['supports', 'contradicts'] as const;
export type EvidenceSide = (typeof evidenceSides)[number];

/** What somebody puts beside a possible explanation. */
export type EvidenceDraft = { readonly side: EvidenceSide; readonly remark: string } & (
	| { readonly kind: 'quote'; readonly codingId: CodingId }
	| { readonly kind: 'memo'; readonly memoId: MemoId }
	| {
			readonly kind: 'figure';
			readonly indicatorId: IndicatorId;
			readonly areaId: AreaId;
			/** null = the figure of one round */
			readonly fromWaveId: WaveId | null;
			readonly toWaveId: WaveId;
	  }
	| { readonly kind: 'literature'; readonly reference: string; readonly url: string | null }
);

/** The value of a figure in a round; null = missing or suppressed. */
export type WaveValue = { readonly waveId: WaveId; readonly year: number; readonly value: number | null };

/** Why words are not shown: nobody agreed to be quoted, or the reader's role does not give them. */
export type Withheld = 'consent' | 'role';

/** What stands beside a possible explanation, as one reader may see it. That it is there is never hidden. */
export type EvidenceItem = {
	readonly id: EvidenceId;
	readonly side: EvidenceSide;
	readonly remark: string;
} & (
	| {
			readonly kind: 'quote';
			readonly codingId: CodingId;
			readonly sourceId: SourceId;
			readonly group: Group | null;
			/** null = withheld */
			readonly text: string | null;
			/** of the passage; null = the reader may not see which interview it is */
			readonly reference: string | null;
			readonly withheld: Withheld | null;
	  }
	| {
			readonly kind: 'memo';
			readonly memoId: MemoId;
			/** its title or first words; null = the reader may not read it */
			readonly title: string | null;
			/** what it is about; null as the title is */
			readonly about: MemoAbout | null;
	  }
	| {
			readonly kind: 'figure';
			readonly indicatorId: IndicatorId;
			readonly areaId: AreaId;
			readonly fromWaveId: WaveId | null;
			readonly toWaveId: WaveId;
			readonly label: string;
			readonly unit: string;
			readonly areaName: string;
			/** as it is now, in order of time */
			readonly values: readonly WaveValue[];
			/** as it was when it was put down; null = that is still so */
			readonly before: readonly WaveValue[] | null;
	  }
	| { readonly kind: 'literature'; readonly reference: string; readonly url: string | null }
);

/** More is a chapter, not what stands behind one explanation. */
export const mostEvidence = 50;

/** One key for what a piece of evidence leads to: a thing stands beside an explanation once, for it or against it. */
export const evidenceKey = (evidence: EvidenceDraft | EvidenceItem): string => {
	switch (evidence.kind) {
		case 'quote':
			return `quote ${evidence.codingId}`;
		case 'memo':
			return `memo ${evidence.memoId}`;
		case 'figure':
			return ['figure', evidence.indicatorId, evidence.areaId, evidence.fromWaveId, evidence.toWaveId].join(' ');
		case 'literature':
			return `literature ${evidence.reference.toLowerCase()}`;
	}
};

/**
 * What a figure was when it was put down, as far as it is another now; null = it still is the same. A round whose value
 * may not be told any more, or was taken away, is left out: what it was is not told either.
 */
export const figureBefore = (seen: readonly WaveValue[], now: readonly WaveValue[]): readonly WaveValue[] | null => {
	const valueOf = (waveId: string) => now.find((other) => other.waveId === waveId)?.value ?? null;
	return seen.every(({ waveId, value }) => value === valueOf(waveId))
		? null
		: seen.filter(({ waveId }) => valueOf(waveId) !== null);
};

/** Evidence for an explanation first, then what speaks against it; else in the order in which it was put down. */
export const bySide = (items: readonly EvidenceItem[]): Readonly<Record<EvidenceSide, readonly EvidenceItem[]>> => ({
	supports: items.filter(({ side }) => side === 'supports'),
	contradicts: items.filter(({ side }) => side === 'contradicts')
});
