import { beforeEach, expect, test } from 'vitest';
import { applyEdit, type Edit } from '#lib/domain/text/edit.ts';
import type { EditClient } from '#lib/ui/source/edit/edit-client.ts';
import { EditDrafts } from '#lib/ui/source/edit/edit-drafts.ts';
import { TextEditing } from '#lib/ui/source/edit/text-editing.svelte.ts';

/** F23: a file that was opened again after an error was blank. What was typed is there again, on the text as it is stored. */
const text = 'Het 😀 park is één mooi plein.';
const turns = [{ ordinal: 1, start: 0, end: [...text].length, speakerId: 'r', startMs: null, endMs: null }];
const speakers = [{ id: 'r', label: 'R', role: 'respondent' as const, turns: 1 }];
const base = { version: 1, text, turns, speakers };
const typed: Edit = [{ retain: 6 }, { insert: 'oude ' }];

const kept = new Map<string, string>();
const storage: Storage = {
	length: 0,
	clear: () => kept.clear(),
	getItem: (key) => kept.get(key) ?? null,
	key: () => null,
	removeItem: (key) => void kept.delete(key),
	setItem: (key, value) => void kept.set(key, value)
};
beforeEach(() => kept.clear());

const brokenServer = (status: number): EditClient => {
	const reply = { ok: false, status, codes: ['server-error'], message: 'Het lukte niet.', messages: [] };
	const fails = () => Promise.resolve(reply);
	return { read: fails, save: fails, preview: fails, readVersion: fails, versions: fails } as unknown as EditClient;
};
const open = (client: EditClient) =>
	new TextEditing({ client, drafts: new EditDrafts('me', 'source', storage), base, pause: 0 });

test.each([
	['the server fails', 500],
	['the server is not reached', 0],
	['the session has ended', 401]
])('when %s while a text is stored, the page that is opened again has what was typed', async (_, status) => {
	const first = open(brokenServer(status));
	first.write([typed]);
	first.reason = 'gehoord';
	expect(await first.save(false)).toBe('failed');
	expect(first.shown.text).not.toBe('');

	const again = open(brokenServer(status));
	expect(await again.takeUp()).toBe('taken');
	expect(again.shown.text).toBe(applyEdit(text, typed));
	expect(again).toMatchObject({ reason: 'gehoord', hasChanges: true });
});

test.each([
	'',
	'null',
	'{',
	'{"version":1,"edit":[{"retain":-1}],"reason":""}',
	'{"version":1,"edit":"x","reason":""}'
])('a draft that is damaged (%s) leaves the text as it is stored, never a blank one', async (damaged) => {
	open(brokenServer(500)).write([typed]);
	const editing = open(brokenServer(500));
	editing.write([typed]);
	editing.keep();
	for (const key of kept.keys()) kept.set(key, damaged);
	const again = open(brokenServer(500));
	expect(await again.takeUp()).toBe('none');
	expect(again.shown.text).toBe(text);
});
