import { isPercentage } from './indicator.ts';
import type { Observation } from './observation.ts';

/** What cannot be true of a value, with the field that is wrong; the codes are those of a table that is imported. */
export type ObservationFault = {
	readonly code:
		| 'number-not-a-count'
		| 'suppressed-with-value'
		| 'bounds-reversed'
		| 'value-outside-bounds'
		| 'percentage-out-of-range'
		| 'year-unreadable';
	readonly field: 'n' | 'value' | 'lower' | 'referenceYear';
	readonly params: Readonly<Record<string, string | number>>;
};

/** The most signs of what is said beside a value. */
export const longestSource = 200;
export const longestVersion = 100;
export const longestReason = 1000;

/** Figures about fewer respondents or cases can be traced to people by who knows the area; as statistics offices hold. */
export const fewestCases = 10;

/** A break in the series that nobody explains: allowed, but asked for. */
export const lacksReason = ({ trendBreak, trendBreakReason }: Pick<Observation, 'trendBreak' | 'trendBreakReason'>) =>
	trendBreak && trendBreakReason === null;

/** Years a value can be about. */
export const earliestYear = 1900;
export const latestYear = 2100;

/** The faults of a value as it stands: the same rules as for a file of values. */
export const observationFaults = (
	observation: Pick<Observation, 'referenceYear' | 'value' | 'n' | 'lower' | 'upper' | 'suppressed'>,
	unit: string
): readonly ObservationFault[] => {
	const { referenceYear, value, n, lower, upper, suppressed } = observation;
	const faults: ObservationFault[] = [];
	if (!Number.isInteger(referenceYear) || referenceYear < earliestYear || referenceYear > latestYear)
		faults.push({ code: 'year-unreadable', field: 'referenceYear', params: { value: referenceYear } });
	if (n !== null && (!Number.isInteger(n) || n < 0))
		faults.push({ code: 'number-not-a-count', field: 'n', params: { value: n } });
	if (suppressed && value !== null) faults.push({ code: 'suppressed-with-value', field: 'value', params: { value } });
	if (lower !== null && upper !== null && lower > upper)
		faults.push({ code: 'bounds-reversed', field: 'lower', params: { value: lower, upper } });
	else if (value !== null && ((lower !== null && value < lower) || (upper !== null && value > upper)))
		faults.push({
			code: 'value-outside-bounds',
			field: 'value',
			params: { value, lower: lower ?? '–', upper: upper ?? '–' }
		});
	if (value !== null && isPercentage(unit) && (value < 0 || value > 100))
		faults.push({ code: 'percentage-out-of-range', field: 'value', params: { value } });
	return faults;
};
