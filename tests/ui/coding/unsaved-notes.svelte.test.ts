import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { removeCoding, undo } from '#lib/ui/coding/coding-by-hand.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { takeUpNotes } from '#lib/ui/coding/kept-notes.ts';
import { memoDraft, type NoteAbout } from '#lib/ui/coding/memo-draft.ts';
import MemoField from '#lib/ui/coding/MemoField.svelte';
import { receiveEvent } from '#lib/ui/coding/receive-event.ts';
import { unsavedNotes } from '#lib/ui/coding/unsaved-notes.svelte.ts';
import UnsavedNotes from '#lib/ui/coding/UnsavedNotes.svelte';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { deskOf } from './desk-of.ts';
import { DeskServer, type Stored } from './desk-server.ts';

const realFetch = globalThis.fetch;
let server: DeskServer;
let stored: Stored;
/** the requests that outlive the page */
let outliving: string[] = [];

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	[toasts.list, unsavedNotes.list, outliving] = [[], [], []];
	server = new DeskServer('unsaved-notes');
	globalThis.fetch = (input, init) => {
		if (init?.keepalive) outliving.push(String(init.body));
		return server.fetch(input, init);
	};
	stored = server.add({ memo: 'eerste', end: 6 });
});
afterEach(() => {
	globalThis.fetch = realFetch;
	localStorage.clear();
	sessionStorage.clear();
	[toasts.list, unsavedNotes.list] = [[], []];
});

const open = (): DeskState => {
	const times = [Date.parse(stored.codedAt), Date.parse(stored.changedAt)] as const;
	return deskOf(
		{ version: server.version, codings: [[stored.id, 0, 6, 0, 0, null, null, 0, 1, ...times]] },
		'unsaved-notes'
	);
};
const draft = () => memoDraft('me', stored.id);
const noteOnServer = () => server.codings.get(stored.id)?.memo;
const byColleague = () => server.codings.set(stored.id, { ...stored, memo: 'andere 😀', changedAt: server.stamp() });
const texts = (desk: DeskState) => unsavedNotes.of(desk).map(({ text }) => text);
/** The field of the note on a coding, in which one typed "mijn tekst" a moment ago. */
const typing = async (desk: DeskState, id = stored.id, present = 'eerste') => {
	const coding = desk.store.get(id);
	if (!coding) throw new Error('a coding');
	const shown = mount(MemoField, { target: document.body, props: { desk, coding } });
	const field = document.querySelector('textarea');
	if (!field) throw new Error('a field');
	await expect.poll(() => field.value).toBe(present);
	field.value = 'mijn tekst';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	return { field, leave: () => unmount(shown) };
};

it('tells of a note that the server could not store after its field was left, and tries again', async () => {
	const desk = open();
	const { leave } = await typing(desk);
	server.isBroken = true;
	await leave();
	await expect.poll(() => texts(desk)).toEqual(['mijn tekst']);
	expect(toasts.list.map(({ text }) => text)).toEqual([m.desk_memo_not_saved({ name: 'Groen 😀', problem: 'broken' })]);
	server.isBroken = false;
	toasts.list[0]?.action?.onDo();
	await expect.poll(noteOnServer).toBe('mijn tekst');
	await expect.poll(() => [texts(desk), toasts.list, draft().read()]).toEqual([[], [], null]);
});

it('tells that a colleague wrote there too, and opens the coding with both texts', async () => {
	const desk = open();
	const { leave } = await typing(desk);
	byColleague();
	await leave();
	await expect.poll(() => texts(desk)).toEqual(['mijn tekst']);
	expect(noteOnServer()).toBe('andere 😀');
	const list = mount(UnsavedNotes, { target: document.body, props: { desk } });
	const show = [...document.querySelectorAll('li button')].find((one) => one.textContent.trim() === m.desk_memo_open());
	(show as HTMLElement).click();
	flushSync();
	expect(desk.chosenId).toBe(stored.id);
	await unmount(list);
	const coding = desk.store.get(stored.id);
	if (!coding) throw new Error('a coding');
	const shown = mount(MemoField, { target: document.body, props: { desk, coding } });
	await expect.poll(() => document.querySelector('.other blockquote')?.textContent).toBe('andere 😀');
	expect(document.querySelector('textarea')?.value).toBe('mijn tekst');
	expect(texts(desk)).toEqual([]);
	await unmount(shown);
	expect(texts(desk)).toEqual(['mijn tekst']);
});

it('keeps the words of a note whose coding somebody took away, until they are let go', async () => {
	const desk = open();
	const { leave } = await typing(desk);
	server.codings.delete(stored.id);
	const gone = { kind: 'coding-removed', sourceId: 'source', version: 1, ids: [stored.id], actorId: 'bo' } as const;
	receiveEvent(desk, gone as unknown as Parameters<typeof receiveEvent>[1], () => {});
	await leave();
	await expect.poll(() => unsavedNotes.of(desk)).toMatchObject([{ text: 'mijn tekst', problem: m.desk_memo_gone() }]);
	const list = mount(UnsavedNotes, { target: document.body, props: { desk } });
	expect(document.querySelector('li q.note')?.textContent).toBe('mijn tekst');
	[...document.querySelectorAll<HTMLElement>('li button')].at(-1)?.click();
	flushSync();
	expect([texts(desk), draft().read()]).toEqual([[], null]);
	toasts.list.find(({ action }) => action?.label === m.shell_undo())?.action?.onDo();
	expect([texts(desk), draft().read()]).toEqual([['mijn tekst'], 'mijn tekst']);
	await unmount(list);
});

