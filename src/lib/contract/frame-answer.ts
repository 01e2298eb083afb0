import type { Area } from '../domain/area/area.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { AreaAnswer } from './area.ts';
import type { IndicatorAnswer } from './indicator.ts';
import type { PillarAnswer } from './pillar.ts';

/** An area as it crosses the edge. */
export const toAreaAnswer = ({ statisticalCodes, ...area }: Area): AreaAnswer => ({
	...area,
	statisticalCodes: [...statisticalCodes]
});

/** A pillar as it crosses the edge. */
export const toPillarAnswer = ({ absentIn, ...pillar }: Pillar): PillarAnswer => ({
	...pillar,
	absentIn: [...absentIn]
});

/** An indicator as it crosses the edge. */
export const toIndicatorAnswer = ({ threshold, ...indicator }: Indicator): IndicatorAnswer => ({
	...indicator,
	threshold: { ...threshold }
});
