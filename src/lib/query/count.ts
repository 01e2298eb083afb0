import type { Group } from '../domain/source/source.ts';
import type { CodedPassage } from './coded-passage.ts';

/** Codings, and the interviews they stand in: never the one without the other. */
export type Count = { readonly codings: number; readonly interviews: number };

/** Counts codings and the interviews they stand in; notes and other files are no interviews. */
export const count = (passages: readonly CodedPassage[]): Count => ({
	codings: passages.length,
	interviews: new Set(passages.filter(isOfInterview).map(({ source }) => source.id)).size
});

/** The counts of residents and of professionals. */
export const countByGroup = (passages: readonly CodedPassage[]): Readonly<Record<Group, Count>> => ({
	resident: count(passages.filter(({ source }) => source.group === 'resident')),
	professional: count(passages.filter(({ source }) => source.group === 'professional'))
});

const isOfInterview = ({ source }: CodedPassage) => source.kind === 'transcript';
