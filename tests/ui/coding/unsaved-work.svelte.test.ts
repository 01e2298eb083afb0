import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { redo, removeCoding, undo } from '#lib/ui/coding/coding-by-hand.ts';
import { codingOfAnswer } from '#lib/ui/coding/desk-coding.ts';
import { receiveEvent } from '#lib/ui/coding/receive-event.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import UnsavedCodings from '#lib/ui/coding/UnsavedCodings.svelte';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { forgetAllDrafts } from '#lib/ui/shell/kept-drafts.ts';
import { deskOf } from './desk-of.ts';
import { DeskServer } from './desk-server.ts';

const noValences = { change: null, level: null };
const realFetch = globalThis.fetch;
let server: DeskServer;
let desks: DeskState[] = [];
let shown: ReturnType<typeof mount>[] = [];

beforeEach(() => {
	server = new DeskServer('unsaved-work');
	globalThis.fetch = server.fetch;
	localStorage.clear();
	sessionStorage.clear();
	toasts.list = [];
});
afterEach(async () => {
	for (const one of shown) await unmount(one);
	for (const desk of desks) desk.work.leave();
	await settle();
	[shown, desks] = [[], []];
	localStorage.clear();
	toasts.list = [];
	globalThis.fetch = realFetch;
});

const settle = () => server.settled();
const fresh = () => [...server.codings.values()].map((one) => codingOfAnswer(one));
/** The desk as a page that was just opened has it, with what was kept taken up. */
const open = async (): Promise<DeskState> => {
	const desk = deskOf({ version: 1, codings: [] }, 'unsaved-work');
	desks.push(desk);
	desk.store.renew(fresh(), server.stamp());
	await desk.work.takeUp();
	await settle();
	return desk;
};
/** Leaves the page, and opens it anew. */
const reopen = async (desk: DeskState): Promise<DeskState> => {
	desk.work.leave();
	await settle();
	return open();
};
const whileBroken = async (does: () => void) => {
	server.isBroken = true;
	does();
	await settle();
	server.isBroken = false;
};
const codeAt = (desk: DeskState, start: number, memo = '') =>
	desk.actions.apply(
		{ range: { start, end: start + 4 }, codeIds: ['green'], valences: noValences, memo },
		new Date(2026, 0, 1)
	);
const code = (desk: DeskState, memo = '') => codeAt(desk, 0, memo);
const texts = () => toasts.list.map(({ text }) => text);
/** The list of what is not stored, as it is on the screen. */
const listed = (desk: DeskState): HTMLElement => {
	const target = document.body.appendChild(document.createElement('div'));
	shown.push(mount(UnsavedCodings, { target, props: { desk } }));
	return target;
};
const press = (list: HTMLElement, label: string) => {
	[...list.querySelectorAll('button')].find((button) => button.textContent?.trim() === label)?.click();
	flushSync();
};
const withOne = async () => {
	const { id } = server.add({ start: 0, end: 4, memo: 'Café 😀' });
	const desk = await open();
	return { id, desk };
};

describe('a desk that went from the screen', () => {
	/** Codes without a connection, and goes to another page. */
	const leaveOffline = async () => {
		const desk = await open();
		server.isReachable = false;
		code(desk);
		await settle();
		desk.work.leave();
		return desk;
	};
	const connect = async () => {
		server.isReachable = true;
		dispatchEvent(new Event('online'));
		await settle();
	};

	it('goes on storing what waits', async () => {
		await leaveOffline();
		await connect();
		expect(server.codings.size).toBe(1);
		expect((await open()).store.all).toHaveLength(1);
	});

	it('leaves what waits to the desk that takes it up, so that nothing comes back that was taken away there', async () => {
		await leaveOffline();
		const next = await open();
		const [waiting] = next.store.all;
		expect(waiting).toMatchObject({ codeId: 'green', savedId: null });
		removeCoding(next, waiting?.id ?? '');
		const before = server.requests;
		await connect();
		expect(next.store.all).toEqual([]);
		expect(server.codings.size).toBe(0);
		// it was asked for once, and then taken away
		expect(server.requests - before).toBe(2);
	});

	it('takes its messages along once another desk tells them', async () => {
		const desk = await open();
		await whileBroken(() => code(desk));
		expect(texts()).toHaveLength(1);
		await reopen(desk);
		expect(texts()).toEqual([]);
		expect(server.codings.size).toBe(1);
	});
});

describe('the message that something is not stored', () => {
	it('goes once a coding is stored, from wherever that was asked', async () => {
		const desk = await open();
		await whileBroken(() => code(desk));
		const told = m.desk_not_saved({ name: 'Groen 😀', problem: 'broken' });
		expect(texts()).toEqual([told]);
		desk.sync.retry(desk.failed[0]?.id ?? '');
		await settle();
		expect(texts()).toEqual([]);
		expect(server.codings.size).toBe(1);
	});

	it('stays while it fails again, and goes once a change is stored or given up', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => desk.actions.change(id, { isImportant: true }));
		const told = m.desk_not_changed({ name: 'Groen 😀', problem: 'broken' });
		expect(texts()).toEqual([told]);
		await whileBroken(() => desk.sync.retry(id));
		expect(texts()).toContain(told);
		desk.actions.setValence(id, 'good');
		await settle();
		expect(texts()).toEqual([]);
		await whileBroken(() => desk.actions.change(id, { isImportant: false }));
		desk.sync.giveUp(id);
		await settle();
		expect(texts()).toEqual([]);
	});
});

