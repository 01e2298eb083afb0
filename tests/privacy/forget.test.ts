import { expect, test } from 'vitest';
import { forgetData, forgetExample, forgetText, forgottenOf } from '#lib/privacy/forget.ts';

const forget = (text: string, quotes: readonly string[], spoken: readonly string[] = []) =>
	forgetText(text, forgottenOf(quotes, spoken));

test('a text loses what it repeats of a passage, wherever it stands', () => {
	expect(forget('Zij zei: ik voel me één met 😀 de wijk. Toch?', ['ik voel me één met 😀 de wijk.'])).toBe(
		'Zij zei: (…) Toch?'
	);
});

test('capitals, white space and the kind of apostrophe make no other words', () => {
	const quotes = ['Daar durf ik de foto’s niet op te halen'];
	expect(forget("Toen: ‘daar durf ik\nde  foto's NIET op te halen’.", quotes)).toBe('Toen: ‘(…)’.');
});

test('the longest passage goes first, so that nothing of it is left', () => {
	const quotes = ['de hele wijk', 'in de hele wijk hier'];
	expect(forget('Het is in de hele wijk hier zo.', quotes)).toBe('Het is (…) zo.');
});

test('passages of one or two words stay: they stand anywhere', () => {
	expect(forget('Ja, dat klopt.', ['dat klopt', 'Ja'])).toBe('Ja, dat klopt.');
});

test('a passage is found whole words only', () => {
	expect(forget('Het parkeren is daar fijn.', ['het park is'])).toBe('Het parkeren is daar fijn.');
});

test('of what nobody coded, seven words in a row are enough, in the middle of a sentence too', () => {
	const spoken = ['Nou kijk, sinds ze de lampen hebben vervangen loop ik daar ’s avonds weer, met de hond.'];
	expect(forget('Opvallend: ze de lampen hebben vervangen loop ik daar weer graag.', [], spoken)).toBe(
		'Opvallend: (…) weer graag.'
	);
	expect(forget('Opvallend: ze hebben de lampen vervangen.', [], spoken)).toBe(
		'Opvallend: ze hebben de lampen vervangen.'
	);
});

test('a text that repeats nothing is the same text', () => {
	const value = { blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Het gaat goed.', marks: [] }] }] };
	expect(forgetData(value, forgottenOf(['ik voel me thuis'], []))).toBe(value);
});

test('a rich text loses words that are partly bold, or broken over two lines', () => {
	const text = (words: string, ...marks: string[]) => ({ kind: 'text', text: words, marks });
	const body = [
		{
			kind: 'paragraph',
			content: [text('Zij zei: ik voel me '), text('thuis', 'bold'), { kind: 'break' }, text('in één wijk. En nu?')]
		},
		{ kind: 'paragraph', content: [text('Slot.')] }
	];
	expect(forgetData(body, forgottenOf(['ik voel me thuis in één wijk.'], []))).toEqual([
		{ kind: 'paragraph', content: [text('Zij zei: (…)'), text(' En nu?')] },
		{ kind: 'paragraph', content: [text('Slot.')] }
	]);
});

test('words do not go on through a mention, and a mention stays', () => {
	const content = [
		{ kind: 'text', text: 'ik voel me ', marks: [] },
		{ kind: 'reference', to: 'code', id: 'one', label: 'thuis' },
		{ kind: 'text', text: ' hier', marks: [] }
	];
	const body = [{ kind: 'paragraph', content }];
	expect(forgetData(body, forgottenOf(['ik voel me hier'], []))).toBe(body);
});

test('a passage of several lines is found where its lines stand apart', () => {
	const cells = [['Bewoner', 'het is hier fijn', 'maar stil']];
	expect(forgetData(cells, forgottenOf(['het is hier fijn\nmaar de avond is stil'], []))).toEqual([
		['Bewoner', '(…)', 'maar stil']
	]);
});

test('the example of a code loses even the shortest passage, and is empty when nothing else is left', () => {
	expect(forgetExample('Gezellig\n\nDe buurt leeft', forgottenOf(['Gezellig'], []))).toBe('De buurt leeft');
	expect(forgetExample('Zei: het is hier fijn.', forgottenOf(['het is hier fijn'], []))).toBe('Zei: (…).');
	expect(forgetExample('het is hier fijn!', forgottenOf(['het is hier fijn!'], []))).toBe('');
	expect(forgetExample('', forgottenOf(['het is hier fijn!'], []))).toBe('');
});
