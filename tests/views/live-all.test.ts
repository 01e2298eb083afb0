import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listener, ProjectEvent } from '../../src/lib/server/access/context.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { liveEvents, liveEventsOn } from '../../src/lib/server/views/live-events.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
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
let here: Place;
let there: Place;
let elsewhere: Place;
let blind: Place;

type Place = { readonly sourceId: string; readonly codingId: string };

/** A coding in an interview of its own. */
const addPlace = async (areaId: string, layer: 'shared' | 'second' = 'shared'): Promise<Place> => {
	const source = await addSource(store, project, 'Het 😀 park is veilig', { areaId });
	const codeId = await addCode(store, project, `Code ${source.id.slice(-6)}`);
	const options = { layer, coderId: project.users['codebook-manager'] };
	return {
		sourceId: source.id,
		codingId: await addCoding(store, project, source, { start: 4, end: 10 }, codeId, options)
	};
};

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	const { district, other } = project.areas;
	here = await addPlace(district);
	there = await addPlace(district);
	elsewhere = await addPlace(other);
	blind = await addPlace(district, 'second');
});
afterAll(() => store.close());

const changed = ({ sourceId, codingId }: Place): ProjectEvent => ({
	projectId: project.id,
	kind: 'coding',
	change: 'changed',
	ids: [codingId],
	sourceId,
	version: 1,
	actorId: project.users.coder
});

/** Of which of the four places a screen hears, with one interview open. */
const heardBy = async (userId: string, query: object): Promise<readonly string[]> => {
	const text = await heard(userId, { sourceId: here.sourceId, ...query }, [here, there, elsewhere, blind].map(changed));
	return Object.entries({ here, there, elsewhere, blind })
		.filter(([, { codingId }]) => text.includes(codingId))
		.map(([name]) => name);
};

/** What a screen gets when these events are told. */
const heard = async (userId: string, query: object, events: readonly ProjectEvent[]): Promise<string> => {
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
		listener.onEvents([{ projectId: project.id, kind: 'frame', change: 'changed', ids: ['the-last'], actorId: '' }]);
	}
	let text = '';
	for (const decoder = new TextDecoder(); !text.includes('"the-last"');)
		text += decoder.decode((await reader.read()).value);
	await reader.cancel();
	return text;
};

test('who does what in an area is told to who works there, and to no screen of another interview', async () => {
	const work = ({ sourceId }: Place): ProjectEvent => ({
		...{ projectId: project.id, kind: 'work', change: 'added', ids: [sourceId], sourceId, actorId: '' }
	});
	const told = (userId: string, query: object = {}) => heard(userId, query, [here, there, elsewhere].map(work));
	const names = async (text: Promise<string>) => {
		const heardText = await text;
		return Object.entries({ here, there, elsewhere }).flatMap(([name, { sourceId }]) =>
			heardText.includes(sourceId) ? [name] : []
		);
	};
	const userId = await addUser(store, 'Coder van een wijk');
	await addMember(store, project.id, userId, 'coder', [project.areas.district]);
	expect(await names(told(project.users.administrator))).toEqual(['here', 'there', 'elsewhere']);
	expect(await names(told(userId))).toEqual(['here', 'there']);
	expect(await names(told(project.users.coder, { sourceId: here.sourceId }))).toEqual(['here']);
	expect(await names(told(project.users.reader))).toEqual([]);
});

test('a screen of one interview hears of that interview only', async () => {
	expect(await heardBy(project.users.coder, {})).toEqual(['here']);
	expect(await heardBy(project.users.coder, { all: 'false' })).toEqual(['here']);
});

test('with `all` it hears of the other interviews too, but of no blind second coding', async () => {
	expect(await heardBy(project.users.coder, { all: 'true' })).toEqual(['here', 'there', 'elsewhere']);
});

test('with `all` it hears of no interview in an area where the person has no role', async () => {
	const userId = await addUser(store, 'Codeur van één wijk');
	await addMember(store, project.id, userId, 'coder', [project.areas.district]);
	expect(await heardBy(userId, { all: 'true' })).toEqual(['here', 'there']);
});

