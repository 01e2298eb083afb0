import type { Valence } from '#lib/domain/coding/valence.ts';

/** The mark of each valence, the same on every screen; never without its word. */
export const valenceSign: Readonly<Record<Valence, string>> = {
	forward: '▲',
	backward: '▼',
	good: '✓',
	improve: '◦'
};
