import { expect, test } from 'vitest';
import { readTypedNumbers } from '#lib/import/typed-observation.ts';
import { typedNumber } from '#lib/words/typed-number.ts';

const typed = (changes: Partial<Parameters<typeof readTypedNumbers>[0]>) =>
	readTypedNumbers({ referenceYear: '2024', value: '', n: '', lower: '', upper: '', ...changes });

test('a decimal comma and a decimal point are both read, even beside each other', () => {
	expect(typed({ value: '61,2', lower: ' 59.5 ', upper: '63', n: '1500' })).toEqual({
		ok: true,
		value: { referenceYear: 2024, value: 61.2, n: 1500, lower: 59.5, upper: 63 }
	});
});

test('thousands are read as thousands: 1.000 people are not one', () => {
	const result = typed({ value: '61,2', n: '1.000' });
	expect(result.ok && result.value.n).toBe(1000);
	const english = typed({ n: '12,500' });
	expect(english.ok && english.value.n).toBe(12500);
});

test('what can be two numbers is refused, unless another field shows what is meant', () => {
	expect(typed({ value: '31.400' })).toEqual({
		ok: false,
		problems: [{ code: 'observation-number-ambiguous', params: { value: '31.400' }, at: 'value' }]
	});
	const shown = typed({ value: '31.400', lower: '30,5' });
	expect(shown.ok && shown.value.value).toBe(31400);
});

test('an empty field is no value; a year is needed; every fault is told', () => {
	const empty = typed({});
	expect(empty.ok && empty.value.value).toBeNull();
	const wrong = typed({ referenceYear: ' ', value: 'veel 😀', upper: '1,2,3' });
	expect(wrong.ok ? [] : wrong.problems.map(({ code, at }) => [code, at])).toEqual([
		['observation-number-unreadable', 'value'],
		['observation-number-unreadable', 'upper'],
		['observation-year-missing', 'referenceYear']
	]);
});

test('a number as the form shows it is read back as the same number, in both languages', () => {
	for (const locale of ['nl', 'en'] as const)
		for (const value of [0, 7.4, -1.5, 0.125, 1.234, 31.4, 1234.567, 1500, 99.999]) {
			const result = typed({ value: typedNumber(value, locale) });
			expect({ value, read: result.ok ? result.value.value : result.problems }).toEqual({ value, read: value });
		}
});

test('a count that is hidden is no number: the answer says what to do instead', () => {
	const result = typed({ value: '61,2', n: ' < 10 ' });
	expect(result.ok ? [] : result.problems).toEqual([
		{ code: 'observation-number-few', params: { value: '< 10' }, at: 'n' }
	]);
});
