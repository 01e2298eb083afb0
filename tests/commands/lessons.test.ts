import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLesson, archiveLesson, restoreLesson, updateLesson } from '#lib/server/commands/change-lessons.ts';
import { deleteExplanation } from '#lib/server/commands/delete-explanation.ts';
import { deletePillar } from '#lib/server/commands/delete-pillar.ts';
import type { Store } from '#lib/server/store/database.ts';
import { listLessons, readLesson, viewLessons } from '#lib/server/views/lessons.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const begin = async () => {
	const project = await addDisplayProject(store);
	const { id, areas, pillars } = project;
	const author = await contextFor(store, project.users.author);
	const readerIn = async (areaId: string) => {
		const userId = await addUser(store, 'Lezer');
		await addMember(store, id, userId, 'reader', [areaId]);
		return contextFor(store, userId);
	};
	const words = {
		areaId: areas.district,
		title: 'Begin op straat',
		happened: 'Wij stonden 😀 elke week in één portiek.',
		learnt: 'Ga erheen.',
		pillarIds: [pillars.first]
	};
	return {
		project,
		id,
		author,
		words,
		here: await readerIn(areas.district),
		elsewhere: await readerIn(areas.other),
		write: async (more: object = {}) => valueOf(await addLesson(author, id, { ...words, ...more }))
	};
};
type Context = Awaited<ReturnType<typeof begin>>['author'];

const titlesFor = async (context: Context, id: string, query: object = {}) =>
	valueOf(await listLessons(context, id, query)).items.map(({ title }) => title);

describe('a lesson', () => {
	test('is a draft that readers do not see, until it is published', async () => {
		const { id, author, here, elsewhere, write } = await begin();
		const lesson = await write();
		expect(lesson).toMatchObject({ state: 'draft', version: 1, isShared: false, mayChange: true });
		expect(await titlesFor(author, id)).toEqual(['Begin op straat']);
		expect(await titlesFor(here, id)).toEqual([]);
		expect(codesOf(await readLesson(here, id, lesson.id))).toEqual(['lesson-unknown']);
		valueOf(await updateLesson(author, id, lesson.id, { version: 1, state: 'published' }));
		expect(valueOf(await readLesson(here, id, lesson.id))).toMatchObject({ state: 'published', mayChange: false });
		expect(await titlesFor(elsewhere, id)).toEqual([]);
	});

	test('that is shared is read in every area, without what it rests on', async () => {
		const { id, author, here, elsewhere, project, write } = await begin();
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const evidence = { kind: 'explanation', explanationId };
		const lesson = await write({ state: 'published', isShared: true, evidence });
		expect(valueOf(await readLesson(elsewhere, id, lesson.id)).evidence).toBeNull();
		expect(valueOf(await readLesson(here, id, lesson.id)).evidence).toBeNull();
		expect(valueOf(await readLesson(author, id, lesson.id)).evidence).toEqual(evidence);
		valueOf(await updateLesson(author, id, lesson.id, { version: 1, isShared: false }));
		expect(codesOf(await readLesson(elsewhere, id, lesson.id))).toEqual(['lesson-unknown']);
	});

	test('that somebody changed meanwhile is not overwritten', async () => {
		const { id, author, write } = await begin();
		const lesson = await write();
		valueOf(await updateLesson(author, id, lesson.id, { version: 1, learnt: 'Ga er vaker heen.' }));
		const mine = { version: 1, learnt: 'Blijf weg.' };
		expect(codesOf(await updateLesson(author, id, lesson.id, mine))).toEqual(['lesson-changed']);
		const same = { version: 1, learnt: 'Ga er vaker heen.' };
		expect(valueOf(await updateLesson(author, id, lesson.id, same)).version).toBe(2);
		expect(valueOf(await readLesson(author, id, lesson.id)).learnt).toBe('Ga er vaker heen.');
	});

	test('keeps no BSN', async () => {
		const { write } = await begin();
		const lesson = await write({ happened: 'Nummer 111222333 stond op de muur.' });
		expect(lesson.happened).toBe('Nummer [BSN] stond op de muur.');
	});

	test('goes to the archive, where only its authors see it, and comes back as it was', async () => {
		const { id, author, here, write } = await begin();
		const lesson = await write({ state: 'published' });
		valueOf(await archiveLesson(author, id, lesson.id));
		expect(await titlesFor(author, id)).toEqual([]);
		expect(await titlesFor(author, id, { state: 'archived' })).toEqual(['Begin op straat']);
		expect(await titlesFor(here, id, { state: 'archived' })).toEqual([]);
		expect(codesOf(await archiveLesson(here, id, lesson.id))).toEqual(['not-allowed']);
		expect(valueOf(await restoreLesson(author, id, lesson.id))).toMatchObject({
			state: 'published',
			isArchived: false
		});
		expect(await titlesFor(here, id)).toEqual(['Begin op straat']);
	});

	test('refers to things of its project and its area only', async () => {
		const { id, author, words, project } = await begin();
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const evidence = { kind: 'explanation', explanationId };
		for (const [change, at] of [
			[{ areaId: id }, 'areaId'],
			[{ waveId: id }, 'waveId'],
			[{ pillarIds: [id] }, 'pillarIds'],
			[{ evidence: { kind: 'display', pillarId: id } }, 'evidence'],
			[{ areaId: project.areas.other, evidence }, 'evidence']
		] as const) {
			const refused = await addLesson(author, id, { ...words, ...change });
			expect(refused).toMatchObject({ ok: false, problems: [{ code: 'reference-unknown', at }] });
		}
	});

	test('stays when its explanation goes, and keeps a pillar from going', async () => {
		const { id, author, project, write } = await begin();
		const explanationId = await addExplanationOf(store, project, project.indicatorId);
		const lesson = await write({
			evidence: { kind: 'explanation', explanationId },
			pillarIds: [project.pillars.second]
		});
		valueOf(await deleteExplanation(author, id, explanationId));
		expect(valueOf(await readLesson(author, id, lesson.id)).evidence).toBeNull();
		const administrator = await contextFor(store, project.users.administrator);
		expect(codesOf(await deletePillar(administrator, id, project.pillars.second))).toContain('in-use');
	});
});

