/** Rounds that stand in one table of an upright page beside the name of a figure and the sentence about it. */
export const mostRounds = 6;

/** The rounds that a short table shows: the first and the last, between which it tells, and the newest of the others. */
export const roundsShown = <W>(waves: readonly W[], most = mostRounds): readonly W[] =>
	waves.length <= most ? waves : [...waves.slice(0, 1), ...waves.slice(1 - most)];
