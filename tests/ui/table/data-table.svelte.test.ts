import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import DataTable, { type Column } from '../../../src/lib/ui/table/DataTable.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

type Row = { id: string; name: string; n: number | null };
const rows: readonly Row[] = [
	{ id: '1', name: 'VOL-B-10', n: 12 },
	{ id: '2', name: 'VOL-B-2', n: null },
	{ id: '3', name: 'OVE-B-1', n: 3 }
];
const columns: readonly Column<Row>[] = [
	{ key: 'name', label: 'Gesprek', text: (row) => row.name, sortBy: (row) => row.name, isRowHeader: true },
	{ key: 'n', label: 'Coderingen', text: (row) => row.n, sortBy: (row) => row.n, isNumeric: true }
];
const table = (props: Record<string, unknown> = {}) =>
	show(DataTable<Row>, { caption: 'Gesprekken', columns, rows, rowKey: (row: Row) => row.id, ...props });
const names = (box: HTMLElement) => [...box.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim());

test('it has a caption, heads for columns and rows, and a region that can be reached', () => {
	const box = table();
	expect(box.querySelector('caption')?.textContent).toBe('Gesprekken');
	expect(box.querySelectorAll('thead th[scope=col]')).toHaveLength(2);
	expect(box.querySelectorAll('tbody th[scope=row]')).toHaveLength(3);
	expect(box.querySelector<HTMLElement>('[role=region]')?.tabIndex).toBe(0);
});

test('a press on a head orders the rows and says so', () => {
	const box = table();
	const [byName, byNumber] = box.querySelectorAll('thead button');
	const head = (at: number) => box.querySelectorAll('thead th')[at]?.getAttribute('aria-sort');
	expect(head(0)).toBe('none');

	(byName as HTMLButtonElement).click();
	flushSync();
	expect(names(box)).toEqual(['OVE-B-1', 'VOL-B-2', 'VOL-B-10']);
	expect(head(0)).toBe('ascending');

	(byNumber as HTMLButtonElement).click();
	flushSync();
	(byNumber as HTMLButtonElement).click();
	flushSync();
	expect(names(box)).toEqual(['VOL-B-10', 'OVE-B-1', 'VOL-B-2']);
	expect([head(0), head(1)]).toEqual(['none', 'descending']);
});

test('when the server orders, the rows stay as they came and the wish is passed on', () => {
	const asked: unknown[] = [];
	const box = table({ onSort: (sort: unknown) => void asked.push(sort) });
	box.querySelector('button')?.click();
	flushSync();
	expect(names(box)).toEqual(['VOL-B-10', 'VOL-B-2', 'OVE-B-1']);
	expect(asked).toEqual([{ key: 'name', isDescending: false }]);
});

test('a missing value is a dash, and no rows show what belongs there', () => {
	expect(table().querySelectorAll('tbody td')[1]?.textContent?.trim()).toBe('–');
	const empty = createRawSnippet(() => ({ render: () => '<p>Hier komen de gesprekken.</p>' }));
	expect(table({ rows: [], empty }).querySelector('tbody')?.textContent).toContain('Hier komen de gesprekken.');
});
