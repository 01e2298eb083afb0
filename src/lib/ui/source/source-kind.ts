import { getContext, setContext } from 'svelte';
import type { SourceKind } from '#lib/domain/source/source.ts';

const key = Symbol('the kind of the source on this page');

/** Lets everything on a page know of which kind its source is: an observation has paragraphs and no turns. */
export const setSourceKind = (kind: () => SourceKind): void => {
	setContext(key, kind);
};

/** The kind of the source this part of a page is about, so that an observation is called so; a transcript when nothing is said. */
export const sourceKind = (): (() => SourceKind) =>
	getContext<(() => SourceKind) | undefined>(key) ?? (() => 'transcript');
