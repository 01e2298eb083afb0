import { afterEach, expect, test } from 'vitest';
import { goToFirstWrong } from '#lib/ui/form/first-wrong.ts';

afterEach(() => document.body.replaceChildren());

const show = (html: string): HTMLElement => {
	document.body.innerHTML = `${html}<button id="sent">Opslaan</button>`;
	document.getElementById('sent')?.focus();
	const form = document.querySelector('form');
	if (!form) throw new Error('no form');
	return form;
};
const focus = () => document.activeElement?.id;

test('who sent a form comes to the first field that is wrong', () => {
	goToFirstWrong(
		show('<form><input id="a"><select id="b" aria-invalid="true"></select><input id="c" aria-invalid="true"></form>')
	);
	expect(focus()).toBe('b');
});

test('of a group of choices to its first one', () => {
	goToFirstWrong(
		show('<form><fieldset><p class="error">Kies er een</p><input id="a" type="checkbox"></fieldset></form>')
	);
	expect(focus()).toBe('a');
});

test('stays where it is when no field is wrong, or a summary above the form has taken it', () => {
	goToFirstWrong(show('<form><input id="a"></form>'));
	expect(focus()).toBe('sent');
	const form = show(
		'<section id="said" tabindex="-1" aria-labelledby="problems-title"></section><form><input id="a" aria-invalid="true"></form>'
	);
	document.getElementById('said')?.focus();
	goToFirstWrong(form);
	expect(focus()).toBe('said');
});
