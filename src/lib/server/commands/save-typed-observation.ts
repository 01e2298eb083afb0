import type { ObservationAnswer } from '../../contract/observation.ts';
import type { Result } from '../../domain/problem.ts';
import { readTypedNumbers, type TypedNumbers } from '../../import/typed-observation.ts';
import type { Context } from '../access/context.ts';
import { saveObservation } from './save-observation.ts';

/** A cell of the kernset as its form sends it: numbers still as they were typed. */
export type TypedObservation = TypedNumbers & {
	readonly indicatorId: string;
	readonly areaId: string;
	readonly waveId: string;
	readonly trendBreak: boolean;
	readonly suppressed: boolean;
	readonly note: string;
	readonly source?: string;
	readonly sourceVersion?: string;
	readonly trendBreakReason?: string;
	/** the id of a round; '' = none */
	readonly testedAgainst?: string;
	/** 'yes', 'no' or '' = the source tested nothing */
	readonly testedChange?: string;
};

/** Stores one value of the kernset as somebody typed it, in Dutch or English notation. */
export const saveTypedObservation = async (
	context: Context,
	projectId: string,
	typed: TypedObservation
): Promise<Result<ObservationAnswer>> => {
	const numbers = readTypedNumbers(typed);
	if (!numbers.ok) return numbers;
	const { testedAgainst = '', testedChange = '' } = typed;
	const isTested = testedChange === 'yes' || testedChange === 'no';
	// A round that is left chosen beside "not tested" says nothing.
	const test = {
		testedAgainst: isTested && testedAgainst !== '' ? testedAgainst : null,
		testedChange: isTested ? testedChange === 'yes' : null
	};
	return saveObservation(context, projectId, { ...typed, ...numbers.value, ...test });
};