test('who writes in one area does not move a lesson to another', async () => {
	const { id, project, write } = await begin();
	const lesson = await write();
	const userId = await addUser(store, 'Auteur van de wijk');
	await addMember(store, id, userId, 'author', [project.areas.district]);
	const author = await contextFor(store, userId);
	const move = { version: 1, areaId: project.areas.other };
	expect(codesOf(await updateLesson(author, id, lesson.id, move))).toEqual(['not-allowed']);
});

test('lessons are chosen by area and pillar, and listed page by page', async () => {
	const { id, author, here, project, write } = await begin();
	await write({ title: 'Eén', state: 'published' });
	await write({ title: 'Twee', state: 'published', areaId: project.areas.other, isShared: true });
	await write({ title: 'Drie', state: 'published', pillarIds: [] });
	expect((await titlesFor(here, id)).toSorted()).toEqual(['Drie', 'Eén', 'Twee']);
	expect(await titlesFor(here, id, { areaId: project.areas.other })).toEqual(['Twee']);
	expect((await titlesFor(here, id, { pillarId: project.pillars.first })).toSorted()).toEqual(['Eén', 'Twee']);
	const first = valueOf(await listLessons(here, id, { limit: '2' }));
	const rest = valueOf(await listLessons(here, id, { limit: '2', cursor: first.nextCursor }));
	expect([...first.items, ...rest.items].map(({ title }) => title).toSorted()).toEqual(['Drie', 'Eén', 'Twee']);
	const page = valueOf(await viewLessons(author, id, { areaId: project.areas.district }));
	expect(page.chosen).toEqual({ areaId: project.areas.district, pillarId: null, state: null });
	expect(valueOf(await viewLessons(here, id, {})).writableAreas).toEqual([]);
});

test('lessons are found by their words, by who sees them alone', async () => {
	const { project, id, author, here, elsewhere, write } = await begin();
	await write({ title: 'Eén buurtkamer', learnt: 'Begin klein, 100% zeker.', period: 'voorjaar', state: 'published' });
	await write({ title: 'Een concept', learnt: 'Begin klein.' });
	await write({ title: 'Gedeeld', audience: 'Klein begin', state: 'published', isShared: true });
	const found = async (context: Context, q: string, more: object = {}) =>
		(await titlesFor(context, id, { q, ...more })).toSorted();
	expect(await found(author, 'KLEIN begin')).toEqual(['Een concept', 'Eén buurtkamer', 'Gedeeld']);
	expect(await found(here, 'klein begin')).toEqual(['Eén buurtkamer', 'Gedeeld']);
	expect(await found(elsewhere, 'klein begin')).toEqual(['Gedeeld']);
	expect(await found(author, '"begin klein"')).toEqual(['Een concept', 'Eén buurtkamer']);
	expect(await found(author, 'buurtk* voorjaar 😀')).toEqual(['Eén buurtkamer']);
	expect(await found(author, '100%')).toEqual(['Eén buurtkamer']);
	expect(await found(author, 'z_ker')).toEqual([]);
	expect(await found(author, ' * ')).toEqual([]);
	expect(await found(author, 'klein', { areaId: project.areas.other })).toEqual([]);
});
