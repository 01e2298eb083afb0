import { describe, expect, test } from 'vitest';
import { foundWords } from '../../support/found-words.ts';

const names = (text: string, options = {}) => foundWords('name', text, options);

describe('a title and a capital', () => {
	test.each([
		'mevrouw Terpstra-Li',
		'meneer Van der Klaverhout',
		'de heer Oosterhof-Pinas',
		'drs. A.M. Kloosterboer',
		'ir. Van Oudkarspel-Brem',
		'dokter El Hamdaoui',
		'prof. dr. Ünal',
		'mw. Lo A Njoe',
		'dominee Wijnbeek',
		'meneer De R.',
		'mevrouw ’t Lam',
		'de heer en mevrouw Vermaat',
		'imam Karim Bouzid'
	])('%s', (name) => {
		expect(names(`Toen zei ${name} dat het mocht.`)).toEqual([name]);
	});

	test.each(['Mevrouw, we komen zo.', 'Die meneer van de gemeente zei niets.', 'Meneer Aldi', 'dokter in Utrecht'])(
		'but not in: %s',
		(text) => {
			expect(names(text)).toEqual(text === 'Meneer Aldi' ? ['Meneer Aldi'] : []);
		}
	);
});

test('a name goes on after the end of a wrapped line, but not into the next speaker', () => {
	expect(names('Toen kwam mevrouw\nXurks langs, met Riet\nXilster, en mijn vrouw\nXinia.')).toEqual([
		'mevrouw\nXurks',
		'Riet\nXilster',
		'Xinia'
	]);
	expect(names('Ja, dank u mevrouw\nBewoner: Graag\nHelaas, mijn vrouw\nDat klopt')).toEqual([]);
});

test('after a title and a family name, “van” says for whom somebody works', () => {
	expect(names('Ik belde mevrouw Smit van Vivium en meneer Anton van Dalen.')).toEqual([
		'mevrouw Smit',
		'Vivium',
		'meneer Anton van Dalen'
	]);
});

describe('a first name of the lists', () => {
	test.each([
		'Jan',
		'Zeynep',
		'Yıldız',
		'Redouan',
		'Sharda',
		'Łukasz',
		'Yonas',
		'Ifrah',
		'Xiomara',
		'Ghassan',
		'Jaap-Willem'
	])('%s, in the middle and at the beginning of a sentence, with a genitive too', (name) => {
		expect(names(`Met ${name} was ik daar. ${name} lachte. ${name}'s huis.`)).toEqual([name, name, `${name}'s`]);
	});

	test.each([
		'Riet Doddekamp',
		'Siham El Amrani',
		'Arie van Doorn',
		'Zeynep Kılınç',
		'Ewa Wójcik-Smit',
		'Truus Peters-van Houten',
		'Abu Samir al-Halabi',
		'Sjaan van der Steen',
		'Amina Yusuf Farah'
	])('with a family name: %s', (name) => {
		expect(names(`Toen kwam ${name} binnen.`)).toEqual([name]);
	});

	test('does not take along where somebody is from', () => {
		expect(names('Fatima van Portaal, Wim van de Kievitsbloemdreef en Ali uit Utrecht.')).toEqual([
			'Fatima',
			'Wim',
			'Ali'
		]);
	});
});

describe('a name that is also a word', () => {
	test.each([
		'Door die verbouwing slaap ik slecht.',
		'Door het CPB is dat berekend. Door de Rekenkamer ook.',
		'Elke dag is er wat.',
		'Bent u getrouwd?',
		'Wil je nog koffie?',
		'Mei was mooi, en in mei kwam hij.',
		'Een bos rozen. Roos, zo rood.',
		'Hier is het Frans moeilijk, en Engels ook.'
	])('is no name in: %s', (text) => {
		expect(names(text)).toEqual([]);
	});

	test('is one in the middle of a sentence, with a family name, or with a verb of a person', () => {
		expect(names('Toen kwam Roos. En Bas ook.')).toEqual(['Roos', 'Bas']);
		expect(names('Door Verweij deed de salades.')).toEqual(['Door Verweij']);
		expect(names('Elke belt altijd.')).toEqual(['Elke']);
		expect(names('Mijn man Frans lachte.')).toEqual(['Frans']);
	});

	test('is known once it was said, but not where it is the word again', () => {
		expect(names('Mijn man heet Wil. Wil was thuis. Wil je thee? Door Wil weet ik het.')).toEqual([
			'Wil',
			'Wil',
			'Wil'
		]);
	});
});

