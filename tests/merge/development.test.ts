import { describe, expect, test } from 'vitest';
import {
	comparisonOf,
	developmentOf,
	outcomeOf,
	rateBase,
	themeDevelopment,
	type Development,
	type FigureValue,
	type MeasuredIndicator
} from '#lib/merge/development.ts';

const survey: MeasuredIndicator = {
	unit: '% 18+',
	direction: 'higher-better',
	kind: 'survey',
	threshold: { value: 3, unit: 'points' }
};
const mark: MeasuredIndicator = { ...survey, unit: 'cijfer 1-10', threshold: { value: 0.2, unit: 'points' } };
const register: MeasuredIndicator = {
	unit: 'per 1.000 inwoners',
	direction: 'lower-better',
	kind: 'register',
	threshold: { value: 5, unit: 'percent' }
};

const at = (year: number, value: number | null, more: Partial<FigureValue> = {}): FigureValue => ({
	waveId: String(year),
	year,
	referenceYear: year - 1,
	value,
	n: null,
	lower: null,
	upper: null,
	suppressed: false,
	trendBreak: false,
	note: '',
	source: null,
	sourceVersion: null,
	trendBreakReason: null,
	testedAgainst: null,
	testedChange: null,
	...more
});
const between = (lower: number, value: number, upper: number, year: number) => at(year, value, { lower, upper });
const verdict = (indicator: MeasuredIndicator, ...values: readonly FigureValue[]) =>
	outcomeOf(developmentOf(indicator, values));

describe('the threshold of an indicator', () => {
	test.each([
		[{ value: 3, unit: 'points' }, 'better'],
		[{ value: 4, unit: 'points' }, 'better'],
		[{ value: 4.5, unit: 'points' }, 'same'],
		[{ value: 5, unit: 'percent' }, 'better'],
		[{ value: 8, unit: 'percent' }, 'same']
	] as const)('of %j makes 60 % that becomes 64 %% %s', (threshold, outcome) => {
		expect(verdict({ ...survey, threshold }, at(2021, 60), at(2025, 64))).toBe(outcome);
		const lowerBetter = { ...survey, threshold, direction: 'lower-better' } as const;
		expect(verdict(lowerBetter, at(2021, 60), at(2025, 64))).toBe(outcome === 'better' ? 'worse' : 'same');
	});
});

describe('a figure of which the source tested the difference itself', () => {
	const first = between(58, 60, 62, 2021);
	const tested = (isChanged: boolean | null, more: Partial<FigureValue> = {}) =>
		at(2025, 63, { lower: 61, upper: 65, testedAgainst: '2021', testedChange: isChanged, ...more });

	test('has changed as the source says, whatever the margins', () => {
		expect(developmentOf(survey, [first, tested(true)])).toMatchObject({
			...{ verdict: 'better', delta: 3, basis: { kind: 'tested', isChanged: true } }
		});
		expect(developmentOf(survey, [first, tested(false, { lower: 70, upper: 80, value: 75 })])).toMatchObject({
			...{ verdict: 'same', basis: { kind: 'tested', isChanged: false } }
		});
		expect(verdict({ ...survey, direction: 'lower-better' }, first, tested(true))).toBe('worse');
	});

	test('has changed as the source says, whatever the threshold and without the base of a rate', () => {
		const later = at(2025, 12, { testedAgainst: '2021', testedChange: true });
		expect(verdict(register, at(2021, 12.1), later)).toBe('better');
		expect(verdict(register, at(2021, 24), later)).toBe('better');
		expect(verdict(register, at(2021, 24), { ...later, testedChange: false })).toBe('same');
	});

	test('is judged by its margins when the source tested against another round, or nothing', () => {
		const basis = { kind: 'intervals', overlap: true };
		for (const last of [tested(true, { testedAgainst: '2023' }), tested(null, { testedAgainst: null })])
			expect(developmentOf(survey, [first, at(2023, 60), last])).toMatchObject({ verdict: 'same', basis });
	});

	test('is not told by a test in another round than the last', () => {
		const middle = at(2023, 70, { testedAgainst: '2021', testedChange: true });
		expect(developmentOf(survey, [first, middle, between(59, 61, 63, 2025)])).toMatchObject({
			basis: { kind: 'intervals' }
		});
	});

	test('cannot be told where a break, a suppressed or a missing value stands in the way', () => {
		const reasonOf = (...values: readonly FigureValue[]) => developmentOf(survey, values);
		const known = tested(true);
		expect(reasonOf(first, at(2023, 60, { trendBreak: true }), known)).toMatchObject({ kind: 'unknown' });
		expect(reasonOf(first, tested(true, { value: null, suppressed: true }))).toMatchObject({
			reason: { kind: 'suppressed' }
		});
		expect(reasonOf(at(2021, null), known)).toMatchObject({ reason: { kind: 'missing' } });
	});

	test('goes no way when the rounded values are the same', () => {
		expect(developmentOf(survey, [first, tested(true, { value: 60 })])).toMatchObject({
			...{ verdict: 'same', delta: 0, basis: { kind: 'tested', isChanged: true } }
		});
	});

	test('is not compared with another area by that test', () => {
		expect(comparisonOf(survey, tested(true), first)).toMatchObject({ basis: { kind: 'intervals' } });
	});
});

