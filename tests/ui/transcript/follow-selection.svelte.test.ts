import { afterEach, beforeEach, expect, test } from 'vitest';
import { followSelection } from '#lib/ui/transcript/follow-selection.ts';
import { TurnTexts } from '#lib/ui/transcript/turn-texts.ts';

/** The browser's own selection, by its caret (F7, Shift and the arrows), by touch and by the mouse. */

let root: HTMLElement;
let words: Text;
let selected: (readonly [number, number, string])[] = [];
let stop = () => {};

beforeEach(() => {
	root = document.createElement('div');
	words = document.createTextNode('Het park is fijn');
	root.append(words);
	document.body.append(root);
	selected = [];
	const texts = new TurnTexts([]);
	// Where a selection lies in the text is another rule, with tests of its own.
	texts.rangeOf = ({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset });
	stop = followSelection(texts, {
		onPress: () => {},
		onSentence: () => {},
		onTurn: () => {},
		onSelect: ({ start, end }, origin) => selected.push([start, end, origin])
	})(root);
});
afterEach(() => {
	stop();
	getSelection()?.removeAllRanges();
	root.remove();
});

const press = (pointerType: string) =>
	root.dispatchEvent(new PointerEvent('pointerdown', { pointerType, bubbles: true }));

test('a selection by the caret of the browser counts once it is still, and says that it came by the keyboard', async () => {
	getSelection()?.setBaseAndExtent(words, 0, words, 3);
	getSelection()?.modify('extend', 'forward', 'word');
	const end = getSelection()?.focusOffset ?? 0;
	expect(end).toBeGreaterThan(3);
	// It is on its way as long as it moves.
	expect(selected).toEqual([]);
	await expect.poll(() => selected).toEqual([[0, end, 'caret']]);
});

test('a selection by touch counts once it is still, without a button that comes up', async () => {
	press('touch');
	getSelection()?.setBaseAndExtent(words, 4, words, 8);
	await expect.poll(() => selected).toEqual([[4, 8, 'touch']]);
});

test('a selection by the mouse counts when the button comes up, and not again when it is still', async () => {
	press('mouse');
	root.dispatchEvent(new MouseEvent('mousedown', { button: 0, bubbles: true }));
	getSelection()?.setBaseAndExtent(words, 4, words, 11);
	root.dispatchEvent(new MouseEvent('mouseup', { button: 0, detail: 1, bubbles: true }));
	await expect.poll(() => selected).toContainEqual([4, 11, 'pointer']);
});

test('a selection elsewhere on the page is not of the text', async () => {
	const other = document.createElement('p');
	other.textContent = 'Elders 😀';
	document.body.append(other);
	getSelection()?.selectAllChildren(other);
	getSelection()?.setBaseAndExtent(words, 0, words, 3);
	await expect.poll(() => selected).toEqual([[0, 3, 'caret']]);
	other.remove();
});