it('stores a note before its coding is taken away, so that it comes back with it', async () => {
	const desk = open();
	const { field, leave } = await typing(desk);
	field.dispatchEvent(new Event('blur'));
	removeCoding(desk, stored.id);
	await leave();
	await expect.poll(() => server.codings.size).toBe(0);
	await server.settled();
	undo(desk);
	await expect.poll(noteOnServer).toBe('mijn tekst');
	expect(texts(desk)).toEqual([]);
});

it('sends what was typed last when the page goes', async () => {
	const { leave } = await typing(open());
	dispatchEvent(new Event('pagehide'));
	await server.settled();
	expect(noteOnServer()).toBe('mijn tekst');
	expect(outliving.map((body) => (JSON.parse(body) as Partial<Stored>).memo)).toEqual(['mijn tekst']);
	await leave();
});

it('keeps what was typed last with a coding that the server does not have, when the page goes', async () => {
	const desk = open();
	server.isReachable = false;
	const valences = { change: null, level: null };
	desk.actions.apply({ range: { start: 8, end: 14 }, codeIds: ['green'], valences, memo: '' }, new Date(2026, 0, 1));
	const id = desk.store.all.find(({ savedId }) => savedId === null)?.id ?? '';
	const { leave } = await typing(desk, id, '');
	dispatchEvent(new Event('pagehide'));
	expect(JSON.stringify(localStorage)).toContain('mijn tekst');
	await leave();
});

it('stores after a reload what was being written when the page went', async () => {
	draft().keep('mijn tekst', 'eerste');
	const desk = open();
	await takeUpNotes(desk);
	expect(noteOnServer()).toBe('mijn tekst');
	expect([texts(desk), draft().read()]).toEqual([[], null]);
});

it('leaves after a reload what a colleague wrote meanwhile, and tells that', async () => {
	draft().keep('mijn tekst', 'eerste');
	byColleague();
	const desk = open();
	await takeUpNotes(desk);
	expect(noteOnServer()).toBe('andere 😀');
	expect(unsavedNotes.of(desk)).toMatchObject([{ text: 'mijn tekst', problem: m.desk_memo_other_wrote() }]);
	expect(draft().read()).toBe('mijn tekst');
});

describe('a note whose coding is gone after a reload', () => {
	/** One was typing when the page went; a colleague took the coding away before it was opened again. */
	const typedAndGone = async (version: number) => {
		const first = open();
		const { leave } = await typing(first);
		server.codings.delete(stored.id);
		await leave();
		await server.settled();
		[toasts.list, unsavedNotes.list] = [[], []];
		return deskOf({ version, codings: [] }, 'unsaved-notes');
	};

	it('is listed with its words and the passage it was about, can be copied, and can be let go', async () => {
		const desk = await typedAndGone(server.version);
		await takeUpNotes(desk);
		await takeUpNotes(desk);
		expect(unsavedNotes.of(desk)).toMatchObject([
			{ text: 'mijn tekst', name: 'Groen 😀', problem: m.desk_memo_gone(), passage: desk.quoteOf({ start: 0, end: 6 }) }
		]);
		const list = mount(UnsavedNotes, { target: document.body, props: { desk } });
		expect([...document.querySelectorAll('li q')].map(({ textContent }) => textContent)).toEqual([
			desk.quoteOf({ start: 0, end: 6 }),
			'mijn tekst'
		]);
		const press = (name: string) =>
			[...document.querySelectorAll<HTMLElement>('li button')]
				.find(({ textContent }) => textContent.trim() === name)
				?.click();
		const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
		press(m.shell_copy());
		expect(written).toHaveBeenCalledWith('mijn tekst');
		written.mockRejectedValue(new Error('no clipboard here'));
		press(m.shell_copy());
		await expect.poll(() => String(getSelection())).toBe('mijn tekst');
		written.mockRestore();
		press(m.desk_give_up());
		flushSync();
		expect([texts(desk), draft().read(), draft().about()]).toEqual([[], null, null]);
		await unmount(list);
		await takeUpNotes(desk);
		expect(texts(desk)).toEqual([]);
	});

	it('is listed without the passage when the text was edited since', async () => {
		const desk = await typedAndGone(server.version + 1);
		await takeUpNotes(desk);
		expect(unsavedNotes.of(desk)).toMatchObject([{ text: 'mijn tekst', passage: null }]);
	});

	it('is not listed in another interview, nor for another person', async () => {
		const desk = await typedAndGone(server.version);
		draft().keep('mijn tekst', '', { sourceId: 'elsewhere', version: 1, range: { start: 0, end: 6 }, codeId: 'green' });
		memoDraft('other', 'x').keep('van een ander', '', { ...draft().about(), sourceId: 'source' } as NoteAbout);
		await takeUpNotes(desk);
		expect(texts(desk)).toEqual([]);
	});
});
