import { describe, expect, test } from 'vitest';
import { identifierKinds } from '#lib/domain/source/identifier.ts';
import {
	ageClass,
	allowedForms,
	checkPlaceholder,
	isStandardPlaceholder,
	nextPlaceholder
} from '#lib/privacy/placeholders.ts';

describe('the next placeholder', () => {
	test('counts people, addresses and organisations, each for itself, after the highest in use', () => {
		const taken = ['[NAAM_1]', '[NAAM_12]', '[ADRES_1]', '[dochter]'];
		expect(nextPlaceholder('name', taken, 'Şükran')).toBe('[NAAM_13]');
		expect(nextPlaceholder('address', taken, 'Kade 3')).toBe('[ADRES_2]');
		expect(nextPlaceholder('organisation', taken, 'De Linde')).toBe('[ORGANISATIE_1]');
	});

	test('is one word for what nobody has to tell apart', () => {
		expect(
			(['postcode', 'phone', 'email', 'bsn', 'iban', 'plate', 'date'] as const).map((kind) =>
				nextPlaceholder(kind, ['[POSTCODE]'], '')
			)
		).toEqual(['[POSTCODE]', '[TELEFOON]', '[E-MAIL]', '[BSN]', '[REKENING]', '[KENTEKEN]', '[DATUM]']);
	});

	test('is known again in a text, whatever the kind', () => {
		for (const kind of identifierKinds) expect(isStandardPlaceholder(nextPlaceholder(kind, [], '53 jaar'))).toBe(true);
		expect(isStandardPlaceholder('[Fatima lacht]')).toBe(false);
	});
});

test('an age becomes the ten years it lies in', () => {
	expect(['53 jaar', '50 jaar', '7 jaar', '99 jaar', '999 jaar', 'jaar'].map(ageClass)).toEqual([
		'[50-59 jaar]',
		'[50-59 jaar]',
		'[0-9 jaar]',
		'[90 jaar of ouder]',
		null,
		null
	]);
});

describe('a placeholder that a person writes', () => {
	test('stands in square brackets on one line', () => {
		expect(checkPlaceholder(' [dochter] ', 'name', ['Zoë'])).toEqual({ ok: true, value: '[dochter]' });
		for (const wrong of ['dochter', '[]', '[ ]', '[a[b]]', '[a\nb]', `[${'a'.repeat(60)}]`])
			expect(checkPlaceholder(wrong, 'name', ['Zoë'])).toMatchObject({
				ok: false,
				problems: [{ code: 'placeholder-invalid', at: 'placeholder' }]
			});
	});

	test('holds no word of the name itself, whatever its case and accents', () => {
		expect(checkPlaceholder('[moeder van zoe]', 'name', ['mevrouw Zoë de Wit'])).toMatchObject({
			problems: [{ code: 'placeholder-shows-name' }]
		});
		expect(checkPlaceholder('[mevrouw]', 'name', ['mevrouw Zoë de Wit']).ok).toBe(true);
		expect(checkPlaceholder('[FUNCTIE: wijkteam]', 'function', ['wijkteam Zuid']).ok).toBe(true);
	});
});

test('a word that is nowhere a name is so without its title too', () => {
	expect(allowedForms('de heer Öztürk-Aa')).toEqual(['de heer Öztürk-Aa', 'Öztürk-Aa']);
	expect(allowedForms('meneer van der Öztürk')).toEqual(['meneer van der Öztürk', 'Öztürk']);
	expect(allowedForms('Tuinplein')).toEqual(['Tuinplein']);
});
