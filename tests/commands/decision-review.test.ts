import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { addFinding } from '#lib/server/commands/change-findings.ts';
import { readDecision } from '#lib/server/commands/read-decision.ts';
import type { Store } from '#lib/server/store/database.ts';
import { destroySource } from '#lib/server/store/withdrawals.ts';
import { viewDecisionHistory } from '#lib/server/views/decision-history.ts';
import { listDecisionsToReview } from '#lib/server/views/decisions-to-review.ts';
import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice } from '../support/display-project.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const decided = async () => {
	const project = await addDisplayProject(store);
	const author = await contextFor(store, project.users.author);
	const rowId = project.rowOf(project.theme);
	valueOf(await decideFit(author, project.id, rowId, { fit: 'confirms' }));
	const colleague = await addUser(store, 'Tweede auteur');
	await addMember(store, project.id, colleague, 'author');
	return { project, author, rowId, second: await contextFor(store, colleague) };
};

describe('a decision whose data changed', () => {
	test('says what changed: on the display, in its history, and in the list of what is to be looked at again', async () => {
		const { project, author, rowId } = await decided();
		expect(valueOf(await listDecisionsToReview(author, project.id)).items).toEqual([]);
		await addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' });
		await store.db
			.updateTable('observations')
			.set({ value: 29 })
			.where('indicator_id', '=', project.indicatorId)
			.where('area_id', '=', project.areas.district)
			.where('wave_id', '=', project.waves[2025])
			.execute();
		const label = 'Voelt zich wel eens onveilig';
		const changes = [
			{ kind: 'figure', label, unit: '% 15+', year: 2025, before: 26, after: 29 },
			{ kind: 'interviews-new', count: 1 },
			{ kind: 'voices', saying: 'mentions', before: 3, after: 4 },
			{ kind: 'voices', saying: 'backward', before: 0, after: 1 },
			{ kind: 'total', before: 3, after: 4 },
			{ kind: 'codings', before: 3, after: 4 }
		];
		const { items } = valueOf(await listDecisionsToReview(author, project.id));
		expect(items).toMatchObject([
			{ rowId, theme: 'Je veilig voelen', area: { name: 'Testwijk' }, from: { year: 2021 }, decision: { changes } }
		]);
		expect(valueOf(await viewDecisionHistory(author, project.id, rowId)).items[0]?.changes).toEqual(changes);
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const { rows } = valueOf(await readJointDisplay(author, project.id, place));
		expect(rows.find((row) => row.rowId === rowId)?.decision?.changes).toEqual(changes);
	});

	test('tells of observations and findings about the whole pillar that came since, of a round that counts', async () => {
		const { project, author, rowId } = await decided();
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const since = async (query: object = {}) => {
			const { rows } = valueOf(await readJointDisplay(author, project.id, { ...place, ...query }));
			return rows.find(({ codeId }) => codeId === project.theme)?.decision?.findingsSince ?? null;
		};
		const observe = async (title: string, more: Partial<Parameters<typeof addVoice>[2]> = {}) => {
			const { sourceId } = await addVoice(store, project, { title, codeId: project.other, ...more });
			const kind = { kind: 'observation', group: null } as const;
			await store.db.updateTable('sources').set(kind).where('id', '=', sourceId).execute();
			return sourceId;
		};
		const find = async (more: object) => {
			const said = { text: 'Meer diploma’s 😀.', areaIds: [], pillarIds: [project.pillars.first], ...more };
			valueOf(
				await addFinding(await contextFor(store, project.users.administrator), project.id, project.studyId, said)
			);
		};
		expect(await since()).toBeNull();
		await observe('Elders', { areaId: project.areas.other });
		await observe('Eerder', { waveId: project.waves[2021] });
		await find({ pillarIds: [project.pillars.second] });
		await find({ areaIds: [project.areas.other] });
		expect(await since()).toBeNull();
		const square = await observe('Plein é 😀');
		await find({});
		await find({ areaIds: [project.areas.district] });
		const none = { changed: 0, gone: 0 };
		expect(await since()).toEqual({ added: 2, ...none, observations: { added: 1, ...none } });

		valueOf(await decideFit(author, project.id, rowId, { fit: 'confirms' }));
		expect(await since()).toBeNull();
		await destroySource(store.db, square);
		expect(await since()).toEqual({ added: 0, ...none, observations: { added: 0, changed: 0, gone: 1 } });
		const kept = await store.db
			.selectFrom('decisions')
			.select('basis')
			.where('project_id', '=', project.id)
			.orderBy('decided_at', 'desc')
			.orderBy('id', 'desc')
			.execute();
		expect(kept[0]?.basis).toMatchObject({ observed: [{ sourceId: null, sign: '' }] });
	});

	test('says that an interview was withdrawn, and keeps nothing of what it said', async () => {
		const { project, author, rowId } = await decided();
		const [{ sourceId }] = project.said;
		await destroySource(store.db, sourceId);
		const [decision] = valueOf(await viewDecisionHistory(author, project.id, rowId)).items;
		expect(decision?.changes).toContainEqual({ kind: 'interviews-withdrawn', count: 1 });
		expect(decision?.changes).toContainEqual({ kind: 'voices', saying: 'forward', before: 3, after: 2 });
		const { basis } = await store.db
			.selectFrom('decisions')
			.select('basis')
			.where('project_id', '=', project.id)
			.executeTakeFirstOrThrow();
		expect(JSON.stringify(basis)).not.toContain(sourceId);
	});

	test('of before this was kept says that it is not known', async () => {
		const { project, author, rowId } = await decided();
		await store.db.updateTable('decisions').set({ basis: null }).where('project_id', '=', project.id).execute();
		await addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' });
		expect(valueOf(await viewDecisionHistory(author, project.id, rowId)).items).toMatchObject([
			{ needsReview: true, changes: null }
		]);
	});

	test('is on the list only for who may see the area', async () => {
		const { project } = await decided();
		await addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' });
		const person = await addUser(store, 'Codeur elders');
		await addMember(store, project.id, person, 'coder', [project.areas.other]);
		expect(valueOf(await listDecisionsToReview(await contextFor(store, person), project.id)).items).toEqual([]);
	});
});

