import { expect, test } from 'vitest';
import { findBsns, hasBsn, isBsn } from '../../../src/lib/privacy/find/bsn.ts';
import { markedOne } from '../../support/marked.ts';

test.each(['123456782', '111222333', '012345672', '12345672'])('%s passes the test of eleven', (digits) => {
	expect(isBsn(digits)).toBe(true);
});

test.each(['123456789', '000000000', '00000000', '1234567', '1234567822', ''])('%s is no BSN', (digits) => {
	expect(isBsn(digits)).toBe(false);
});

test.each([
	'Mijn BSN is 123456782.',
	'Mijn BSN is 123.456.782, dacht ik.',
	'Het was 1112.22.333',
	'1234 56 782',
	'in 2019 123456782 opgeschreven',
	'los gezegd 1 2 3 4 5 6 7 8 2 dus',
	'123-456-782',
	'eerst een twee drie, vier vijf zes, zeven acht twee'
])('a text with a BSN may not be kept: %s', (text) => {
	expect(hasBsn(text)).toBe(true);
});

test.each([
	['a telephone number', 'Bel 06-12345672 of +31612345672 of 0612345672 of 0031 6 12345672'],
	['a bank account', 'NL91ABNA0417164300 en NL91 ABNA 0417 1643 00'],
	['a date', 'op 12.03.1941 en op 12-03-1941'],
	['an amount', 'dat kost 12.345.672 euro, of € 123.456.782, of 123.456.782,50'],
	['letters against it', 'code x123456782 of 123456782b'],
	['counting', 'een twee drie vier vijf zes zeven acht negen'],
	['a longer number', '5123456782']
])('%s is no BSN', (_, text) => {
	expect(hasBsn(text)).toBe(false);
});

test('a BSN is found in code points, also behind emoji', () => {
	const { text, range } = markedOne('Ja 👍🏽 é: <a>111.222.333</a>!');
	expect(findBsns(text)).toEqual([{ ...range, kind: 'bsn', rule: 'bsn', sureness: 'certain' }]);
});
