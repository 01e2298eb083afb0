import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskCoding } from '#lib/ui/coding/desk-coding.ts';
import { memoDraft } from '#lib/ui/coding/memo-draft.ts';
import MemoField from '#lib/ui/coding/MemoField.svelte';
import { m } from '#lib/paraglide/messages.js';
import { at, deskOf } from './desk-of.ts';
import { DeskServer } from './desk-server.ts';

const realFetch = globalThis.fetch;
const settle = () => server.settled();
let server: DeskServer;
let shown: Record<string, unknown> | undefined;

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	server = new DeskServer('memo-field');
	globalThis.fetch = server.fetch;
});
afterEach(async () => {
	if (shown) await unmount(shown);
	shown = undefined;
	globalThis.fetch = realFetch;
	localStorage.clear();
});

it('says of a note on a coding that could not be stored that it waits, and then that it is saved', async () => {
	server.steps.push({ edit: [], keepsReplaced: false });
	server.isBroken = true;
	const desk = deskOf({ codings: [] }, 'memo-field');
	desk.actions.apply(
		{ range: { start: 0, end: 4 }, codeIds: ['green'], valences: { change: null, level: null }, memo: '' },
		new Date(2026, 0, 1)
	);
	await settle();
	const id = desk.failed[0]?.id ?? '';
	const coding = (): DeskCoding => {
		const found = desk.store.get(id);
		if (!found) throw new Error('a coding');
		return found;
	};
	const props = {
		desk,
		get coding() {
			return coding();
		}
	};
	shown = mount(MemoField, { target: document.body, props });
	await settle();
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	field.value = 'Café 😀';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('blur'));
	await expect.poll(() => document.querySelector('p')?.textContent.trim()).toBe(m.desk_memo_waits());
	server.isBroken = false;
	desk.sync.retry(id);
	await expect.poll(() => document.querySelector('p')?.textContent.trim()).toBe(m.desk_saved());
	expect([...server.codings.values()].map(({ memo }) => memo)).toEqual(['Café 😀']);
	expect(Object.keys(sessionStorage)).toEqual([]);
});

/** The field of a stored note "eerste", in which one typed "mijn tekst" while a colleague stored "andere 😀". */
const overtaken = async () => {
	const at = '2026-01-01T00:00:00.000Z';
	const stored = server.add({ memo: 'eerste' });
	const times = [Date.parse(at), Date.parse(stored.changedAt)] as const;
	const desk = deskOf({ codings: [[stored.id, 0, 4, 0, 0, null, null, 0, 1, ...times]] }, 'memo-field');
	const props = {
		desk,
		get coding() {
			const found = desk.store.get(stored.id);
			if (!found) throw new Error('a coding');
			return found;
		}
	};
	shown = mount(MemoField, { target: document.body, props });
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	await expect.poll(() => field.value).toBe('eerste');
	const changedAt = server.stamp();
	server.codings.set(stored.id, { ...stored, memo: 'andere 😀', changedAt });
	// as the live stream tells it
	desk.store.put({ ...props.coding, changedAt });
	field.value = 'mijn tekst';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('blur'));
	await expect.poll(() => document.querySelector('blockquote')?.textContent).toBe('andere 😀');
	const noteOnServer = () => server.codings.get(stored.id)?.memo;
	const press = (name: string) =>
		[...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)?.click();
	return { field, noteOnServer, press };
};

it('overwrites no note that another changed meanwhile: both texts stand there until one is chosen', async () => {
	const { field, noteOnServer, press } = await overtaken();
	expect([field.value, noteOnServer()]).toEqual(['mijn tekst', 'andere 😀']);
	field.dispatchEvent(new Event('blur'));
	await settle();
	expect(noteOnServer()).toBe('andere 😀');
	press(m.desk_memo_keep_mine());
	await expect.poll(noteOnServer).toBe('mijn tekst');
	await expect.poll(() => document.querySelector('blockquote')).toBeNull();
});

it('takes the text of the other when that is chosen', async () => {
	const { field, noteOnServer, press } = await overtaken();
	press(m.desk_memo_take_other());
	await expect.poll(() => field.value).toBe('andere 😀');
	field.dispatchEvent(new Event('blur'));
	await settle();
	expect(noteOnServer()).toBe('andere 😀');
	expect(Object.keys(sessionStorage)).toEqual([]);
});

it('goes on with a draft over the same text without asking, and asks when another text stands there by then', async () => {
	const { field } = await overtaken();
	expect(field.value).toBe('mijn tekst');
	if (shown) await unmount(shown);
	// left without choosing: the draft is kept, and asked about again
	const [id = ''] = [...server.codings.keys()];
	expect(memoDraft('me', id).read()).toBe('mijn tekst');
	const openAgain = async () => {
		const moment = Date.parse('2026-01-01T00:00:00.000Z');
		const desk = deskOf({ codings: [[id, 0, 4, 0, 0, null, null, 0, 1, moment, null]] }, 'memo-field');
		const coding = desk.store.get(id);
		if (!coding) throw new Error('a coding');
		shown = mount(MemoField, { target: document.body, props: { desk, coding } });
		await settle();
		const asks = document.querySelector('blockquote') !== null;
		await unmount(shown);
		shown = undefined;
		return asks;
	};
	expect(await openAgain()).toBe(true);
	memoDraft('me', id).keep('mijn tekst', 'andere 😀');
	expect(await openAgain()).toBe(false);
});

it('writes nothing over a note that could not be read: the field waits until it was', async () => {
	const stored = server.add({ memo: 'eerste' });
	const times = [Date.parse(stored.codedAt), Date.parse(stored.changedAt)] as const;
	const desk = deskOf({ codings: [[stored.id, 0, 4, 0, 0, null, null, 0, 1, ...times]] }, 'memo-field');
	const coding = desk.store.get(stored.id);
	if (!coding) throw new Error('a coding');
	memoDraft('me', stored.id).keep('mijn tekst', 'eerste');
	server.isReachable = false;
	shown = mount(MemoField, { target: document.body, props: { desk, coding } });
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	const again = () => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === m.desk_retry());
	await expect.poll(again).toBeDefined();
	expect(field.readOnly).toBe(true);
	server.isReachable = true;
	field.dispatchEvent(new Event('blur'));
	await settle();
	expect(server.codings.get(stored.id)?.memo).toBe('eerste');
	again()?.click();
	await expect.poll(() => field.value).toBe('mijn tekst');
	await expect.poll(() => field.readOnly).toBe(false);
	field.dispatchEvent(new Event('blur'));
	await expect.poll(() => server.codings.get(stored.id)?.memo).toBe('mijn tekst');
});

it('Escape goes back to the turn, and stores what was typed', async () => {
	const { id } = server.add({ start: 0, end: 6, memo: '' });
	const desk = deskOf(
		{ version: 1, codings: [[id, 0, 6, 0, 0, null, null, 0, 0, Date.parse(at), null]] },
		'memo-field'
	);
	const turn = document.body.appendChild(Object.assign(document.createElement('p'), { tabIndex: -1 }));
	desk.reader = {
		focusTurn: () => turn.focus(),
		reveal: () => {},
		restoreSelection: () => {},
		showFragment: () => {},
		holdFocus: () => {}
	};
	const coding = desk.store.get(id);
	if (!coding) throw new Error('a coding');
	shown = mount(MemoField, { target: document.body, props: { desk, coding } });
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	await settle();
	field.focus();
	field.value = 'Café 😀';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
	expect(document.activeElement).toBe(turn);
	await expect.poll(() => server.codings.get(id)?.memo).toBe('Café 😀');
	turn.remove();
});
