import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { applyEdit, composeEdits, type Edit } from '#lib/domain/text/edit.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { positionMap } from '#lib/domain/text/position.ts';
import { TranscriptText } from '#lib/editor/transcript-text.ts';

/** F14: the same selection had other offsets in another browser. Line ends, fixed spaces and tabs count one each. */

const text = 'INT: Hoe\u00a0😀 gaat\thet?\n\nR: Goed,  één ding 👨‍👩‍👧.';
let stop = () => {};
afterEach(() => stop());

const open = (isLocked = false) => {
	const element = document.createElement('div');
	document.body.append(element);
	let edit: Edit = [];
	let range: Range | null = null;
	const editor = new TranscriptText({
		element,
		text,
		turns: [{ start: 5, name: '1 · INT' }],
		labels: [{ start: 0, end: 4 }],
		attributes: () => ({ role: 'textbox', 'aria-label': 'Tekst' }),
		isLocked: () => isLocked,
		onEdit: (edits) => (edit = edits.reduce(composeEdits, edit)),
		onSelect: (chosen) => (range = chosen)
	});
	stop = () => {
		editor.stop();
		element.remove();
	};
	const field = element.querySelector<HTMLElement>('[role=textbox]');
	if (!field) throw new Error('no field');
	return { editor, field, edit: () => edit, range: () => range };
};

test('every range that is chosen in the editor is the same range of the text', () => {
	const { editor, range } = open();
	const map = positionMap(text);
	for (let start = 0; start < map.length; start += 3)
		for (let end = start + 1; end <= map.length; end += 5) {
			editor.select({ start, end });
			expect(range()).toEqual({ start, end });
		}
});

test('what is typed, deleted and taken back is an edit of the text, and a lone change taken back is none', async () => {
	const { editor, field, edit } = open();
	editor.select({ start: 29, end: 29 });
	await userEvent.keyboard('ja ');
	const lines = [...field.querySelectorAll('p')].map(({ textContent }) => textContent);
	expect(applyEdit(text, edit())).toBe(lines.join('\n'));
	await userEvent.keyboard('{Enter}{Backspace}{Backspace}');
	expect(applyEdit(text, edit())).toBe([...field.querySelectorAll('p')].map((line) => line.textContent).join('\n'));
});

test('a text that is only pointed at takes no letter, and its words can be chosen', async () => {
	const { editor, field, edit, range } = open(true);
	const before = field.textContent;
	editor.select({ start: 5, end: 8 });
	await userEvent.keyboard('weg{Enter}{Backspace}');
	expect(field.textContent).toBe(before);
	expect(edit()).toEqual([]);
	editor.select({ start: 5, end: 8 });
	expect(range()).toEqual({ start: 5, end: 8 });
});

test('labels and turns are shown beside the words, and are no words', () => {
	const { field } = open();
	expect(field.querySelector('.speaker-label')?.textContent).toBe('INT:');
	expect(field.querySelector('[data-turn]')?.getAttribute('data-turn')).toBe('1 · INT');
	expect(field.textContent).toBe(text.replaceAll('\n', ''));
});
