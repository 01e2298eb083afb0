import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { DeskCode } from '#lib/contract/coding-desk.ts';
import CodesPanel from '#lib/ui/coding/CodesPanel.svelte';
import { clear, show } from '../../support/show.ts';
import { deskOf } from './desk-of.ts';

afterEach(clear);

test('how many codes are found is heard while one types', () => {
	const box = show(CodesPanel, { desk: deskOf(), onPick: () => {} });
	const input = box.querySelector('input[type=search]') as HTMLInputElement;
	const heard = (query: string) => {
		input.value = query;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
		return box.querySelector('[role=status]')?.textContent;
	};
	expect(['groen', 'bestaat niet é', ''].map(heard)).toEqual(['1 code gevonden', '0 codes gevonden', '']);
});

const code = (id: string, parent: DeskCode | null = null, isCodable = true): DeskCode => ({
	...{ id, parentId: parent?.id ?? null, depth: parent ? parent.depth + 1 : 0, name: id, isCodable },
	...{ path: parent ? `${parent.path} › ${id}` : id, definition: '', include: '', exclude: '', example: '' },
	...{ synonyms: [], color: 0, pillarIds: [] }
});
const wonen = code('Wonen 😀', null, false);
const groen = code('Groen', wonen);
const codes = [wonen, groen, code('Gras', groen), code('Één plek', wonen), code('Veilig')];

/** The panel of a small codebook; `at` is the code with the focus, `stops` those that Tab comes to. */
const panelOf = (picked: string[] = []) => {
	const desk = deskOf({ codes });
	const box = show(CodesPanel, { desk, onPick: ({ id }: DeskCode) => void picked.push(id) });
	const rows = () => [...box.querySelectorAll<HTMLElement>('ul:not([hidden]) [data-row]')];
	const at = () => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['row'] : undefined);
	return {
		box,
		at,
		names: () => rows().map((row) => row.dataset['row']),
		stops: () =>
			rows()
				.filter(({ tabIndex }) => tabIndex === 0)
				.map((row) => row.dataset['row']),
		row: (id: string) => rows().find((row) => row.dataset['row'] === id),
		press: (key: string, timeStamp?: number) => {
			const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
			if (timeStamp !== undefined) Object.defineProperty(event, 'timeStamp', { value: timeStamp });
			document.activeElement?.dispatchEvent(event);
			flushSync();
			return at();
		}
	};
};

test('the tree is one stop of Tab, where one was last', () => {
	const panel = panelOf();
	expect(panel.stops()).toEqual([wonen.id]);
	panel.row(groen.id)?.focus();
	flushSync();
	expect(panel.stops()).toEqual([groen.id]);
	// The row is closed away; Tab still comes to the tree.
	panel.press('ArrowLeft');
	panel.row(wonen.id)?.focus();
	panel.press('ArrowLeft');
	expect([panel.names(), panel.stops()]).toEqual([[wonen.id, 'Veilig'], [wonen.id]]);
});

test('arrows go through the tree as in any tree, and to the field above it', () => {
	const panel = panelOf();
	panel.row(wonen.id)?.focus();
	expect(panel.press('ArrowDown')).toBe('Groen');
	expect(panel.press('ArrowRight')).toBe('Gras');
	expect(panel.press('ArrowRight')).toBe('Gras');
	expect(panel.press('ArrowLeft')).toBe('Groen');
	panel.press('ArrowLeft');
	expect([panel.names().includes('Gras'), panel.row('Groen')?.ariaExpanded]).toEqual([false, 'false']);
	panel.press('ArrowRight');
	expect([panel.names().includes('Gras'), panel.row('Groen')?.ariaExpanded]).toEqual([true, 'true']);
	expect(panel.press('End')).toBe('Veilig');
	expect(panel.press('ArrowDown')).toBe('Veilig');
	expect(panel.press('Home')).toBe(wonen.id);
	panel.press('ArrowUp');
	expect(document.activeElement?.getAttribute('type')).toBe('search');
	expect(panel.press('ArrowDown')).toBe(wonen.id);
});

test('letters lead to a name, and a press takes the code', () => {
	const picked: string[] = [];
	const panel = panelOf(picked);
	panel.row(wonen.id)?.focus();
	expect([panel.press('g', 0), panel.press('g', 100), panel.press('e', 2000), panel.press('x', 4000)]).toEqual([
		...['Groen', 'Gras'],
		...['Één plek', 'Één plek']
	]);
	panel.row('Één plek')?.click();
	expect(picked).toEqual(['Één plek']);
});

test('its place and level are told', () => {
	const panel = panelOf();
	const told = (id: string) =>
		['role', 'aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) =>
			panel.row(id)?.getAttribute(name)
		);
	expect(told(wonen.id)).toEqual(['treeitem', '1', '1', '2', 'true']);
	expect(told('Één plek')).toEqual(['treeitem', '2', '2', '2', null]);
});
