import { expect, test } from 'vitest';
import { languageChoices, languageLabel } from '#lib/words/language.ts';

test('a language is named in the language of the reader', () => {
	expect([languageLabel('tr', 'nl'), languageLabel('tr', 'en')]).toEqual(['Turks', 'Turkish']);
});

test('a language that browsers have no name for is named all the same', () => {
	expect(['pap', 'rif', 'srn', 'zgh'].map((tag) => languageLabel(tag, 'nl'))).toEqual([
		'Papiaments',
		'Tarifit (Riffijns)',
		'Sranantongo (Surinaams)',
		'Tamazight'
	]);
});

test('what is no language code is shown as it stands', () => {
	expect(languageLabel('??', 'nl')).toBe('??');
});

test('Dutch comes first, the rest by name, and what is stored is among them', () => {
	const choices = languageChoices('gsw', 'nl');
	expect(choices[0]).toEqual({ value: 'nl', label: 'Nederlands' });
	const rest = choices.slice(1).map(({ label }) => label);
	expect(rest).toEqual(rest.toSorted((a, b) => a.localeCompare(b, 'nl')));
	expect(choices.filter(({ value }) => value === 'gsw')).toHaveLength(1);
	expect(languageChoices('nl', 'nl')).toHaveLength(choices.length - 1);
});
