import '../../../src/app.css';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { findCodes } from '#lib/domain/codebook/find-codes.ts';
import { emptyCode } from '#lib/domain/codebook/move-codes.ts';
import CodeTree from '#lib/ui/codebook/CodeTree.svelte';
import { DragImpact } from '#lib/ui/codebook/drag-impact.svelte.ts';
import { sayImpact } from '#lib/ui/codebook/impact.ts';
import { MoveQuestion } from '#lib/ui/codebook/move-question.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
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
const show = (
	more: { question?: MoveQuestion; onDrag?: (ids: readonly string[], target: string | null) => void } = {}
) => {
	const choice = new TreeChoice();
	const moved: unknown[] = [];
	const props = $state({
		...more,
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

	test('what is searched for does not hide below what was folded, and all is folded again after it', () => {
		const { props } = show();
		row('g0').focus();
		press('ArrowLeft');
		expect(row('g0-3').hidden).toBe(true);
		props.book = findCodes(book, 'code 0-3');
		flushSync();
		expect([row('g0').ariaExpanded, row('g0-3').hidden, row('g0-4').hidden]).toEqual(['true', false, true]);
		row('g0').focus();
		press('ArrowLeft');
		expect(row('g0-3').hidden).toBe(true);
		props.book = book;
		flushSync();
		expect(row('g0-3').hidden).toBe(true);
		press('ArrowRight');
		expect(row('g0-3').hidden).toBe(false);
	});

	test('keeps room for the name of a code, however deep it stands', () => {
		const deep = codebookOf(
			Array.from({ length: 30 }, (_, at): Code => {
				const above = at === 0 ? null : `laag${at - 1}`;
				return { ...emptyCode, id: `laag${at}`, name: 'Onveilig gevoel é 😀', parentId: above, place: 0 };
			})
		);
		const use = new Map(deep.codes.map(({ id }) => [id, { codings: 120, interviews: 41 }]));
		const { props } = show();
		Object.assign(props, { book: deep, whole: deep, use });
		document.body.style.width = '480px';
		flushSync();
		for (const { id } of deep.codes) {
			row(id).style.contentVisibility = 'visible';
			const name = row(id).querySelector('.name');
			expect(name?.getBoundingClientRect().width).toBeGreaterThan(60);
			expect(row(id).scrollWidth).toBeLessThanOrEqual(row(id).clientWidth);
		}
		document.body.style.width = '';
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

/** What the server counts for each change that is previewed. */
const touched = { codings: 41, interviews: 9, otherTexts: 0 };
const previews: unknown[] = [];
const stubCounting = () => {
	previews.length = 0;
	vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
		previews.push(JSON.parse(body));
		return Promise.resolve(Response.json({ id: null, codes: 1, folderId: null, ...touched }));
	});
};

describe('dragging in the tree', () => {
	beforeEach(stubCounting);
	afterEach(() => vi.unstubAllGlobals());

	/** A drag over a row, at a share of its height. */
	const drag = (type: string, id: string, share = 0.5) => {
		// as tall as with the styles of the app, also before it was painted
		Object.assign(row(id).style, { contentVisibility: 'visible', height: '40px' });
		const { top, height, left } = row(id).getBoundingClientRect();
		const at = { clientX: left + 5, clientY: top + height * share };
		const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer(), ...at });
		row(id).dispatchEvent(event);
		flushSync();
		return event;
	};
	const showDragging = () => {
		const impact = new DragImpact(() => 'project');
		return { impact, ...show({ onDrag: (ids, target) => impact.over(ids, target) }) };
	};

	test('tells where the code would go and what that touches, and moves it when it is let go', async () => {
		const { impact, moved } = showDragging();
		drag('dragstart', 'g0-0');
		expect(impact.say(book)).toBe(m.codebook_drag({ impact: '' }));
		drag('dragover', 'g1');
		expect(row('g1').dataset['drop']).toBe('inside');
		await expect
			.poll(() => impact.say(book))
			.toBe(m.codebook_drag_to({ codes: 'Code 0-0 é', path: 'Groep 1 😀', impact: sayImpact(touched) }));
		expect(previews).toEqual([{ kind: 'delete', codeIds: ['g0-0'] }]);
		expect(moved).toEqual([]);
		drag('drop', 'g1');
		expect(moved).toEqual([[['g0-0'], { parentId: 'g1', place: 24 }]]);
		expect([impact.codeIds, row('g1').dataset['drop']]).toEqual([[], undefined]);
	});

	test('drops before and after a row, takes all that are chosen along, and counts once', () => {
		const { choice, moved } = showDragging();
		choice.only('g0-0');
		choice.toggle('g0-1');
		drag('dragstart', 'g0-1');
		drag('dragover', 'g0-5', 0.1);
		expect(row('g0-5').dataset['drop']).toBe('before');
		drag('dragover', 'g0-5', 0.9);
		expect(row('g0-5').dataset['drop']).toBe('after');
		drag('drop', 'g0-5');
		expect(moved).toEqual([[['g0-0', 'g0-1'], { parentId: 'g0', place: 4 }]]);
		expect(previews).toHaveLength(1);
	});

	test('goes nowhere below itself, and nowhere when it is broken off', () => {
		const { impact, moved } = showDragging();
		drag('dragstart', 'g0');
		expect(drag('dragover', 'g0-3').defaultPrevented).toBe(false);
		expect(row('g0-3').dataset['drop']).toBeUndefined();
		drag('dragover', 'g1');
		drag('dragend', 'g0');
		expect(impact.codeIds).toEqual([]);
		drag('drop', 'g1');
		expect(moved).toEqual([]);
	});
});

describe('a move by keys to another parent', () => {
	beforeEach(stubCounting);
	afterEach(() => vi.unstubAllGlobals());

	const showAsking = () => {
		const agreed: unknown[] = [];
		const question = new MoveQuestion(
			() => 'project',
			(ids, place) => void agreed.push([[...ids], place])
		);
		return { question, agreed, ...show({ question }) };
	};
	const told = (path: string) => m.codebook_drag_to({ codes: 'Code 0-1 é', path, impact: sayImpact(touched) });

	test('tells first what it touches, and waits for Enter', async () => {
		const { question, agreed, moved, props } = showAsking();
		row('g0-1').focus();
		press('ArrowRight', { altKey: true });
		press('Enter');
		expect(agreed).toEqual([]);
		await expect.poll(() => question.say(book)).toBe(told('Groep 0 😀 › Code 0-0 é'));
		expect(focused()).toBe('g0-1');
		press('Enter');
		expect(agreed).toEqual([[['g0-1'], { parentId: 'g0-0', place: 0 }]]);
		expect([question.asked, props.openId, moved]).toEqual([null, null, []]);
	});

	test('is left by Escape, by another key and by a click; the choice stays', async () => {
		const { question, agreed, choice } = showAsking();
		const ask = async () => {
			row('g0-1').focus();
			press('ArrowLeft', { altKey: true });
			await expect.poll(() => question.say(book)).toBe(told(m.codebook_top_layer()));
		};
		await ask();
		choice.only('g0-1');
		press('Escape');
		expect([question.asked, choice.size]).toEqual([null, 1]);
		await ask();
		press('ArrowDown');
		expect([question.asked, focused()]).toEqual([null, 'g0-2']);
		await ask();
		row('g5').click();
		expect([question.asked, agreed]).toEqual([null, []]);
	});

	test('among siblings happens at once', () => {
		const { question, moved } = showAsking();
		row('g0-1').focus();
		press('ArrowUp', { altKey: true });
		expect([question.asked, moved]).toEqual([null, [[['g0-1'], { parentId: 'g0', place: 0 }]]]);
		expect(previews).toEqual([]);
	});

	test('can go on when what it touches cannot be told, which is said', async () => {
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
		const { question, agreed } = showAsking();
		row('g0-1').focus();
		press('ArrowLeft', { altKey: true });
		await expect.poll(() => question.isTold).toBe(true);
		expect(question.say(book)).not.toContain(m.codebook_impact_wait());
		press('Enter');
		expect(agreed).toEqual([[['g0-1'], { parentId: null, place: 1 }]]);
	});
});
