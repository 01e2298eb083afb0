import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeMemo } from '../../src/lib/server/commands/change-memo.ts';
import { deleteMemo } from '../../src/lib/server/commands/delete-memo.ts';
import type { Listener, ProjectEvent } from '../../src/lib/server/access/context.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { liveEvents } from '../../src/lib/server/views/live-events.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
import {
	addCode,
	addCoding,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let codingId: string;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, 'Het 😀 park is veilig');
	const codeId = await addCode(store, project, 'Veiligheid');
	codingId = await addCoding(store, project, source, { start: 4, end: 10 }, codeId);
});

/** What a person's screen gets to hear when these events are published, as the stream's text. */
const heardBy = async (userId: string, events: readonly ProjectEvent[], query: object = {}): Promise<string> => {
	const listeners: Listener[] = [];
	const context = await contextFor(store, userId, {
		subscribe: (_projectId, listener) => {
			listeners.push(listener);
			return () => {};
		}
	});
	const response = valueOf(await liveEvents(context, project.id, query));
	const reader = response.body?.getReader();
	if (!reader) throw new Error('no stream');
	for (const listener of listeners) {
		listener.onEvents(events);
		listener.onEvents([{ projectId: project.id, kind: 'frame', change: 'changed', ids: ['end'], actorId: '' }]);
	}
	let text = '';
	for (const decoder = new TextDecoder(); !text.includes('"end"');) text += decoder.decode((await reader.read()).value);
	await reader.cancel();
	return text;
};

/** What the author published by doing something. */
const published = async (step: (context: Awaited<ReturnType<typeof contextFor>>) => Promise<unknown>) => {
	const context = await contextFor(store, project.users.coder);
	await step(context);
	return context.events;
};
const added = (memo: { readonly id: string }): ProjectEvent => ({
	projectId: project.id,
	kind: 'memo',
	change: 'added',
	ids: [memo.id],
	sourceId: source.id,
	actorId: project.users.coder
});
const write = (input: object) => writeMemo(store, project.id, project.users.coder, { ...input });

test('a shared memo is heard by who may read it, with its id and without a word of it', async () => {
	const memo = await write({ visibility: 'shared', about: { kind: 'coding', codingId }, title: 'Geheim woord' });
	const text = await heardBy(project.users.author, [added(memo)]);
	expect(text).toContain(memo.id);
	expect(text).toContain('"what":"memo"');
	expect(text).not.toContain('Geheim');
	for (const role of ['administrator', 'interviewer', 'reader'] as const)
		expect(await heardBy(project.users[role], [added(memo)])).not.toContain(memo.id);
});

test('a private memo is heard by nobody, also when an event of it would come along', async () => {
	const memo = await write({ visibility: 'private' });
	for (const role of ['codebook-manager', 'author', 'administrator'] as const)
		expect(await heardBy(project.users[role], [added(memo)])).not.toContain(memo.id);
});

test('one that is made private, or taken away, is heard to be gone by who could read it', async () => {
	for (const step of [
		(id: string) => published((context) => changeMemo(context, project.id, id, { version: 1, visibility: 'private' })),
		(id: string) => published((context) => deleteMemo(context, project.id, id))
	]) {
		const memo = await write({ visibility: 'shared', about: { kind: 'coding', codingId } });
		const events = await step(memo.id);
		const text = await heardBy(project.users.author, events);
		expect(text).toContain(memo.id);
		expect(text).toContain('"change":"removed"');
		expect(await heardBy(project.users.reader, events)).not.toContain(memo.id);
	}
});

test('on a screen of one interview only memos on that interview, and on what is about no interview', async () => {
	const other = await addSource(store, project, 'Een ander gesprek');
	const here = await write({ visibility: 'shared', about: { kind: 'source', sourceId: source.id } });
	const there = await write({ visibility: 'shared', about: { kind: 'source', sourceId: other.id } });
	const general = await write({ visibility: 'shared' });
	const { sourceId: _, ...ofProject } = added(general);
	const events = [added(here), { ...added(there), sourceId: other.id }, ofProject];
	const text = await heardBy(project.users.author, events, { sourceId: source.id });
	expect([here, there, general].map(({ id }) => text.includes(id))).toEqual([true, false, true]);
});

test('not in another area, and not by who codes the interview blind', async () => {
	const elsewhere = await addUser(store, 'Elders');
	await addMember(store, project.id, elsewhere, 'coder', [project.areas.other]);
	const blind = await addUser(store, 'Tweede codeur');
	await addMember(store, project.id, blind, 'coder');
	await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
	for (const about of [
		{ kind: 'source', sourceId: source.id },
		{ kind: 'coding', codingId }
	]) {
		const memo = await write({ visibility: 'shared', about });
		for (const userId of [elsewhere, blind]) expect(await heardBy(userId, [added(memo)])).not.toContain(memo.id);
	}
});
