import type { CodeId, CodingId, SourceId, UserId } from '../project/ids.ts';
import type { PositionMap } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import type { Valences } from './valence.ts';

/** Codings of the team, or those of a blind second coder, which count only for agreement. */
export type Layer = 'shared' | 'second';

/** A code on a passage by a coder. */
export type Coding = {
	readonly id: CodingId;
	readonly sourceId: SourceId;
	/** the text version the range is counted over */
	readonly version: number;
	readonly range: Range;
	readonly codeId: CodeId;
	readonly coderId: UserId;
	readonly valences: Valences;
	readonly memo: string;
	readonly isImportant: boolean;
	readonly layer: Layer;
	/** ISO 8601, UTC */
	readonly codedAt: string;
	/** when it got the code it has now (`codeGiven`); the same as `codedAt` until somebody gives it another one */
	readonly codeSetAt: string;
	/** when somebody last gave it another passage, direction or mark; absent = that is as it was made */
	readonly decidedAt?: DecidedAt;
};

/** When what a coding says beside its code was last decided; ISO 8601, UTC. */
export type DecidedAt = { readonly [part in 'range' | 'valences' | 'isImportant']?: string | undefined };

/** The words of a coding and 32 characters on both sides: a check on its position, never a way to guess it. */
export type Anchor = { readonly quote: string; readonly prefix: string; readonly suffix: string };

const contextLength = 32; // characters on each side, as in the W3C text quote selectors of Hypothesis

/** The anchor of a range in its text. */
export const anchorOf = (map: PositionMap, { start, end }: Range): Anchor => ({
	quote: map.slice(start, end),
	prefix: map.slice(Math.max(0, start - contextLength), start),
	suffix: map.slice(end, Math.min(map.length, end + contextLength))
});

/**
 * The stable reference of a quote, e.g. `VOL-B-01 · 2023 · beurt 14`. It is an identifier, so it reads the same in every
 * language: a quote in a Dutch report and in an English export can be matched.
 */
export const referenceOf = (title: string, year: number, turnOrdinal: number): string =>
	`${title} · ${year} · beurt ${turnOrdinal}`;