describe('a second reader', () => {
	test('confirms or differs, and the difference stays beside the decision, with its history', async () => {
		const { project, author, rowId, second } = await decided();
		const at = (minutes: number) => ({ ...second, now: () => new Date(second.now().getTime() + minutes * 60_000) });
		const differs = { answer: 'differs', fit: 'expands', reason: ' Niet overal. ' };
		expect(valueOf(await readDecision(at(1), project.id, rowId, differs))).toMatchObject({
			...{ answer: 'differs', fit: 'expands', reason: 'Niet overal.', readByName: 'Tweede auteur' }
		});
		const readings = async () => valueOf(await viewDecisionHistory(author, project.id, rowId)).items[0]?.readings;
		expect(await readings()).toMatchObject([{ answer: 'differs', fit: 'expands' }]);
		valueOf(await readDecision(at(2), project.id, rowId, { answer: 'confirms' }));
		expect(await readings()).toMatchObject([{ answer: 'confirms', fit: null }]);
		const kept = await store.db
			.selectFrom('second_readings')
			.select('id')
			.where('project_id', '=', project.id)
			.execute();
		expect(kept).toHaveLength(2);
		expect(second.events).toContainEqual({
			...{ projectId: project.id, kind: 'decision', change: 'changed', ids: [rowId], actorId: second.actor.userId }
		});
		valueOf(await decideFit(author, project.id, rowId, { fit: 'expands', reason: 'Toch.' }));
		const { items } = valueOf(await viewDecisionHistory(author, project.id, rowId));
		expect(items.map((item) => item.readings.length).toSorted()).toEqual([0, 1]);
	});

	test('is somebody else, says what it should be and why, and reads the decision that stands', async () => {
		const { project, author, rowId, second } = await decided();
		const read = (input: unknown, by = second) => readDecision(by, project.id, rowId, input);
		expect(codesOf(await read({ answer: 'confirms' }, author))).toEqual(['second-reading-own']);
		expect(codesOf(await read({ answer: 'differs', fit: 'confirms' }))).toEqual([
			'second-reading-fit',
			'second-reading-reason'
		]);
		expect(codesOf(await read({ answer: 'confirms', decidedAt: '2024-01-01T00:00:00.000Z' }))).toEqual([
			'decision-changed'
		]);
		expect(
			codesOf(await readDecision(second, project.id, project.rowOf(project.other), { answer: 'confirms' }))
		).toEqual(['decision-missing']);
		const reader = await contextFor(store, project.users.reader);
		expect(codesOf(await read({ answer: 'confirms' }, reader))).toEqual(['not-allowed']);
	});
});