describe('a change that failed, of a coding that a colleague takes away', () => {
	const name = 'Groen 😀';
	const changed = async () => {
		const { desk, id } = await withOne();
		desk.names.set('bo', 'Bo');
		await whileBroken(() => desk.actions.change(id, { isImportant: true }));
		expect(texts()).toEqual([m.desk_not_changed({ name, problem: 'broken' })]);
		server.codings.delete(id);
		return { desk, id };
	};

	it('is told to be lost, by whom, and once', async () => {
		const { desk, id } = await changed();
		const event = { kind: 'coding-removed', sourceId: 'source', version: 1, ids: [id], actorId: 'bo' } as const;
		receiveEvent(desk, event, () => {});
		await settle();
		expect(desk.store.all).toEqual([]);
		expect(texts()).toEqual([m.desk_change_gone({ who: 'Bo', name })]);
		await reopen(desk);
		expect(texts()).toEqual([m.desk_change_gone({ who: 'Bo', name })]);
	});

	it('is told as well when the desk only reads that it is gone', async () => {
		const { desk } = await changed();
		desk.store.renew(fresh(), new Date(Date.UTC(2027, 0, 1)).toISOString());
		code(desk);
		await settle();
		expect(texts()).toEqual([m.desk_change_gone({ who: m.desk_someone(), name })]);
	});

	it('is not told to be lost to who takes it away', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => desk.actions.change(id, { isImportant: true }));
		removeCoding(desk, id);
		await settle();
		expect(texts()).not.toContain(m.desk_change_gone({ who: m.desk_someone(), name }));
	});
});

describe('the message about an action', () => {
	const press = (text: string) => toasts.list.find((toast) => toast.text === text)?.action?.onDo();

	it('brings back what was taken away, also when something else was done since', async () => {
		const { desk, id } = await withOne();
		removeCoding(desk, id);
		const [told = ''] = texts();
		codeAt(desk, 8);
		await settle();
		press(told);
		await settle();
		expect([...server.codings.values()].map(({ start }) => start).sort()).toEqual([0, 8]);
		expect(server.codings.get(id)?.memo).toBe('Café 😀');
	});

	it('does nothing again once something else was done, and says so', async () => {
		const desk = await open();
		code(desk);
		undo(desk);
		const [told = ''] = texts();
		codeAt(desk, 8);
		await settle();
		press(told);
		await settle();
		expect(texts()).toContain(m.desk_went_on());
		expect([...server.codings.values()].map(({ start }) => start)).toEqual([8]);
	});
});

describe('a removal that failed', () => {
	it('stands in the list, and is done when it is tried again there', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => removeCoding(desk, id));
		expect(desk.failed).toMatchObject([{ id, failedTo: 'remove', problem: 'broken' }]);
		// and nothing says any more that it is away
		expect(texts()).toEqual([m.desk_not_removed({ name: 'Groen 😀', problem: 'broken' })]);
		const list = listed(desk);
		expect(list.textContent).toContain(m.desk_unsaved_removal());
		press(list, m.desk_retry());
		await settle();
		expect(server.codings.size).toBe(0);
		expect(desk.failed).toEqual([]);
		expect(texts()).not.toContain(m.desk_not_removed({ name: 'Groen 😀', problem: 'broken' }));
	});

	it('is given up: the coding stays, until that is taken back', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => removeCoding(desk, id));
		press(listed(desk), m.desk_give_up_removal());
		await settle();
		expect(desk.store.all).toMatchObject([{ id, state: 'saved', problem: null }]);
		expect(desk.store.all[0]?.failedTo).toBeUndefined();
		toasts.list.find(({ text }) => text === m.desk_given_up({ name: 'Groen 😀' }))?.action?.onDo();
		await settle();
		expect(server.codings.size).toBe(0);
	});

	it('is given up by an undo, and outlives the page until then', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => removeCoding(desk, id));
		server.isBroken = true;
		const next = await reopen(desk);
		server.isBroken = false;
		expect(next.failed).toMatchObject([{ id, failedTo: 'remove' }]);
		undo(next);
		await settle();
		expect(next.store.all).toMatchObject([{ id, state: 'saved' }]);
		const last = await reopen(next);
		expect(last.store.all).toMatchObject([{ id, state: 'saved' }]);
		expect(server.codings.get(id)?.memo).toBe('Café 😀');
	});

	it('goes on after a change of the coding only when it is asked again', async () => {
		const { desk, id } = await withOne();
		await whileBroken(() => removeCoding(desk, id));
		desk.actions.change(id, { isImportant: true });
		await settle();
		expect(desk.failed).toEqual([]);
		expect(server.codings.get(id)).toMatchObject({ important: true });
	});
});

