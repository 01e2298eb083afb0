import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deskActions, type At } from '#lib/ui/coding/desk-actions.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { deskOf } from './desk-of.ts';

beforeEach(() => {
	localStorage.clear();
	vi.stubGlobal('fetch', () => new Promise(() => {}));
});

const open = (): DeskState => {
	const [green] = deskOf().desk.codes;
	if (!green) throw new Error('no code');
	const codes = ['green', 'safe', 'traffic'].map((id) => ({ ...green, id, name: id, path: id }));
	return deskOf({ codes, codings: [] }, 'code-keys');
};
/** Presses a key of the desk on a chosen passage; which codes lie there afterwards. */
const press = (desk: DeskState, key: string, start: number, end: number) => {
	desk.selection.range = { start, end };
	const action = deskActions.find((one) => one.key === key);
	action?.does({ desk, now: () => new Date(2026, 0, 1) } as unknown as At);
	return desk.store.all.filter(({ range }) => range.start === start && range.end === end).map(({ codeId }) => codeId);
};

describe('the keys that put a code on the chosen words', () => {
	it('a number gives the code that is tied to it, and no other', () => {
		const desk = open();
		desk.own.tie('traffic', 2);
		desk.own.tie('safe', 1);
		expect(press(desk, '2', 0, 4)).toEqual(['traffic']);
		expect(press(desk, '1', 7, 13)).toEqual(['safe']);
		expect(press(desk, '1', 0, 4)).toEqual(expect.arrayContaining(['traffic', 'safe']));
	});

	it('a number without a code does nothing', () => {
		const desk = open();
		desk.own.tie('safe', 1);
		expect(press(desk, '7', 0, 4)).toEqual([]);
	});

	it('the point gives the code that was used last, not the one before it', () => {
		const desk = open();
		desk.own.tie('safe', 1);
		desk.own.tie('traffic', 2);
		press(desk, '1', 0, 4);
		press(desk, '2', 7, 13);
		expect(press(desk, '.', 15, 18)).toEqual(['traffic']);
		press(desk, '1', 19, 23);
		expect(press(desk, '.', 24, 26)).toEqual(['safe']);
	});

	it('the marker is the code of the chosen coding, and the same key puts it away', () => {
		const desk = open();
		desk.own.tie('safe', 1);
		press(desk, '1', 0, 4);
		press(desk, 'x', 7, 13);
		expect(desk.markerId).toBe('safe');
		press(desk, 'x', 7, 13);
		expect(desk.markerId).toBeNull();
	});
});

describe('a key that can do nothing says why', () => {
	it('a number without a code, the point before any code, Delete without a coding', () => {
		const desk = open();
		press(desk, '7', 0, 4);
		expect(desk.announcement).toBe('Achter toets 7 zit nog geen code.');
		press(desk, '.', 0, 4);
		expect(desk.announcement).toBe('U hebt nog geen code gebruikt.');
		press(desk, 'delete', 0, 4);
		expect(desk.announcement).toContain('Kies eerst een codering');
	});

	it('Delete on a coding of somebody else', () => {
		const desk = deskOf({ coders: [{ id: 'bo', name: 'Bo é' }] }, 'not-mine');
		const [coding] = desk.store.all;
		if (!coding) throw new Error('no coding');
		desk.store.put({ ...coding, coderId: 'bo' });
		desk.chosenId = coding.id;
		press(desk, 'delete', 0, 4);
		expect(desk.announcement).toContain('van een ander');
		expect(desk.store.all).toHaveLength(1);
	});
});

describe('a code that a colleague took from the codebook', () => {
	const withoutSafe = (desk: DeskState) => desk.takeCodes(desk.desk.codes.filter(({ id }) => id !== 'safe'));
	const told = () => toasts.list.map(({ text }) => text);

	it('goes on no passage by its number or the point, and that is told', () => {
		const desk = open();
		desk.own.tie('safe', 1);
		press(desk, '1', 0, 4);
		withoutSafe(desk);
		expect([press(desk, '1', 7, 13), press(desk, '.', 7, 13)]).toEqual([[], []]);
		expect(told()).toContain('safe staat niet meer in het codeboek. Kies een andere code.');
	});

	it('is no marker any more, and cannot become one', () => {
		const desk = open();
		desk.own.tie('safe', 1);
		press(desk, '1', 0, 4);
		press(desk, 'x', 7, 13);
		desk.chosenId = null;
		withoutSafe(desk);
		expect(desk.markerId).toBeNull();
		expect(told()).toContain('safe staat niet meer in het codeboek. Het markeren is gestopt.');
		press(desk, 'x', 7, 13);
		expect(desk.markerId).toBeNull();
	});

	it('is not the only one that is shown: all are to be seen again', () => {
		const desk = open();
		desk.onlyId = 'safe';
		withoutSafe(desk);
		expect(desk.onlyId).toBeNull();
		expect(told()).toContain('safe staat niet meer in het codeboek. Alle codes zijn weer te zien.');
	});
});

describe('an interview in which nothing is said, or one thing', () => {
	const pressAll = (desk: DeskState) => {
		const page = { focusSearch() {}, focusMemo() {}, writeMemo() {}, openHelp() {}, openBeside() {} };
		for (const action of deskActions) {
			action.does({ desk, page, now: () => new Date(2026, 0, 1) });
			desk.picker = null;
		}
	};

	it('no key breaks without turns, and nothing is coded', () => {
		const desk = deskOf({ text: '', turns: [], codings: [] }, 'empty');
		pressAll(desk);
		expect([desk.store.all, desk.selection.range]).toEqual([[], null]);
	});

	it('every key works with one turn', () => {
		const desk = deskOf({}, 'one-turn');
		pressAll(desk);
		expect(desk.current).toBe(1);
	});
});
