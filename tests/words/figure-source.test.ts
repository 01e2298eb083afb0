import { expect, test } from 'vitest';
import type { FigureValue } from '#lib/merge/development.ts';
import { besideValue, breakSentences, sourceOfValue, sourcesOf, testBeside } from '#lib/words/figure-source.ts';

const at = (year: number, more: Partial<FigureValue> = {}): FigureValue => ({
	...{ waveId: String(year), year, referenceYear: year, value: 60, n: null, lower: null, upper: null },
	...{
		suppressed: false,
		trendBreak: false,
		note: '',
		source: null,
		sourceVersion: null,
		trendBreakReason: null,
		testedAgainst: null,
		testedChange: null
	},
	...more
});

test('values that say nothing come from where the indicator says, each source once', () => {
	const values = [
		at(2021),
		at(2022, { source: 'GGD é 😀', sourceVersion: 'uitgave 2' }),
		at(2023, { sourceVersion: 'juni 2024' }),
		at(2024),
		at(2025, { value: null, source: 'Niet geleverd' })
	];
	expect(sourcesOf({ source: 'CBS', values }, 'nl')).toBe('CBS; GGD é 😀 (versie uitgave 2); CBS (versie juni 2024)');
	expect(sourcesOf({ source: 'CBS', values: [at(2021)] }, 'nl')).toBe('CBS');
	expect(sourcesOf({ source: '', values: [at(2021)] }, 'nl')).toBe('');
});

test('of one value its own source is told, never that of the indicator once more', () => {
	expect(sourceOfValue(at(2021), 'CBS', 'nl')).toBeNull();
	expect(sourceOfValue(at(2021, { source: 'GGD' }), 'CBS', 'nl')).toBe('GGD');
	expect(sourceOfValue(at(2021, { sourceVersion: '2' }), 'CBS', 'en')).toBe('CBS (version 2)');
});

test('beside a value stand the reason of its break, its note and its source', () => {
	const value = at(2023, { trendBreak: true, trendBreakReason: 'Andere vraag.', note: 'Voorlopig.', source: 'GGD' });
	expect(besideValue(value, 'CBS', 'nl')).toBe('Reden: Andere vraag. Voorlopig. Bron: GGD.');
	expect(besideValue(at(2023), 'CBS', 'nl')).toBe('');
});

test('a reason without a break is not told, and a break without a reason says nothing here', () => {
	const values = [
		at(2021, { trendBreakReason: 'Vergeten.' }),
		at(2023, { trendBreak: true }),
		at(2025, { trendBreak: true, trendBreakReason: 'Andere grens van de wijk' })
	];
	expect(breakSentences({ values }, 'nl')).toEqual(['Trendbreuk in 2025: Andere grens van de wijk.']);
});

test('beside a value stands what its source tested and against which round, as far as that may be shown', () => {
	const yearOf = (waveId: string) => (waveId === '2021' ? 2021 : undefined);
	const tested = at(2025, { testedAgainst: '2021', testedChange: true });
	expect(testBeside(tested, yearOf, 'nl')).toBe('De bron toetste tegen 2021: veranderd.');
	expect(testBeside({ ...tested, testedChange: false }, yearOf, 'nl')).toBe(
		'De bron toetste tegen 2021: geen verschil.'
	);
	expect(testBeside({ ...tested, testedAgainst: '2019' }, yearOf, 'nl')).toBe('');
	expect(testBeside({ ...tested, suppressed: true }, yearOf, 'nl')).toBe('');
	expect(testBeside(at(2025), yearOf, 'nl')).toBe('');
});
