import { describe, expect, test } from 'vitest';
import { foundWords } from '../../support/found-words.ts';

describe('an e-mail address', () => {
	test.each(['a@b.nl', 'j.de-vries+wijk@zorg-noord.example', 'Łucja_88@poczta.example', "o'neill@x.co.uk"])(
		'%s',
		(address) => {
			expect(foundWords('email', `Mail ${address}. Of bel.`)).toEqual([address]);
		}
	);

	test.each(['@fatima', 'a@b', 'a @ b.nl', 'a@.nl', 'kosten @ 5.00'])('is not %s', (address) => {
		expect(foundWords('email', `Mail ${address}. Of bel.`)).toEqual([]);
	});

	test('that is spelled is found from its first to its last part', () => {
		expect(foundWords('email', 'ja sandra punt vd apenstaartje hotmail punt com graag')).toEqual([
			'sandra punt vd apenstaartje hotmail punt com'
		]);
	});
});

describe('a web page', () => {
	test.each(['https://netwerk.example/n?a=1', 'www.buurt.example/notulen', 'buurtblog-noord.nl', 'x.amsterdam'])(
		'%s',
		(page) => {
			expect(foundWords('website', `Kijk op ${page}, daar staat het.`)).toEqual([page]);
		}
	);

	test('is not a sentence without a space after its full stop, nor an address of e-mail', () => {
		expect(foundWords('website', 'Dat is klaar.De rest niet. Mail a@b.nl')).toEqual([]);
	});
});

describe('an account', () => {
	test('begins with an at sign, or is a name for computers near the name of a service', () => {
		expect(foundWords('account', 'Ik ben @samira.030, echt.')).toEqual(['@samira.030']);
		expect(foundWords('account', 'op insta heet ik fatima_87 hoor')).toEqual(['fatima_87']);
		expect(foundWords('account', 'apenstaartje kevinnn')).toEqual(['apenstaartje kevinnn']);
	});

	test('is not any word with figures', () => {
		expect(foundWords('account', 'Na covid_19 kwam groep_8 terug.')).toEqual([]);
	});
});