describe('a survey without margins', () => {
	test('has changed at exactly 3 percentage points', () => {
		expect(verdict(survey, at(2021, 60), at(2025, 63))).toBe('better');
		expect(verdict(survey, at(2021, 60), at(2025, 57))).toBe('worse');
	});

	test('has not changed just below 3 percentage points', () => {
		expect(verdict(survey, at(2021, 60), at(2025, 62.9))).toBe('same');
		expect(verdict(survey, at(2021, 60), at(2025, 57.1))).toBe('same');
	});

	test('tells its change in percentage points, a mark does not', () => {
		expect(developmentOf(survey, [at(2021, 60), at(2025, 63)])).toMatchObject({ delta: 3, inPercentagePoints: true });
		expect(developmentOf(mark, [at(2021, 7.1), at(2025, 7.4)])).toMatchObject({
			delta: 0.3,
			inPercentagePoints: false
		});
	});

	test.each([
		[7.2, 7.4, 'better'],
		[7.4, 7.2, 'worse'],
		[6.9, 7.1, 'better'], // 0,1999999999999993 in binary
		[7.2, 7.39, 'same']
	])('a mark from %d to %d is %s: from 0,2 on it has changed', (from, to, expected) => {
		expect(verdict(mark, at(2021, from), at(2025, to))).toBe(expected);
	});
});

describe('a value with margins at both rounds', () => {
	test('has changed when the margins do not overlap, however small the change', () => {
		const values = [between(59, 60, 61, 2021), between(61.1, 61.5, 62, 2025)];
		expect(developmentOf(survey, values)).toMatchObject({
			kind: 'known',
			verdict: 'better',
			basis: { kind: 'intervals', overlap: false }
		});
	});

	test('has not changed when the margins overlap, however large the change', () => {
		const values = [between(50, 60, 70, 2021), between(65, 75, 85, 2025)];
		expect(developmentOf(survey, values)).toMatchObject({
			verdict: 'same',
			delta: 15,
			basis: { kind: 'intervals', overlap: true }
		});
	});

	test('has not changed when the margins only touch', () => {
		expect(verdict(survey, between(58, 60, 62, 2021), between(62, 64, 66, 2025))).toBe('same');
	});

	test('falls back on the threshold when one round has no margins, or half of them', () => {
		expect(verdict(survey, between(50, 60, 70, 2021), at(2025, 64))).toBe('better');
		expect(verdict(survey, between(50, 60, 70, 2021), at(2025, 64, { lower: 50 }))).toBe('better');
	});
});