describe('a name that is on no list', () => {
	test('follows a role, or a word for calling', () => {
		expect(names('Mijn dochter Qwendoline en de wijkagent Zuurbier kwamen.')).toEqual(['Qwendoline', 'Zuurbier']);
		expect(names('Ik heet Bloempje, maar ze noemen mij Blommie.')).toEqual(['Bloempje', 'Blommie']);
	});

	test('has a capital in the middle of a sentence', () => {
		expect(names('Dan ging ik met Krijnsje en Van den Oudenrijn mee.')).toEqual(['Krijnsje', 'Van den Oudenrijn']);
	});

	test('begins a sentence when it does what only people do', () => {
		expect(names('Dyllisha, die werkt daar. Blommie belde nog.')).toEqual(['Dyllisha', 'Blommie']);
	});

	test('is found again wherever it stands, also with an -s against it', () => {
		expect(names('Mijn zus Krijnsje kwam. Krijnsje had soep. Krijnsjes soep dus.')).toEqual([
			'Krijnsje',
			'Krijnsje',
			'Krijnsjes'
		]);
	});

	test.each([
		'Op maandag in Utrecht bij de Jumbo, met de PvdA en de GGZ, in het Turks.',
		'Ik zit op WhatsApp en op Facebook, en Kerst vieren we in Marokko.',
		'De AVG en de Wmo. Naar Zuilen, uit Rzeszów, in Almelo.',
		'Bij de Albert Heijn in Den Haag, op de Tweede Maasvlakte, met het Rode Kruis.',
		'De openbare weg is van het Openbare Lichaam, van de Europese Rekenkamer dus.',
		'Gelukkig belde de gemeente. Iedereen zegt dat.',
		'“Kom maar binnen”, zei hij: “Ga zitten.”'
	])('is not in: %s', (text) => {
		expect(names(text)).toEqual([]);
	});

	test('is not on the allow-list', () => {
		expect(names('Ik zag Krijnsje en Blommie.', { allowed: ['krijnsje'] })).toEqual(['Blommie']);
	});
});

describe('names that are known', () => {
	test('are found without any other sign, by each of their parts', () => {
		const options = { names: ['Pluis van Zuilen'] };
		expect(names('Pluis kwam. Met pluis van zuilen ging het goed. Een pluis.', options)).toEqual([
			'Pluis',
			'pluis van zuilen'
		]);
	});
});

describe('the label of a speaker', () => {
	test('is a name when it is no role and comes back', () => {
		expect(names('Krijnsje: Ja.\n\nInterviewer: En?\n\nKrijnsje: Nee.\n\nInterviewer: O.')).toEqual([
			'Krijnsje',
			'Krijnsje'
		]);
		expect(
			names('Wijkagent Xurks: Ja.\nMoeder: En?\nWijkagent Xurks: Nee. De wijkagent. Wijkagent dus.\nMoeder: O.')
		).toEqual(['Xurks', 'Xurks']);
		expect(names('Bewoner 1: Ja.\nR2: Nee.\nBewoner 1: Ja.\nR2: Nee.\nLet op: dit.\nLet op: dat.')).toEqual([]);
	});
});

describe('a text without capitals', () => {
	const frame =
		'ja dat is zo en toen gingen we naar huis want het was al laat en wij waren moe en het regende de hele dag door dus toen';

	test('still shows names of the lists and names after titles', () => {
		expect(names(`${frame} kwam sandra van dijk met kevin en meneer de ridder langs`)).toEqual([
			'sandra van dijk',
			'kevin',
			'meneer de ridder'
		]);
	});

	test('is read alike when it is all capitals', () => {
		expect(names(`${frame} kwam kevin met zeynep langs`.toUpperCase())).toEqual(['KEVIN', 'ZEYNEP']);
	});

	test('shows no name in ordinary words', () => {
		expect(names(`${frame} zei die meneer van de gemeente door elke dag bas en wil bent mei`)).toEqual([]);
	});
});
