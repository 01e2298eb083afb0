import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { findCodes } from '#lib/domain/codebook/find-codes.ts';
import { emptyCode } from '#lib/domain/codebook/move-codes.ts';
import CodeTree from '#lib/ui/codebook/CodeTree.svelte';
import { TreeChoice } from '#lib/ui/codebook/tree-choice.svelte.ts';

/** 500 codes: 20 groups of 24 codes. */
const codes: Code[] = Array.from({ length: 20 }, (_, group): Code[] => [
	{ ...emptyCode, id: `g${group}`, name: `Groep ${group} 😀`, parentId: null, place: group, isCodable: false },
	...Array.from({ length: 24 }, (__, place): Code => ({
		...{ ...emptyCode, id: `g${group}-${place}`, name: `Code ${group}-${place} é`, parentId: `g${group}`, place }
	}))
]).flat();
const book = codebookOf(codes);

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});
const show = () => {
	const choice = new TreeChoice();
	const moved: unknown[] = [];
	const props = $state({
		...{ book, whole: book, use: null, marks: new Map(), openId: null as string | null, choice, isChoosing: false },
		onOpen: (id: string): void => {
			props.openId = id;
		},
		onMove: (ids: readonly string[], place: unknown): void => void moved.push([[...ids], place])
	});
	shown = mount(CodeTree, { target: document.body, props });
	flushSync();
	return { props, choice, moved };
};
const row = (id: string) => {
	const found = document.querySelector<HTMLElement>(`[data-code="${id}"]`);
	if (!found) throw new Error(`no row ${id}`);
	return found;
};
const press = (key: string, more: KeyboardEventInit = {}) => {
	document.activeElement?.dispatchEvent(
		new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
	);
	flushSync();
};
const focused = () => document.activeElement?.getAttribute('data-code');

describe('the tree of codes', () => {
	test('with 500 codes: filters, and tells how long a frame takes', () => {
		const { props } = show();
		const times: number[] = [];
		const inSight = () => document.querySelectorAll('[role=treeitem]:not([hidden])').length;
		for (const text of ['g', 'gr', 'code 1', 'code 12', 'code 12-3', 'code', '']) {
			const from = performance.now();
			props.book = text === '' ? book : findCodes(book, text);
			flushSync();
			void document.body.offsetHeight;
			times.push(performance.now() - from);
			expect(inSight()).toBe(props.book.codes.length);
		}
		console.info(`500 codes, a filter takes ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
		expect(inSight()).toBe(500);
	});

	test('goes by arrows, Home, End, first letters and *, and opens with Enter', () => {
		const { props } = show();
		row('g0').focus();
		press('ArrowDown');
		expect(focused()).toBe('g0-0');
		press('ArrowLeft');
		expect(focused()).toBe('g0');
		press('ArrowLeft');
		expect(row('g0').getAttribute('aria-expanded')).toBe('false');
		press('*');
		expect(row('g0').getAttribute('aria-expanded')).toBe('true');
		press('End');
		expect(focused()).toBe('g19-23');
		press('Home');
		press('c');
		press('o');
		expect(focused()).toBe('g0-0');
		press('Enter');
		expect(props.openId).toBe('g0-0');
		expect(row('g0-0').getAttribute('aria-current')).toBe('true');
	});

	test('chooses with Space, Shift and Ctrl, and moves all that are chosen', () => {
		const { choice, moved } = show();
		row('g0-0').focus();
		press(' ');
		press('ArrowDown', { shiftKey: true });
		press('ArrowDown', { shiftKey: true });
		expect([...choice.ids]).toEqual(['g0-0', 'g0-1', 'g0-2']);
		press('ArrowDown', { altKey: true });
		expect(moved).toEqual([[['g0-0', 'g0-1', 'g0-2'], { parentId: 'g0', place: 1 }]]);
		row('g0-5').dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
		flushSync();
		expect(choice.size).toBe(4);
		expect(row('g0-5').getAttribute('aria-selected')).toBe('true');
		press('Escape');
		expect(choice.size).toBe(0);
	});
});
