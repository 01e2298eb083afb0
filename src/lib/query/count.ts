import type { CodedPassage } from './coded-passage.ts';

/** Codings, and the interviews they stand in: never the one without the other. */
export type Count = { readonly codings: number; readonly interviews: number };

/** Counts codings and the interviews they stand in; notes and other files are no interviews. */
export const count = (passages: readonly CodedPassage[]): Count => ({
	codings: passages.length,
	interviews: new Set(passages.filter(isOfInterview).map(({ source }) => source.id)).size
});

const isOfInterview = ({ source }: CodedPassage) => source.kind === 'transcript';
