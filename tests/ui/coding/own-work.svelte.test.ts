import { beforeEach, expect, test, vi } from 'vitest';
import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import { redo, undo } from '#lib/ui/coding/coding-by-hand.ts';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { chooseNext } from '#lib/ui/coding/moving.ts';
import { split, unite } from '#lib/ui/coding/reshaping.ts';
import { at, deskOf } from './desk-of.ts';
import { showOnly } from '#lib/ui/coding/showing.ts';
import { choose, pressAt } from '#lib/ui/coding/choosing.ts';

const projectId = 'own-work';

/** What the desks of these tests asked of the server; nothing is answered. */
let asked: { readonly method: string; readonly path: string; readonly body: Record<string, unknown> }[] = [];

beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', (path: string, { method = 'GET', body = '{}' }: { method?: string; body?: string } = {}) => {
		if (path.includes(`/${projectId}/`))
			asked.push({ method, path, body: JSON.parse(body) as Record<string, unknown> });
		return new Promise(() => {});
	});
});

type Row = CodingDesk['codings'][number];
const moment = Date.parse(at);
const coding = (
	id: string,
	start: number,
	end: number,
	more: { code?: number; coder?: number; note?: 0 | 1 } = {}
): Row => [
	...([id, start, end, more.code ?? 0, more.coder ?? 0, null, null, 0, more.note ?? 0, moment, moment + 5] as const)
];
const colleague = { id: 'colleague', name: 'Bo' };
const deskWith = (codings: readonly Row[], mayEditCodebook = false) => {
	const [green] = deskOf().desk.codes;
	if (!green) throw new Error('no code');
	return deskOf(
		{
			codings: [...codings],
			codes: [green, { ...green, id: 'safe', name: 'Veilig', path: 'Veilig', color: 1 }],
			coders: [{ id: 'me', name: 'Ada' }, colleague],
			permissions: { mayApply: true, mayEditCodebook }
		},
		projectId
	);
};

test('the first change after the page was read says what it was read as, so that no other change is overwritten', async () => {
	const desk = deskWith([coding('kept', 0, 6)]);
	desk.actions.change('kept', { isImportant: true });
	await expect.poll(() => asked).toHaveLength(1);
	expect(asked[0]?.body).toMatchObject({ important: true, changedAt: new Date(moment + 5).toISOString() });
});

test('when one code is shown, going on chooses only what is to be seen, and so does pressing the text', () => {
	const desk = deskWith([coding('a', 0, 4), coding('b', 0, 6, { code: 1 }), coding('c', 8, 14)]);
	showOnly(desk, 'green');
	desk.chosenId = 'a';
	chooseNext(desk, 1);
	expect(desk.chosenId).toBe('c');
	pressAt(desk, 5);
	expect(desk.chosenId).toBeNull();
	showOnly(desk, null);
	pressAt(desk, 5);
	expect(desk.chosenId).toBe('b');
});

test('uniting keeps the note: the coding that has one stays, also when another is longer', () => {
	const desk = deskWith([coding('long', 0, 14), coding('noted', 0, 4, { note: 1 })]);
	choose(desk, 'long');
	unite(desk);
	expect(desk.store.all.map(({ id, range, hasMemo }) => [id, range.end, hasMemo])).toEqual([['noted', 14, true]]);
});

test('of two notes neither is lost: they have to be put together first', () => {
	const desk = deskWith([coding('one', 0, 14, { note: 1 }), coding('two', 0, 4, { note: 1 })]);
	choose(desk, 'one');
	unite(desk);
	expect(desk.store.all).toHaveLength(2);
	expect(desk.announcement).toMatch(/notitie|note/);
});

test('who keeps the codebook does not cut a coding of another in two: its half would be by who cuts', () => {
	const desk = deskWith([coding('theirs', 0, 33, { coder: 1 })], true);
	choose(desk, 'theirs');
	split(desk, new Date(at));
	expect(desk.store.all.map(({ id }) => id)).toEqual(['theirs']);
	expect(asked).toEqual([]);
});

test('going on from a coding that is gone, as the half of one whose cut was undone, goes on from the turn', () => {
	const desk = deskWith([coding('first', 0, 4), coding('second', 8, 14)]);
	desk.chosenId = 'half that is gone';
	chooseNext(desk, 1);
	expect(desk.chosenId).toBe('first');
});

test('only the last undo or redo is told, so that no message offers a way that is gone', () => {
	toasts.list = [];
	const desk = deskWith([coding('kept', 0, 6)]);
	desk.actions.change('kept', { isImportant: true });
	const told = () => toasts.list.map(({ action }) => action?.label);
	undo(desk);
	expect(told()).toEqual([m.desk_redo()]);
	redo(desk);
	expect(told()).toEqual([m.shell_undo()]);
	undo(desk);
	expect(told()).toEqual([m.desk_redo()]);
});
