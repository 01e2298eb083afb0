import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskCoding } from '#lib/ui/coding/desk-coding.ts';
import MemoField from '#lib/ui/coding/MemoField.svelte';
import { m } from '#lib/paraglide/messages.js';
import { deskOf } from './desk-of.ts';
import { DeskServer } from './desk-server.ts';

const realFetch = globalThis.fetch;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
let server: DeskServer;
let shown: Record<string, unknown> | undefined;

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	server = new DeskServer();
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
	const desk = deskOf({ codings: [] });
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
