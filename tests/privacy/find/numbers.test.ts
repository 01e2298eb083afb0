import { describe, expect, test } from 'vitest';
import { foundWords } from '../../support/found-words.ts';

describe('a telephone number', () => {
	test.each([
		'06-12345678',
		'06 12 34 56 78',
		'0612345678',
		'06 - 12 34 56 78',
		'030-1234567',
		'(030) 123 45 67',
		'0318 123456',
		'+31 6 12345678',
		'+31 (0)6 12 34 56 78',
		'0031612345678',
		'+32 470 12 34 56',
		'+48 601 234 567'
	])('%s', (number) => {
		expect(foundWords('phone', `Bel maar, ${number}. Na zes uur.`)).toEqual([number]);
	});

	test.each(['06-1234567', '00612345678', '123456', '06-123456789', '1234567890', '112', '2019-2023'])(
		'is not %s',
		(number) => {
			expect(foundWords('phone', `Het was ${number}.`)).toEqual([]);
		}
	);

	test('that is spelled is found with doubt', () => {
		expect(foundWords('phone', 'ja nul zes eenentwintig veertig zestien nul vijf of zo')).toEqual([
			'nul zes eenentwintig veertig zestien nul vijf'
		]);
		expect(foundWords('phone', 'een twee drie vier vijf zes zeven, tel maar')).toEqual([]);
	});
});

describe('a postcode', () => {
	test.each(['3526 BC', '3526BC', '1000 AA', '9999 ZZ'])('%s', (code) => {
		expect(foundWords('postcode', `Op ${code}, ja.`)).toEqual([code]);
	});

	test.each(['0526 BC', '3526 SA', '3526 SD', '3526 SS', '35262 BC', '3526 BCD', '3526 Bc', '2015 en', '13526 BC'])(
		'is not %s',
		(code) => {
			expect(foundWords('postcode', `Op ${code}, ja.`)).toEqual([]);
		}
	);

	test('in lower case only stands against its figures', () => {
		expect(foundWords('postcode', 'ik woon op 3526bc en in 2015 en 2016')).toEqual(['3526bc']);
	});
});

describe('a bank account', () => {
	test.each([
		'NL91 ABNA 0417 1643 00',
		'NL02ABNA0123456789',
		'nl91 abna 0417 1643 00',
		'BE68 5390 0754 7034',
		'DE89 3704 0044 0532 0130 00',
		'PL61 1090 1014 0000 0712 1981 2874',
		'TR33 0006 1005 1978 6457 8413 26',
		'NO93 8601 1117 947'
	])('%s', (number) => {
		expect(foundWords('iban', `Op ${number}, graag.`)).toEqual([number]);
	});

	test.each(['BE68 5390 0754 7035', 'XX91 ABNA 0417 1643 00', 'NL91 ABNA 0417 1643 0', 'NL91 ABNA 0417 1643 001'])(
		'is not %s',
		(number) => {
			expect(foundWords('iban', `Op ${number}, graag.`)).toEqual([]);
		}
	);

	test('that is mistyped may still lead to somebody', () => {
		expect(foundWords('iban', 'Op NL92 ABNA 0417 1643 00.')).toEqual(['NL92 ABNA 0417 1643 00']);
	});
});

describe('a licence plate', () => {
	test.each([
		'XX-99-99',
		'99-99-XX',
		'99-XX-99',
		'XX-99-XX',
		'XX-XX-99',
		'99-XX-XX',
		'99-XXX-9',
		'9-XXX-99',
		'XX-999-X',
		'X-999-XX',
		'XXX-99-X',
		'X-99-XXX',
		'9-XX-999',
		'999-XX-9'
	])('has the form %s', (form) => {
		const plate = form.replaceAll('X', 'K').replaceAll('9', '4');
		expect(foundWords('plate', `Een busje, ${plate}, wit.`)).toEqual([plate]);
	});

	test.each(['KK-KK-KK', '44-44-44', 'KKK-444', '4-KK-44', 'KK-44-44-4', 'covid-19-a'])(
		'has not the form %s',
		(plate) => {
			expect(foundWords('plate', `Een busje, ${plate}, wit.`)).toEqual([]);
		}
	);

	test('without dashes stands near a word that says so', () => {
		expect(foundWords('plate', 'met kenteken 48 PDB 7')).toEqual(['48 PDB 7']);
		expect(foundWords('plate', 'groep 48 PDB 7')).toEqual([]);
	});
});
