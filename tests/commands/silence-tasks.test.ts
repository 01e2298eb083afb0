import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	addSilenceTask,
	completeSilenceTask,
	deleteSilenceTask,
	reopenSilenceTask
} from '#lib/server/commands/change-silence-tasks.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMyWork } from '#lib/server/views/my-work.ts';
import { listSilenceTasks } from '#lib/server/views/silence-tasks.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addLinkedIndicator, addVoice, type DisplayProject } from '../support/display-project.ts';
import { addCode, addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

/** A figure that moved and that no voice speaks of, and a theme without a figure. */
const setting = async () => {
	const project = await addDisplayProject(store);
	const silent = await addCode(store, project, 'Drukte op straat', { pillarIds: [project.pillars.first] });
	const indicatorId = await addLinkedIndicator(store, project, silent, [
		{ areaId: project.areas.district, year: 2021, value: 12 },
		{ areaId: project.areas.district, year: 2025, value: 30 }
	]);
	await addVoice(store, project, { title: 'TES-B-07', codeId: project.other, change: 'backward' });
	const place = {
		...{ pillarId: project.pillars.first, areaId: project.areas.district },
		...{ fromWaveId: project.waves[2021], toWaveId: project.waves[2025] }
	};
	const author = await contextFor(store, project.users.author);
	const interviewer = await contextFor(store, project.users.interviewer);
	const task = {
		...place,
		indicatorId,
		userId: project.users.interviewer,
		dueOn: '2026-12-24',
		remark: ' Vraag één keer 😀. '
	};
	return { project, silent, indicatorId, place, author, interviewer, task };
};
const speak = (project: DisplayProject, codeId: string) =>
	addVoice(store, project, { title: 'TES-B-08', codeId, change: 'backward' });

describe('a silence', () => {
	test('can be a task: for whom, until when and what; shown beside it and in that person’s work', async () => {
		const { project, place, author, interviewer, task } = await setting();
		const added = valueOf(await addSilenceTask(author, project.id, task));
		expect(added).toMatchObject({
			...{ name: 'Voelt zich wel eens onveilig', area: { name: 'Testwijk' }, from: { year: 2021 }, to: { year: 2025 } },
			...{ person: { name: 'Test interviewer' }, givenBy: { name: 'Test author' }, dueOn: '2026-12-24' },
			...{ remark: 'Vraag één keer 😀.', state: 'open', doneAt: null, maySettle: true, mayRemove: true }
		});
		expect(author.events).toEqual([
			{ projectId: project.id, kind: 'task', change: 'added', ids: [added.id], actorId: project.users.author }
		]);
		const page = valueOf(await viewJointDisplay(author, project.id, place));
		expect(page.tasks).toEqual([added]);
		expect(page.people?.map(({ name }) => name)).toContain('Test interviewer');
		const own = { ...added, maySettle: true, mayRemove: false };
		expect(valueOf(await viewMyWork(interviewer, project.id)).silences).toEqual([own]);
		expect(valueOf(await viewMyWork(author, project.id)).silences).toEqual([]);
	});

	test('can be a theme without a figure too, but nothing that is no silence', async () => {
		const { project, place, author, task } = await setting();
		const ofTheme = { ...task, indicatorId: null, codeId: project.other };
		expect(valueOf(await addSilenceTask(author, project.id, ofTheme)).name).toBe('Rommel');
		const ask = (change: object) => addSilenceTask(author, project.id, { ...task, ...change });
		expect(codesOf(await ask({ indicatorId: project.indicatorId }))).toEqual(['silence-gone']);
		expect(codesOf(await ask({ codeId: project.other }))).toEqual(['silence-one-thing']);
		expect(codesOf(await ask({ ...place, fromWaveId: place.toWaveId, toWaveId: place.fromWaveId }))).toEqual([
			'waves-reversed'
		]);
	});

	test('is done, opened again and taken away; who it was given to may say so, a colleague may not', async () => {
		const { project, author, interviewer, task } = await setting();
		const { id } = valueOf(await addSilenceTask(author, project.id, task));
		const done = valueOf(await completeSilenceTask(interviewer, project.id, id));
		expect(done).toMatchObject({ state: 'done', doneBy: { name: 'Test interviewer' } });
		expect(valueOf(await completeSilenceTask(author, project.id, id)).doneBy?.name).toBe('Test interviewer');
		expect(valueOf(await reopenSilenceTask(author, project.id, id))).toMatchObject({ state: 'open', doneBy: null });
		const coder = await contextFor(store, project.users.coder);
		expect(codesOf(await completeSilenceTask(coder, project.id, id))).toEqual(['not-allowed']);
		expect(codesOf(await deleteSilenceTask(interviewer, project.id, id))).toEqual(['not-allowed']);
		valueOf(await deleteSilenceTask(author, project.id, id));
		expect(valueOf(await listSilenceTasks(author, project.id)).items).toEqual([]);
		expect(codesOf(await completeSilenceTask(author, project.id, id))).toEqual(['silence-task-unknown']);
	});

	test('that goes away by itself says so in its task; what was done stays done', async () => {
		const { project, silent, author, interviewer, task } = await setting();
		const { id } = valueOf(await addSilenceTask(author, project.id, task));
		await speak(project, silent);
		const state = async () => valueOf(await viewMyWork(interviewer, project.id)).silences[0]?.state;
		expect(await state()).toBe('gone');
		valueOf(await completeSilenceTask(interviewer, project.id, id));
		expect(await state()).toBe('done');
	});

	test('is given only to who works in the area', async () => {
		const { project, author, task } = await setting();
		const elsewhere = await addUser(store, 'Interviewer elders');
		await addMember(store, project.id, elsewhere, 'interviewer', [project.areas.other]);
		for (const userId of [elsewhere, project.users.reader, project.users.stranger])
			expect(codesOf(await addSilenceTask(author, project.id, { ...task, userId }))).toEqual(['silence-person-unfit']);
	});

	test('leaves no task in sight of who may not see the area', async () => {
		const { project, author, task } = await setting();
		valueOf(await addSilenceTask(author, project.id, task));
		const person = await addUser(store, 'Codeur elders');
		await addMember(store, project.id, person, 'coder', [project.areas.other]);
		expect(valueOf(await listSilenceTasks(await contextFor(store, person), project.id)).items).toEqual([]);
	});
});
