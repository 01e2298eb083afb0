import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointLength, positionMap } from '../../src/lib/domain/text/position.ts';
import { textOf } from '../../src/lib/domain/text/range.ts';
import { identifierKinds } from '../../src/lib/domain/source/identifier.ts';
import { identifierRules } from '../../src/lib/domain/source/identifier-rule.ts';
import { hasBsn } from '../../src/lib/privacy/find/bsn.ts';
import { findIdentifiers } from '../../src/lib/privacy/find-identifiers.ts';
import { demoTexts } from '../support/privacy-texts.ts';
import { groupIdentifiers } from '../../src/lib/privacy/group-identifiers.ts';

const pieces = fc.constantFrom(
	'Fatima',
	'Jan-Willem',
	'mevrouw',
	'De Linde',
	'van der',
	'Ömer',
	'👍🏽',
	'👩‍👩‍👦',
	'e\u0301',
	'06-12345678',
	'123456782',
	'NL91 ABNA 0417 1643 00',
	'1234 AB',
	'a@b.nl',
	'[NAAM_1]',
	'[50-59 jaar]',
	'Marnixlaan 12',
	'12 maart 1941',
	'school',
	'58 jaar',
	'XX-99-99',
	'. ',
	', ',
	'\n',
	': ',
	'ik ben',
	'huisartsenpraktijk',
	'nul',
	'zes',
	'kanker',
	'Turkije',
	'www.x.nl',
	'@fatima',
	'[',
	']',
	"'s"
);
const texts = fc
	.array(fc.tuple(pieces, fc.constantFrom(' ', ' ', '', '\n')), { maxLength: 40 })
	.map((parts) => parts.flat().join('').normalize('NFC'));

test('hits lie in the text, in reading order, and never overlap', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const hits = findIdentifiers(text);
			let end = 0;
			for (const hit of hits) {
				expect(hit.start).toBeGreaterThanOrEqual(end);
				expect(hit.end).toBeGreaterThan(hit.start);
				expect(identifierKinds).toContain(hit.kind);
				expect(identifierRules).toContain(hit.rule);
				end = hit.end;
			}
			expect(end).toBeLessThanOrEqual(codePointLength(text));
		})
	);
});

test('a hit holds whole words and no space at its ends', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const map = positionMap(text);
			for (const hit of findIdentifiers(text)) {
				const words = textOf(map, hit);
				expect(words.trim()).toBe(words);
			}
		})
	);
});

test('every hit is in one group', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const hits = findIdentifiers(text);
			const grouped = groupIdentifiers(text, hits).flatMap((group) => group.hits);
			expect(grouped.toSorted((a, b) => a.start - b.start)).toEqual(hits);
		})
	);
});

test('what was replaced by placeholders is not found again', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const characters = [...text];
			for (const { start, end, kind } of findIdentifiers(text).toReversed())
				characters.splice(start, end - start, kind === 'age' ? '[50-59 jaar]' : '[NAAM_1]');
			const replaced = characters.join('');
			const map = positionMap(replaced);
			for (const hit of findIdentifiers(replaced)) expect(textOf(map, hit)).not.toMatch(/NAAM|50-59/);
		})
	);
});

test('any text at all is read without a fault, and the same text gives the same hits', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
			expect(findIdentifiers(text)).toEqual(findIdentifiers(text));
		})
	);
}, 30_000);

test.each([
	'[NAAM_1]',
	'[NAAM_12]',
	'[ADRES_1]',
	'[E-MAIL]',
	'[TELEFOON]',
	'[50-59 jaar]',
	'[FUNCTIE: Wijkagent]',
	'[maart 1941]',
	'[dochter]',
	'[Dochter]',
	'[WEGGELATEN]',
	'[1941]',
	'[90 jaar of ouder]',
	'[Vrouw uit een dorp]'
])('the placeholder %s is never found', (placeholder) => {
	expect(findIdentifiers(`Toen zei mevrouw ${placeholder} dat het in ${placeholder} was.`)).toEqual([]);
});

