import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { memoDraft } from '#lib/ui/coding/memo-draft.ts';
import MemoField from '#lib/ui/coding/MemoField.svelte';
import { deskOf } from './desk-of.ts';
import { DeskServer, type Stored } from './desk-server.ts';

const realFetch = globalThis.fetch;
let server: DeskServer;
let stored: Stored;

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	server = new DeskServer('note-hand-over');
	globalThis.fetch = server.fetch;
	stored = server.add({ memo: 'eerste' });
});
afterEach(() => {
	globalThis.fetch = realFetch;
	localStorage.clear();
	sessionStorage.clear();
});

/** The desk as a page of this tab has it that was just opened. */
const open = (): DeskState => {
	const { codedAt, changedAt } = server.codings.get(stored.id) ?? stored;
	const times = [Date.parse(codedAt), Date.parse(changedAt)] as const;
	return deskOf({ codings: [[stored.id, 0, 4, 0, 0, null, null, 0, 1, ...times]] }, 'note-hand-over');
};
const noteOnServer = () => server.codings.get(stored.id)?.memo;
/** The field of the note on a desk, in which one typed "mijn tekst" a moment ago. */
const typing = async (desk: DeskState) => {
	const coding = desk.store.get(stored.id);
	if (!coding) throw new Error('a coding');
	const shown = mount(MemoField, { target: document.body, props: { desk, coding } });
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	await expect.poll(() => field.value).toBe('eerste');
	field.value = 'mijn tekst';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	return { field, leaveField: () => unmount(shown) };
};
/** Leaves a desk with a note that was written without a connection, and opens the interview again. */
const leftWaiting = async (): Promise<DeskState> => {
	const desk = open();
	const { field, leaveField } = await typing(desk);
	server.isReachable = false;
	field.dispatchEvent(new Event('blur'));
	await server.settled();
	await leaveField();
	desk.work.leave();
	server.isReachable = true;
	return open();
};

it('goes to the desk that is opened after, when it waited for a connection', async () => {
	const next = await leftWaiting();
	await next.work.takeUp();
	await expect.poll(noteOnServer).toBe('mijn tekst');
	await expect.poll(() => memoDraft('me', stored.id).read()).toBeNull();
	expect(JSON.stringify(localStorage)).not.toContain('mijn tekst');
});

it('goes on from desk to desk', async () => {
	const desk = open();
	const { field, leaveField } = await typing(desk);
	server.isReachable = false;
	field.dispatchEvent(new Event('blur'));
	await server.settled();
	await leaveField();
	desk.work.leave();
	const second = open();
	await second.work.takeUp();
	second.work.leave();
	const third = open();
	server.isReachable = true;
	await third.work.takeUp();
	await expect.poll(noteOnServer).toBe('mijn tekst');
});

it('is stored though the coding itself was changed meanwhile', async () => {
	const next = await leftWaiting();
	server.codings.set(stored.id, { ...stored, important: true, changedAt: server.stamp() });
	await next.work.takeUp();
	await expect.poll(noteOnServer).toBe('mijn tekst');
	expect(server.codings.get(stored.id)?.important).toBe(true);
});

it('leaves what a colleague wrote there meanwhile, and stays in the tab', async () => {
	await leftWaiting();
	server.codings.set(stored.id, { ...stored, memo: 'andere 😀', changedAt: server.stamp() });
	// this desk has read that already
	const next = open();
	await next.work.takeUp();
	await server.settled();
	expect(noteOnServer()).toBe('andere 😀');
	expect(memoDraft('me', stored.id).read()).toBe('mijn tekst');
});

it('is stored when one still typed as the desk was made anew', async () => {
	const desk = open();
	const { leaveField } = await typing(desk);
	desk.work.leave();
	const leaving = leaveField();
	await open().work.takeUp();
	await leaving;
	await expect.poll(noteOnServer).toBe('mijn tekst');
	await expect.poll(() => memoDraft('me', stored.id).read()).toBeNull();
});
