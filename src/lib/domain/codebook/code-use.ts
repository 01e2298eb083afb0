/** How often one code itself was applied. */
export type Used = { readonly isCodable: boolean; readonly codings: number | null };

/** From so many times the median on, a code is used very often. */
export const oftenFactor = 4;
/** With fewer used codes than this, a median says nothing yet. */
const fewestUsed = 5;

/**
 * More codings than this is very often: four times the median number of codings of the codes that are used at all.
 * Such a code may hold several meanings, and is worth a look at whether to split it. Null when fewer than five codes
 * are used. The median, so that the codes that are used most do not raise the bar for themselves.
 */
export const oftenFrom = (codes: readonly Used[]): number | null => {
	const numbers = codes.flatMap((code) => (code.isCodable && code.codings ? [code.codings] : [])).sort((a, b) => a - b);
	if (numbers.length < fewestUsed) return null;
	const half = Math.floor(numbers.length / 2);
	const upper = numbers[half] ?? 0;
	const median = numbers.length % 2 === 1 ? upper : ((numbers[half - 1] ?? 0) + upper) / 2;
	return oftenFactor * median;
};

/** Whether a code could have been applied and never was. */
export const isUnused = ({ isCodable, codings }: Used): boolean => isCodable && codings === 0;

/** Whether a code was applied very often, by the bar of `oftenFrom`. */
export const isOften = ({ isCodable, codings }: Used, bar: number | null): boolean =>
	bar !== null && isCodable && codings !== null && codings > bar;