describe('a register', () => {
	const n = 10_000;

	test('has changed at exactly 5 percent of the first value', () => {
		expect(verdict(register, at(2021, 20, { n }), at(2025, 21, { n }))).toBe('worse');
		expect(verdict(register, at(2021, 20, { n }), at(2025, 20.9, { n }))).toBe('same');
	});

	test('has not changed by fewer than 10 cases, and has by 10', () => {
		// 2 per 1.000 of 5.000 people is 10 people
		expect(verdict(register, at(2021, 10, { n: 5000 }), at(2025, 8, { n: 5000 }))).toBe('better');
		expect(verdict(register, at(2021, 10, { n: 4999 }), at(2025, 8, { n: 4999 }))).toBe('same');
	});

	test('counts cases per hundred where the unit is a percentage', () => {
		const share: MeasuredIndicator = { ...register, unit: '%', direction: 'higher-better' };
		// 13 procentpunt of 66 children is 8,58 children
		expect(developmentOf(share, [at(2021, 66, { n: 66 }), at(2025, 79, { n: 66 })])).toMatchObject({
			verdict: 'same',
			basis: { kind: 'threshold', cases: 8.58 }
		});
		expect(verdict(share, at(2021, 66, { n: 77 }), at(2025, 79, { n: 77 }))).toBe('better');
	});

	test('takes the smaller base of the two rounds', () => {
		expect(verdict(register, at(2021, 10, { n: 4999 }), at(2025, 8, { n: 90_000 }))).toBe('same');
	});

	test('of which the base is unknown cannot be judged once its rate moved, and is the same when it did not', () => {
		expect(developmentOf(register, [at(2021, 10), at(2025, 8, { n })])).toEqual({
			kind: 'unknown',
			reason: { kind: 'no-base', waveId: '2025' }
		});
		expect(verdict(register, at(2021, 10), at(2025, 10.1))).toBe('same');
	});

	test('with a number of cases as its unit needs no base', () => {
		const count: MeasuredIndicator = { ...register, unit: 'aantal meldingen' };
		expect(verdict(count, at(2021, 100), at(2025, 90))).toBe('better');
		expect(verdict(count, at(2021, 50), at(2025, 41))).toBe('same');
	});

	test.each(['aantal per 1.000 inwoners', 'per 1.000 inwoners', 'promille', '‰'])(
		'is a rate as "%s" too, of which the base tells the cases',
		(unit) => {
			expect(verdict({ ...register, unit }, at(2021, 40, { n: 16_000 }), at(2025, 33, { n: 16_000 }))).toBe('better');
			expect(verdict({ ...register, unit }, at(2021, 40, { n: 1000 }), at(2025, 33, { n: 1000 }))).toBe('same');
		}
	);

	test.each(['woningen', 'huishoudens', 'aantal meldingen per jaar'])('of "%s" counts them', (unit) => {
		expect(verdict({ ...register, unit }, at(2021, 20), at(2025, 18))).toBe('same');
		expect(verdict({ ...register, unit }, at(2021, 120), at(2025, 108))).toBe('better');
	});

	test('that rises from nothing has changed', () => {
		const rise = developmentOf(register, [at(2021, 0, { n }), at(2025, 4, { n })]);
		expect(rise).toMatchObject({ kind: 'known', verdict: 'worse', relative: null });
		expect(verdict(register, at(2021, 0, { n }), at(2025, 0, { n }))).toBe('same');
	});

	test.each([
		['%', 100],
		['% 18+', 100],
		['percentage 18+', 100],
		['procentpunten boven het land', null],
		['per 1.000 inwoners', 1000],
		['per 10.000 inwoners', 10_000],
		['misdrijven per 100 woningen', 100],
		['cijfer 1-10', null],
		['klasse 1-9', null]
	])('a rate in "%s" speaks of %s', (unit, base) => {
		expect(rateBase(unit)).toBe(base);
	});
});

describe('two rounds that use one measurement', () => {
	test('say nothing of a change, whatever the numbers are', () => {
		const same = { referenceYear: 2022 };
		expect(developmentOf(survey, [at(2023, 30, same), at(2025, 26, same)])).toEqual({
			kind: 'unknown',
			reason: { kind: 'same-measurement', waveId: '2025' }
		});
		expect(verdict(survey, at(2023, 30, same), at(2025, 26, { referenceYear: 2024 }))).not.toBe('unknown');
	});
});

