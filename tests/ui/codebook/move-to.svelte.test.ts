import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { emptyCode, moveCodes } from '#lib/domain/codebook/move-codes.ts';
import type { CodePlace } from '#lib/domain/codebook/tree-move.ts';
import { m } from '#lib/paraglide/messages.js';
import MoveTo from '#lib/ui/codebook/MoveTo.svelte';

const book = codebookOf([
	{ ...emptyCode, id: 'wonen', name: 'Wonen', parentId: null, place: 0 },
	{ ...emptyCode, id: 'groen', name: 'Groen é 😀', parentId: null, place: 1 },
	{ ...emptyCode, id: 'bomen', name: 'Bomen', parentId: 'groen', place: 0 },
	{ ...emptyCode, id: 'park', name: 'Park', parentId: 'wonen', place: 0 }
]);
const parents = book.codes.map(({ id, name }) => ({ value: id, label: name }));

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});
const show = () => {
	const moved: CodePlace[] = [];
	const props = $state({
		...{ book, codeId: 'park', parents, impact: 'Dit raakt 41 coderingen.' },
		onMove: (place: CodePlace): void => void moved.push(place)
	});
	shown = mount(MoveTo, { target: document.body, props });
	flushSync();
	const list = document.querySelector('select');
	const button = document.querySelector('button');
	const status = document.querySelector('[role=status]');
	if (!list || !button || !status) throw new Error('not shown');
	return { props, moved, list, button, status };
};
/** What an arrow key on a closed list does in browsers that choose at once. */
const arrow = (list: HTMLSelectElement, step: 1 | -1) => {
	list.focus();
	list.selectedIndex += step;
	list.dispatchEvent(new Event('input', { bubbles: true }));
	list.dispatchEvent(new Event('change', { bubbles: true }));
	flushSync();
};

test('going through the list by keys moves nothing; the button moves, tells beforehand what, and keeps the focus', () => {
	const { props, moved, list, button, status } = show();
	expect([...list.options].map(({ value }) => value)).toEqual(['', 'wonen', 'groen', 'bomen']);
	expect([list.value, status.textContent]).toEqual(['wonen', '']);
	arrow(list, 1);
	arrow(list, 1);
	arrow(list, -1);
	expect([moved, list.value, document.activeElement]).toEqual([[], 'groen', list]);
	expect(status.textContent).toBe(
		m.codebook_drag_to({ codes: 'Park', path: 'Groen é 😀', impact: 'Dit raakt 41 coderingen.' })
	);
	expect(button.getAttribute('aria-describedby')).toBe(status.id);

	button.focus();
	button.click();
	expect(moved).toEqual([{ parentId: 'groen', place: 1 }]);
	const after = moveCodes(book, ['park'], 'groen', 1);
	if (!after.ok) throw new Error('not moved');
	props.book = after.value;
	flushSync();
	expect([list.value, status.textContent, document.activeElement]).toEqual(['groen', '', button]);
	props.book = book; // taken back
	flushSync();
	expect([list.value, status.textContent]).toEqual(['wonen', '']);
});

test('keeps a choice when the page is read again, and forgets it for another code; without a choice nothing moves', () => {
	const { props, moved, list, button } = show();
	arrow(list, -1);
	props.book = codebookOf([...book.codes]);
	flushSync();
	expect(list.value).toBe('');
	props.codeId = 'bomen';
	flushSync();
	expect(list.value).toBe('groen');
	button.click();
	expect([moved, document.activeElement]).toEqual([[], list]);
});
