import { describe, expect, test } from 'vitest';
import { foundWords } from '../../support/found-words.ts';

describe('an address', () => {
	test.each([
		'Kievitsbloemdreef 118',
		'Jan Steenlaan 12 huis',
		'Zilverschoonflat 914',
		'Prins Bernhardlaan 3-b',
		'Laan van Chartroise 160',
		'Orinocodreef 45a',
		'Lauwerslaan 130 bis',
		'Meerkoetdreef vierentwintig',
		'Wolgadreef nummer 7',
		'Sint Jozefstraat 1'
	])('%s', (address) => {
		expect(foundWords('address', `Wij wonen op de ${address}, al lang.`)).toEqual([address]);
	});

	test('without a number is only a guess, and a square or a park is none', () => {
		expect(
			foundWords('address', 'Zij woont in de Seinwachtersstraat, bij het Julianapark en het Smaragdplein.')
		).toEqual(['Seinwachtersstraat']);
	});

	test.each([
		'Op het fietspad 3 keer gevallen.',
		'Onderweg 12 mensen gezien.',
		'In de hoofdstraat 2 winkels.',
		'De Lauwerslaan 2023 is nieuw.'
	])('with a number is not in: %s', (text) => {
		expect(foundWords('address', text).filter((found) => /\d/.test(found))).toEqual([]);
	});

	test('of the allow-list is none, unless a number makes it somebody’s home', () => {
		const allowed = ['Ivoordreef'];
		expect(foundWords('address', 'Op de Ivoordreef is markt. Hij woont Ivoordreef 12.', { allowed })).toEqual([
			'Ivoordreef 12'
		]);
	});
});

describe('an organisation', () => {
	test.each([
		'basisschool De Regenboogvis',
		'Huisartsenpraktijk De Linde',
		'obs Het Kompas',
		'stichting Al Noor',
		'moskee Ibn al Walid',
		'Stichting Buren voor Buren',
		'snackbar De Smulpaap'
	])('%s', (name) => {
		expect(foundWords('organisation', `Toen ging ik naar ${name}, elke week.`)).toEqual([name]);
	});

	test.each(['Rietland College', 'Fatih moskee', 'Pauluskerk', 'Julianaschool', 'De Loods 77'])('%s', (name) => {
		expect(foundWords('organisation', `Toen ging ik naar de ${name}, elke week.`.replace('de De', 'De'))).toEqual([
			name
		]);
	});

	test('that was named with its kind is known without it', () => {
		expect(foundWords('organisation', 'Bij huisartsenpraktijk De Linde dus. De Linde is goed.')).toEqual([
			'huisartsenpraktijk De Linde',
			'De Linde'
		]);
	});

	test('of the project’s list is found however it is written; one of the allow-list is not', () => {
		const text = 'Bij welzijn utrecht-noord, en bij stichting Dock.';
		expect(foundWords('organisation', text, { organisations: ['Welzijn Utrecht-Noord'], allowed: ['Dock'] })).toEqual([
			'welzijn utrecht-noord'
		]);
	});

	test.each([
		'De school in Utrecht.',
		'Onze kerk is mooi.',
		'Basisschool en voorschool.',
		'Een winkel in Overvecht.',
		'Naar Den Haag.'
	])('is not in: %s', (text) => {
		expect(foundWords('organisation', text)).toEqual([]);
	});
});

describe('a function that one person holds', () => {
	test('is a warning, up to where it is held', () => {
		expect(foundWords('function', 'Ik ben de beheerder van de Ivoordreef hier.', { allowed: ['Ivoordreef'] })).toEqual([
			'beheerder van de Ivoordreef'
		]);
		expect(
			foundWords('function', 'Hij is wijkregisseur van deze wijk en zij directeur van basisschool De Vlieger.')
		).toEqual(['wijkregisseur van deze wijk', 'directeur']);
		expect(foundWords('function', 'Ik ben beheerder van de Ivoordreef.')).toEqual(['beheerder']);
		expect(foundWords('function', 'De wijkagent was er niet.')).toEqual([]);
	});

	test('of the project’s list is found', () => {
		expect(foundWords('function', 'Zij is Kwartiermaker Groen.', { functions: ['kwartiermaker groen'] })).toEqual([
			'Kwartiermaker Groen'
		]);
	});
});

describe('what points to a person indirectly', () => {
	test.each([
		['Ik kom uit Turkije.', ['Turkije']],
		['Zij is in Suriname geboren.', ['Suriname']],
		['Hij heeft reuma en zij alzheimer.', ['reuma', 'alzheimer']],
		['Wij hebben vijf kinderen.', ['vijf kinderen']],
		['Hij zat in de gevangenis.', ['gevangenis']],
		['In Nederland geboren, als kind. Marokko won van Spanje.', []]
	])('%s', (text, words) => {
		expect(foundWords('indirect', text)).toEqual(words);
	});
});