describe('a restoration that failed', () => {
	const gone = async () => {
		const { desk, id } = await withOne();
		removeCoding(desk, id);
		await settle();
		await whileBroken(() => undo(desk));
		return { desk, id };
	};

	it('stands in the list, stays there when the desk is read again, and is done when it is tried again', async () => {
		const { desk, id } = await gone();
		desk.store.renew(fresh(), new Date(Date.UTC(2027, 0, 1)).toISOString());
		expect(desk.failed).toMatchObject([{ id, failedTo: 'restore', problem: 'broken' }]);
		const list = listed(desk);
		expect(list.textContent).toContain(m.desk_unsaved_restoration());
		press(list, m.desk_retry());
		await settle();
		expect(server.codings.get(id)?.memo).toBe('Café 😀');
		expect(desk.store.all).toMatchObject([{ id, state: 'saved' }]);
		expect(texts()).not.toContain(m.desk_not_restored({ name: 'Groen 😀', problem: 'broken' }));
	});

	it('outlives the page, which tries again', async () => {
		const { desk, id } = await gone();
		await reopen(desk);
		expect(server.codings.get(id)?.memo).toBe('Café 😀');
	});

	it('is given up, which is taken back by its message', async () => {
		const { desk, id } = await gone();
		press(listed(desk), m.desk_give_up_restoration());
		await settle();
		expect(desk.store.all).toEqual([]);
		toasts.list.find(({ text }) => text === m.desk_given_up({ name: 'Groen 😀' }))?.action?.onDo();
		await settle();
		expect(server.codings.get(id)?.memo).toBe('Café 😀');
	});

	it('keeps what was changed about it meanwhile', async () => {
		const { desk, id } = await gone();
		await whileBroken(() => desk.actions.change(id, { isImportant: true }));
		desk.sync.retry(id);
		await settle();
		expect(server.codings.get(id)).toMatchObject({ important: true });
		expect(desk.failed).toEqual([]);
	});
});

describe('a new coding that was given up', () => {
	it('comes back with its words by an undo, also after the page was left', async () => {
		const desk = await open();
		await whileBroken(() => code(desk, 'Café 😀'));
		press(listed(desk), m.desk_give_up());
		await settle();
		expect(desk.store.all).toEqual([]);
		const next = await reopen(desk);
		expect(server.codings.size).toBe(0);
		expect(JSON.stringify({ ...localStorage })).not.toContain('Café');
		undo(next);
		await settle();
		expect([...server.codings.values()]).toMatchObject([{ start: 0, end: 4, memo: 'Café 😀' }]);
	});
});

describe('the note of a coding that was given up', () => {
	it('is forgotten by signing out, also when the page goes after that', async () => {
		const desk = await open();
		await whileBroken(() => code(desk, 'Café 😀'));
		press(listed(desk), m.desk_give_up());
		await settle();
		expect(JSON.stringify({ ...sessionStorage })).toContain('Café');
		forgetAllDrafts(sessionStorage);
		desk.work.leave();
		await settle();
		expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain('Café');
	});
});

describe('an undo of what a colleague wrote about', () => {
	it('is passed over and told; by hand the coding goes', async () => {
		const desk = await open();
		code(desk);
		await settle();
		const id = desk.store.all[0]?.id ?? '';
		const savedId = desk.store.all[0]?.savedId ?? '';
		server.noted.add(savedId);
		undo(desk);
		await settle();
		expect([...server.codings.keys()]).toEqual([savedId]);
		expect(desk.store.all).toMatchObject([{ id, state: 'saved' }]);
		expect(texts()).toContain(m.desk_not_removed({ name: 'Groen 😀', problem: 'coding-noted' }));

		removeCoding(desk, id);
		await settle();
		expect(server.codings.size).toBe(0);
		undo(desk);
		await settle();
		redo(desk);
		await settle();
		expect([...server.codings.keys()]).toEqual([savedId]);
	});

	it('spares it also when it is sent after the page was left', async () => {
		const desk = await open();
		code(desk);
		await settle();
		const savedId = desk.store.all[0]?.savedId ?? '';
		await whileBroken(() => undo(desk));
		server.noted.add(savedId);
		const next = await reopen(desk);
		expect([...server.codings.keys()]).toEqual([savedId]);
		expect(next.store.all).toMatchObject([{ savedId, state: 'saved' }]);
	});
});

describe('work of one person while another is signed in', () => {
	it('is not stored under that name, stays in the browser, and is stored when the first is back', async () => {
		const desk = await open();
		server.signedIn = 'bo';
		code(desk);
		await settle();
		expect(server.codings.size).toBe(0);
		expect(texts()).toEqual([m.desk_person_other()]);
		expect(desk.store.all).toMatchObject([{ state: 'saving' }]);
		desk.work.leave();
		await settle();
		expect(Object.keys(localStorage).filter((key) => key.startsWith('wijkstem.work.me.'))).toHaveLength(1);
		server.signedIn = 'me';
		await open();
		expect(server.codings.size).toBe(1);
	});
});
