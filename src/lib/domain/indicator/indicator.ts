import type { IndicatorId, PillarId } from '../project/ids.ts';

export type Direction = 'higher-better' | 'lower-better' | 'neutral';
export type IndicatorKind = 'survey' | 'model' | 'register';
export const directions: readonly Direction[] = ['higher-better', 'lower-better', 'neutral'];
export const indicatorKinds: readonly IndicatorKind[] = ['survey', 'model', 'register'];

/** From which change on a value counts as changed: points of the unit, or percent of the first value. */
export type Threshold = { readonly value: number; readonly unit: 'points' | 'percent' };

/** A defined series of the kernset. */
export type Indicator = {
	readonly id: IndicatorId;
	/** key in files, e.g. KV1 */
	readonly key: string;
	readonly label: string;
	readonly pillarId: PillarId;
	readonly unit: string;
	readonly direction: Direction;
	readonly kind: IndicatorKind;
	readonly source: string;
	readonly rhythm: string | null;
	readonly threshold: Threshold;
};

/** Whether values are percentages, so that a change is told in percentage points. */
export const isPercentage = (unit: string): boolean =>
	/^(?:%|(?:procent|percentage|percent|pct)(?!\p{L}))/iu.test(unit.trim());

/** Whether values are numbers of people or things, so that those of two places can be added up. */
export const isCount = (unit: string): boolean =>
	/^(?:aantal|number|personen|inwoners|huishoudens|woningen|people)(?![\p{L}\d])/iu.test(unit.trim()) &&
	!/(?<!\p{L})(?:per|gemiddeld|average)(?!\p{L})|%|\/|[‰]/iu.test(unit.replace(perPlaceOrTime, ''));

/** "aantal per wijk", "meldingen per jaar": still a number of things. */
const perPlaceOrTime = /(?<!\p{L})per (?:jaar|kwartaal|maand|wijk|buurt|gebied|gemeente)(?!\p{L})/iu;

/** Whether values are sums of money. */
export const isMoney = (unit: string): boolean => /^(?:euro['’]?s?|eur|€)(?!\p{L})/iu.test(unit.trim());

/** Whether values never have three decimals, so that a sign before three digits parts thousands: 1.255 people, 183.000 euro. */
export const hasNoThousandths = (unit: string): boolean => isCount(unit) || isMoney(unit);

/** The default of DOMAIN 7.2: survey 3 points (0.2 on a mark or 0-10 scale), register 5 percent. */
export const defaultThreshold = (kind: IndicatorKind, unit: string): Threshold => {
	if (kind === 'register') return { value: 5, unit: 'percent' };
	return { value: isPercentage(unit) ? 3 : 0.2, unit: 'points' };
};
