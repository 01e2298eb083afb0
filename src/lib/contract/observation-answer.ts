import type { Observation } from '../domain/indicator/observation.ts';
import type { ObservationAnswer } from './observation.ts';

/** A value with its names, as a list gives it. */
type Listed = Observation &
	Pick<ObservationAnswer, 'id' | 'indicatorKey' | 'area' | 'wave' | 'waveYear' | 'importedBy'> & {
		readonly importedAt: Date;
	};

/** A value of the kernset as it crosses the edge. */
export const toObservationAnswer = (listed: Listed): ObservationAnswer => ({
	id: listed.id,
	indicatorId: listed.indicatorId,
	indicatorKey: listed.indicatorKey,
	areaId: listed.areaId,
	area: listed.area,
	waveId: listed.waveId,
	wave: listed.wave,
	waveYear: listed.waveYear,
	referenceYear: listed.referenceYear,
	value: listed.value,
	n: listed.n,
	lower: listed.lower,
	upper: listed.upper,
	trendBreak: listed.trendBreak,
	suppressed: listed.suppressed,
	note: listed.note,
	source: listed.source,
	sourceVersion: listed.sourceVersion,
	trendBreakReason: listed.trendBreakReason,
	testedAgainst: listed.testedAgainst,
	testedChange: listed.testedChange,
	importedBy: listed.importedBy,
	importedAt: listed.importedAt.toISOString()
});