describe('direction', () => {
	test('turns the verdict, not the change', () => {
		const lower: MeasuredIndicator = { ...survey, direction: 'lower-better' };
		expect(developmentOf(lower, [at(2021, 34), at(2025, 26)])).toMatchObject({ verdict: 'better', delta: -8 });
	});

	test('that is neutral gives no verdict, also when values are missing', () => {
		const neutral: MeasuredIndicator = { ...survey, direction: 'neutral' };
		expect(developmentOf(neutral, [at(2021, 33), at(2025, 36)])).toEqual({
			kind: 'neutral',
			delta: 3,
			inPercentagePoints: true
		});
		expect(developmentOf(neutral, [at(2021, null), at(2025, 36)])).toMatchObject({ kind: 'neutral', delta: null });
	});
});

describe('nothing can be said', () => {
	test.each([
		['the first value is missing', [at(2021, null), at(2025, 60)], 'missing', '2021'],
		['the last value is missing', [at(2021, 60), at(2025, null)], 'missing', '2025'],
		['a value is suppressed', [at(2021, 60), at(2025, null, { suppressed: true })], 'suppressed', '2025'],
		[
			'a trend break lies between the rounds',
			[at(2021, 60), at(2023, 50, { trendBreak: true }), at(2025, 55)],
			'trend-break',
			'2023'
		],
		['a trend break lies on the last round', [at(2021, 60), at(2025, 55, { trendBreak: true })], 'trend-break', '2025']
	] as const)('when %s', (_, values, kind, waveId) => {
		expect(developmentOf(survey, values)).toEqual({ kind: 'unknown', reason: { kind, waveId } });
	});

	test('but a break on the first round does not matter, nor a missing value in between', () => {
		const values = [at(2021, 60, { trendBreak: true }), at(2023, null), at(2025, 66)];
		expect(verdict(survey, ...values)).toBe('better');
	});
});

describe('beside another area', () => {
	test('the verdict speaks of the own area, by the same rule', () => {
		const lower: MeasuredIndicator = { ...survey, direction: 'lower-better' };
		expect(comparisonOf(lower, at(2025, 26), at(2025, 23))).toMatchObject({ verdict: 'worse', delta: 3 });
		expect(outcomeOf(comparisonOf(lower, at(2025, 26), at(2025, 24)))).toBe('same');
	});

	test('cases are counted over the people of the own area', () => {
		const own = at(2025, 8, { n: 4000 });
		expect(outcomeOf(comparisonOf(register, own, at(2025, 10, { n: 17_000_000 })))).toBe('same');
		expect(outcomeOf(comparisonOf(register, { ...own, n: 6000 }, at(2025, 10, { n: null })))).toBe('better');
	});

	test('a break in the series does not matter within one round', () => {
		expect(outcomeOf(comparisonOf(survey, at(2025, 66, { trendBreak: true }), at(2025, 60)))).toBe('better');
	});
});

describe('the figures of a theme', () => {
	const known = (verdict: 'better' | 'worse' | 'same'): Development => ({
		kind: 'known',
		verdict,
		delta: 1,
		inPercentagePoints: true,
		relative: 1,
		basis: { kind: 'intervals', overlap: false }
	});
	const unknown: Development = { kind: 'unknown', reason: { kind: 'missing', waveId: '2021' } };
	const neutral: Development = { kind: 'neutral', delta: 1, inPercentagePoints: true };
	const topic = (...developments: readonly Development[]) =>
		developments.map((development) => ({ relation: 'same-topic' as const, development }));

	test.each([
		['none', [], 'unknown'],
		['only unknown and neutral ones', [unknown, neutral], 'unknown'],
		['better and worse', [known('better'), known('worse')], 'mixed'],
		['better beside the same', [known('same'), known('better')], 'better'],
		['worse beside the same', [known('same'), known('worse')], 'worse'],
		['only the same', [known('same'), known('same')], 'same'],
		['better beside unknown', [unknown, known('better')], 'better'],
		['better, worse and the same', [known('same'), known('worse'), known('better')], 'mixed']
	] as const)('with %s', (_, developments, expected) => {
		expect(themeDevelopment(topic(...developments))).toBe(expected);
	});

	test('do not count what is cause, effect or context', () => {
		const others = (['cause', 'effect', 'context'] as const).map((relation) => ({
			relation,
			development: known('worse')
		}));
		expect(themeDevelopment(others)).toBe('unknown');
		expect(themeDevelopment([...others, ...topic(known('better'))])).toBe('better');
	});
});
