import { beforeEach, describe, expect, test } from 'vitest';
import type { EditPreviewAnswer } from '#lib/contract/source-edit.ts';
import { applyEdit, canonicalEdit, composeEdits, type Edit } from '#lib/domain/text/edit.ts';
import type { Reply } from '#lib/ui/api/ask.ts';
import type { EditClient } from '#lib/ui/source/edit/edit-client.ts';
import { EditDrafts } from '#lib/ui/source/edit/edit-drafts.ts';
import { TextEditing } from '#lib/ui/source/edit/text-editing.svelte.ts';

const text = 'Het 😀 park is mooi. De wijk is oud.';
const turns = [{ ordinal: 1, start: 0, end: 35, speakerId: 'r', startMs: null, endMs: null }];
const speakers = [{ id: 'r', label: 'R', role: 'respondent' as const, turns: 1 }];

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

const done = <T>(value: T): Promise<Reply<T>> => Promise.resolve({ ok: true, value });
const refused = (code: string): Promise<Reply<never>> =>
	Promise.resolve({ ok: false, status: 409, codes: [code], message: code, messages: [code] });
const place = (words: string) => [...text.slice(0, text.indexOf(words))].length;
const put = (before: string, insert: string, out = ''): Edit =>
	canonicalEdit([{ retain: place(before) }, { insert }, { delete: [...out].length }]);

/** A server with one text, of which every version is an edit of the one before. */
class Server {
	texts = [text];
	edits: Edit[] = [];
	get version() {
		return this.texts.length;
	}
	store(edit: Edit) {
		this.texts.push(applyEdit(this.texts.at(-1) ?? '', edit));
		this.edits.push(edit);
	}
	present() {
		return { version: this.version, text: this.texts.at(-1) ?? '', turns, speakers };
	}
	client(): EditClient {
		const none: Edit = [];
		const preview: EditPreviewAnswer = {
			...{ version: 1, characters: 0, moved: 0, grown: 0, shrunk: 0, replaced: 0, orphaned: 0, hits: [] }
		};
		const client: Partial<EditClient> = {
			read: () => done(this.present() as never),
			readVersion: (version) => done({ ...this.present(), version, text: this.texts[version - 1] ?? '' } as never),
			versions: () => done({ items: [], hasClosed: false }),
			differences: (from, to) =>
				done({
					from,
					to,
					operations: [...this.edits.slice(from - 1, to - 1).reduce(composeEdits, none)],
					passages: []
				}),
			preview: (version) => (version === this.version ? done(preview) : refused('version-conflict')),
			save: (version, edit) => {
				if (version !== this.version) return refused('version-conflict');
				this.store(edit);
				return done({
					version: this.version,
					characters: 0,
					sha256: '',
					moved: 0,
					changed: [],
					orphaned: [],
					bsnsRemoved: 0
				});
			}
		};
		return client as EditClient;
	}
}

const open = (server = new Server()) => {
	const drafts = new EditDrafts('me', 'source', storage);
	const editing = new TextEditing({ client: server.client(), drafts, base: server.present(), pause: 0 });
	return { server, drafts, editing };
};

describe('a text while somebody corrects it', () => {
	test('is kept as a draft, taken up again, and stored as the next version', async () => {
		const first = open();
		first.editing.write([put('mooi', 'heel ')]);
		first.editing.reason = 'gemist';
		first.editing.keep();
		const { editing, server, drafts } = open(first.server);
		expect(await editing.takeUp()).toBe('taken');
		expect(editing.shown.text).toBe(text.replace('mooi', 'heel mooi'));
		expect(editing.reason).toBe('gemist');
		expect(await editing.save(false)).toMatchObject({ version: 2 });
		expect(server.texts.at(-1)).toBe(text.replace('mooi', 'heel mooi'));
		expect(drafts.read()).toBeNull();
		expect(editing.hasChanges).toBe(false);
	});

	test('that was changed and taken back has no changes, and no draft', async () => {
		const { editing, drafts } = open();
		editing.write([put('mooi', '', 'mooi')]);
		editing.write([canonicalEdit([{ retain: place('mooi') }, { insert: 'mooi' }])]);
		editing.keep();
		expect(editing.hasChanges).toBe(false);
		expect(drafts.read()).toBeNull();
		expect(await editing.ask()).toBe('done');
		expect(editing.preview).toBeNull();
	});

	test('that a colleague changed elsewhere comes together by itself', async () => {
		const { editing, server } = open();
		editing.write([put('oud', 'heel ')]);
		server.store(put('park', '👍🏽 ', ''));
		expect(await editing.ask()).toBe('rebased');
		expect(editing.base.version).toBe(2);
		expect(editing.shown.text).toBe('Het 😀 👍🏽 park is mooi. De wijk is heel oud.');
		expect(await editing.save(false)).toMatchObject({ version: 3 });
		expect(server.texts.at(-1)).toBe('Het 😀 👍🏽 park is mooi. De wijk is heel oud.');
	});

	test('that a colleague changed in the same place waits for a choice, and overwrites nothing', async () => {
		const { editing, server, drafts } = open();
		editing.write([put('De', 'Nou, '), put('mooi', 'lelijk', 'mooi')]);
		server.store(put('mooi', 'prachtig', 'mooi'));
		expect(await editing.save(false)).toBe('meeting');
		expect(server.version).toBe(2);
		const conflict = editing.meeting?.passages.find(({ by }) => by === 'both');
		expect(conflict).toMatchObject({ was: 'mooi', mine: 'lelijk', theirs: 'prachtig' });
		expect(drafts.read()).not.toBeNull();
		editing.choices[conflict?.start ?? 0] = 'mine';
		editing.settle();
		expect(editing.shown.text).toContain('lelijk');
		expect(await editing.save(false)).toMatchObject({ version: 3 });
		expect(server.texts.at(-1)).toContain('park is lelijk.');
	});

	test('of which the draft is older than the text is laid over it; words that fit nowhere are shown', async () => {
		const first = open();
		first.editing.write([put('oud', 'heel ')]);
		first.editing.keep();
		first.server.store(put('park', 'grote '));
		const { editing } = open(first.server);
		expect(await editing.takeUp()).toBe('rebased');
		expect(editing.shown.text).toBe('Het 😀 grote park is mooi. De wijk is heel oud.');

		storage.setItem(
			'wijkstem.draft.edit.me.source',
			JSON.stringify({ version: 2, edit: [{ retain: 900 }, { insert: 'weg?' }], reason: '' })
		);
		const other = open(first.server);
		expect(await other.editing.takeUp()).toBe('none');
		expect(other.editing.unplaced).toEqual(['weg?']);
	});

	test('keeps nothing that is no draft', () => {
		for (const wrong of ['null', '{', '{"version":1}', '{"version":1,"reason":"","edit":[{"retain":-1}]}']) {
			storage.setItem('wijkstem.draft.edit.me.source', wrong);
			expect(new EditDrafts('me', 'source', storage).read()).toBeNull();
		}
	});
});
