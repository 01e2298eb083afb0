import { expect, test } from 'vitest';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { overlaps, textOf } from '../../src/lib/domain/text/range.ts';
import { findIdentifiers, type FindOptions } from '../../src/lib/privacy/find-identifiers.ts';
import { groupIdentifiers } from '../../src/lib/privacy/group-identifiers.ts';
import { demoTexts, type Mark } from '../support/privacy-texts.ts';

/** The groups of a text: the key, and the words of its hits. */
const groupsOf = (text: string, options: FindOptions = {}) => {
	const map = positionMap(text);
	return Object.fromEntries(
		groupIdentifiers(text, findIdentifiers(text, options)).map(({ key, hits }) => [
			key,
			hits.map((hit) => textOf(map, hit))
		])
	);
};

test('variants, genitive and capitals of one name are one person', () => {
	expect(groupsOf("Fatima kwam. Fatima’s zus, en Fatima's broer, en FATIMA zelf, en Fátima.")).toEqual({
		'name:fatima': ['Fatima', 'Fatima’s', "Fatima's", 'FATIMA', 'Fátima']
	});
});

test('a first name and a family name belong to the full name', () => {
	expect(groupsOf('Riet kwam met Riet van der Steen. Later zei mevrouw Van der Steen niets.')).toEqual({
		'name:riet van der steen': ['Riet', 'Riet van der Steen', 'mevrouw Van der Steen']
	});
});

test('a first name that two people have stays by itself', () => {
	expect(Object.keys(groupsOf('Ik zag Riet Jansen, en Riet de Vries. Riet lachte.'))).toEqual([
		'name:riet jansen',
		'name:riet de vries',
		'name:riet'
	]);
});

test('a man and a woman of one family name are two persons', () => {
	expect(groupsOf('Toen zei meneer Jansen iets tegen mevrouw Jansen. Dhr. Jansen weer.')).toEqual({
		'name:meneer jansen': ['meneer Jansen', 'Dhr. Jansen'],
		'name:mevrouw jansen': ['mevrouw Jansen']
	});
});

test('a diminutive and an -s against a name are of the same person', () => {
	expect(groupsOf('Toen kwam Anna. Annetje, zei ik. Met Karin en Karins zoon. Met Truus, ja Truusje.')).toEqual({
		'name:anna': ['Anna', 'Annetje'],
		'name:karin': ['Karin', 'Karins'],
		'name:truus': ['Truus', 'Truusje']
	});
});

test('a hyphen in a name is no difference', () => {
	expect(groupsOf('Met Jan-Willem ging ik. Jan Willem lachte. En Łucja, of Lucja.')).toEqual({
		'name:jan willem': ['Jan-Willem', 'Jan Willem'],
		'name:lucja': ['Łucja', 'Lucja']
	});
});

test('one number is one thing however it is written', () => {
	expect(
		groupsOf(
			'Bel 06-12345678 of +31 6 1234 5678. NL91 ABNA 0417 1643 00, dus NL91ABNA0417164300. BSN 123456782 en 123.456.782.'
		)
	).toEqual({
		'phone:0612345678': ['06-12345678', '+31 6 1234 5678'],
		'iban:nl91abna0417164300': ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
		'bsn:123456782': ['123456782', '123.456.782']
	});
});

test('an organisation is the same with and without its kind', () => {
	expect(groupsOf('Bij huisartsenpraktijk De Linde dus. Naar De Linde ga ik graag.')).toEqual({
		'organisation:de linde': ['huisartsenpraktijk De Linde', 'De Linde']
	});
});

test('a group is as sure as its surest hit, and comes where it is first found', () => {
	const text = 'Blommie belde. Ik heet Krijnsje. Dokter Blommie dus.';
	expect(groupIdentifiers(text, findIdentifiers(text)).map(({ key, sureness }) => [key, sureness])).toEqual([
		['name:blommie', 'certain'],
		['name:krijnsje', 'likely']
	]);
});

test.each((await demoTexts()).map((one) => [one.name, one] as const))(
	'in %s one person has one group, as in the list of pseudonyms',
	(_, demo) => {
		const groups = groupIdentifiers(demo.text, findIdentifiers(demo.text, { turns: demo.turns }));
		const groupAt = (mark: Mark) => groups.find(({ hits }) => hits.some((hit) => overlaps(hit, mark)))?.key;
		const ofPlaceholder = Map.groupBy(
			demo.marks.filter(({ kind }) => kind === 'name'),
			({ placeholder }) => placeholder
		);
		const keys = [...ofPlaceholder.values()].map((marks) => [...new Set(marks.map(groupAt))]);
		expect(keys.every((found) => found.length === 1)).toBe(true);
		expect(new Set(keys.flat()).size).toBe(keys.length);
	}
);

test('forty thousand names are put together in a moment', () => {
	const text = Array.from({ length: 20_000 }, (_, index) => `Riet Xa${index.toString(36)}q, met Riet`).join('. ');
	const hits = findIdentifiers(text);
	const started = performance.now();
	groupIdentifiers(text, hits);
	expect(performance.now() - started).toBeLessThan(10_000);
}, 60_000);