test('a name or a number in a remark between brackets is found', () => {
	expect(findIdentifiers('Ja [lacht naar Fatima] en [06-12345678] en [FATIMA].').map(({ kind }) => kind)).toEqual([
		'name',
		'phone',
		'name'
	]);
});

test('positions are code points, also behind emoji and combining marks', () => {
	expect(findIdentifiers('👍🏽👩‍👩‍👦 e\u0323\u0301 Fatima')).toMatchObject([{ start: 12, end: 18, kind: 'name' }]);
});

test('a turn begins a sentence whatever stands before it', () => {
	const text = 'daarna Blommie zat stil';
	expect(findIdentifiers(text)).toHaveLength(1);
	expect(findIdentifiers(text, { turns: [{ start: 7, end: 23 }] })).toEqual([]);
});

test('allowed words are never found, a BSN always', () => {
	expect(findIdentifiers('Fatima heeft 123456782.', { allowed: ['fátima', '123456782'] })).toMatchObject([
		{ kind: 'bsn' }
	]);
});

const hostile: readonly (readonly [string, string])[] = [
	['one letter', 'a'],
	['capitals', 'A'],
	['digits', '1'],
	['zeros', '0'],
	['digits and spaces', '1 '],
	['digits and dots', '1.'],
	['at signs', '@'],
	['letters and at signs', 'a@'],
	['dots', 'a.'],
	['brackets', '['],
	['open placeholders', '[NAAM_'],
	['plus signs', '+3 '],
	['dashes', 'a-'],
	['names', 'Fatima '],
	['names in a row with infixes', 'Jan van de '],
	['titles', 'mevrouw '],
	['infixes', 'van de '],
	['number words', 'nul zes '],
	['months', '12 maart '],
	['genitives', "A's "],
	['kinds', 'school De '],
	['streets', 'Laan van '],
	['origins', 'uit Turkije '],
	['lines', '\n'],
	['labels', 'A: b\n'],
	['web', 'www.a.'],
	['bare web', 'a.nl.'],
	['ibans', 'NL91 '],
	['joined marks', 'a\u0301'],
	['emoji', '👍🏽'],
	['spaces', ' '],
	['births', 'geboren 1 '],
	['spelled mail', 'a punt apenstaartje b punt '],
	['years', '1941-'],
	['initials', 'A. '],
	['quotes', ' "A'],
	['unknown names', 'Xq Zw ']
];
const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const timeOf = (text: string): number => {
	const started = performance.now();
	findIdentifiers(text);
	hasBsn(text);
	return performance.now() - started;
};

// A rule that looks back or ahead without end takes half a minute on these; the machine may be busy.
test.each(hostile)(
	'60,000 signs of %s are read in a moment',
	(_, piece) => {
		expect(timeOf(filled(piece, 60_000))).toBeLessThan(15_000); // a guard against patterns that never end
	},
	60_000
);

test('a million hostile signs are read in seconds', () => {
	const text = hostile.map(([, piece]) => filled(piece, 1_000_000 / hostile.length)).join(' ');
	expect(timeOf(text)).toBeLessThan(40_000);
}, 60_000);

test('reading takes as many times longer as there is more to read', async () => {
	const text = (await demoTexts()).map((one) => one.text).join('\n\n');
	const least = (words: string) => Math.min(...[1, 2, 3].map(() => timeOf(words)));
	least(text);
	expect(least(Array(8).fill(text).join('\n\n')) / least(text)).toBeLessThan(8 * 4); // quadratic would be 64
}, 60_000);

test.each(['’s Avonds is het stil 😀.', "'s Zaterdags ga ik naar de markt.", 'Dat is ’s Winters anders.'])(
	'a part of the day, the week or the year with a capital is no name: %s',
	(text) => expect(findIdentifiers(text)).toEqual([])
);
