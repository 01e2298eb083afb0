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
};

/** Stores one value of the kernset as somebody typed it, in Dutch or English notation. */
export const saveTypedObservation = async (
	context: Context,
	projectId: string,
	typed: TypedObservation
): Promise<Result<ObservationAnswer>> => {
	const numbers = readTypedNumbers(typed);
	return numbers.ok ? saveObservation(context, projectId, { ...typed, ...numbers.value }) : numbers;
};