describe('several places over one stream', () => {
	/** What comes in when these events are told in a project, up to the last of them. */
	const heardOn = async (userId: string, on: readonly string[], events: readonly ProjectEvent[]) => {
		const subscribed = new Map<Listener, string>();
		let stopped = 0;
		const context = await contextFor(store, userId, {
			subscribe: (projectId, listener) => {
				subscribed.set(listener, projectId);
				return () => (stopped += 1);
			}
		});
		const answer = await liveEventsOn(context, { on });
		if (!answer.ok) return { codes: answer.problems.map(({ code }) => code) };
		const reader = answer.value.body?.getReader();
		if (!reader) throw new Error('no stream');
		for (const [listener, projectId] of subscribed)
			listener.onEvents([
				...events.filter((event) => event.projectId === projectId),
				{ projectId, kind: 'frame', change: 'changed', ids: ['the-last'], actorId: '' }
			]);
		let text = '';
		for (const decoder = new TextDecoder(); text.split('"the-last"').length <= subscribed.size;)
			text += decoder.decode((await reader.read()).value);
		await reader.cancel();
		const blocks = text.split('\n\n').filter((block) => block.startsWith('id: '));
		return { blocks, stopped, subscribed: subscribed.size };
	};
	const numbersWith = (blocks: readonly string[] | undefined, words: string) =>
		blocks?.filter((block) => block.includes(words)).map((block) => /^id: (\d+)\n/.exec(block)?.[1]);

	test('each event says of which place it is, and every place hears what it would alone', async () => {
		const { blocks, stopped, subscribed } = await heardOn(
			project.users.coder,
			[`${project.id}?sourceId=${here.sourceId}`, `${project.id}?sourceId=${there.sourceId}`, project.id],
			[here, there, blind].map(changed)
		);
		expect(numbersWith(blocks, here.codingId)?.toSorted()).toEqual(['0', '2']);
		expect(numbersWith(blocks, there.codingId)?.toSorted()).toEqual(['1', '2']);
		expect(numbersWith(blocks, blind.codingId)).toEqual([]);
		expect([stopped, subscribed]).toEqual([3, 3]);
	});

	test('of two projects', async () => {
		const second = await addProject(store);
		await addMember(store, second.id, project.users.coder, 'coder');
		const { blocks } = await heardOn(
			project.users.coder,
			[second.id, `${project.id}?sourceId=${here.sourceId}`],
			[changed(here)]
		);
		expect(numbersWith(blocks, here.codingId)).toEqual(['1']);
		expect(numbersWith(blocks, '"the-last"')?.toSorted()).toEqual(['0', '1']);
	});

	test('one that the person may not see is refused, and the others go on', async () => {
		const foreign = await addProject(store);
		const { blocks, subscribed } = await heardOn(
			project.users.coder,
			[foreign.id, `${project.id}?sourceId=${here.sourceId}`],
			[changed(here)]
		);
		expect(numbersWith(blocks, 'event: refused')).toEqual(['0']);
		expect(numbersWith(blocks, here.codingId)).toEqual(['1']);
		expect(subscribed).toBe(1);
	});

	test('none that the person may see: the answer is why', async () => {
		const foreign = await addProject(store);
		const codes = async (on: readonly string[]) => (await heardOn(project.users.coder, on, [])).codes;
		expect(await codes([foreign.id])).toEqual(['project-unknown']);
		expect(await codes([`${project.id}?sourceId=${foreign.id}`])).toEqual(['source-unknown']);
		expect(await codes([`${project.id}?sort=up`])).toEqual(['input-unknown-field']);
		expect(await codes(['no-id', ''])).toEqual(['project-unknown']);
		expect(await codes([])).toEqual(['input-too-few']);
		expect(await codes(Array.from({ length: 25 }, () => project.id))).toEqual(['input-too-many']);
	});
});
