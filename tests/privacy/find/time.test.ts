import { describe, expect, test } from 'vitest';
import { foundWords } from '../../support/found-words.ts';

describe('a date', () => {
	test.each([
		'12-03-1941',
		'12/3/1941',
		'12.03.41',
		'1941-03-12',
		'12 maart 1941',
		'12e maart',
		'3 oktober',
		'8 december ’59',
		"8 december '59",
		'twaalf januari',
		'zestiende mei negentienachtenvijftig',
		'3 mei tweeduizend vier',
		'1 mrt. 2020',
		'september 1979'
	])('%s', (date) => {
		expect(foundWords('date', `Dat was op ${date}, denk ik.`)).toEqual([date]);
	});

	test.each([
		'31-02-1941',
		'32 maart',
		'12-13-2000',
		'maart',
		'mei',
		'1979',
		'3-1',
		'00:12:04',
		'2019-2023',
		'30-02-2020'
	])('is not %s', (date) => {
		expect(foundWords('date', `Dat was op ${date}, denk ik.`)).toEqual(date === '32 maart' ? [] : []);
	});

	test('is also the year in which somebody was born', () => {
		expect(foundWords('date', 'Ik ben geboren in 1956. De flat is van 1968.')).toEqual(['1956']);
	});
});

describe('an age', () => {
	test.each([
		['Ik ben 58 jaar.', ['58 jaar']],
		['Mijn zoon is vier jaar oud.', ['vier jaar oud']],
		['een 17-jarige en een zestienjarige', ['17-jarige', 'zestienjarige']],
		['Riet is drieëntachtig nu.', ['drieëntachtig']],
		['Zij is 92.', ['92']],
		['Hij is in de zestig.', ['in de zestig']],
		['Een man van 45 jaar.', ['45 jaar']],
		['Hoe oud bent u? Zevenentachtig jaar.', ['Zevenentachtig jaar']]
	])('%s', (text, ages) => {
		expect(foundWords('age', text)).toEqual(ages);
	});

	test.each([
		'Dat is tien jaar geleden.',
		'Al 20 jaar lang.',
		'Over vijf jaar zien we het.',
		'De laatste drie jaar was het stil.',
		'Hoe lang woont u hier? Elf jaar.',
		'Ik ben om 8 uur thuis.',
		'Het is twaalf uur.',
		'Zij is 2 dagen weg.',
		'Hij is 130 jaar.',
		'In de jaren zestig.',
		'Na twintig jaar huwelijk.',
		'Dat duurt, een jaar en dan nog een jaar.'
	])('is not in: %s', (text) => {
		expect(foundWords('age', text)).toEqual([]);
	});
});
