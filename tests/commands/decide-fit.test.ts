import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DisplayRow } from '#lib/merge/joint-display.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewDecisionHistory } from '#lib/server/views/decision-history.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { roles } from '#lib/domain/project/membership.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addDisplayProject,
	addExplanationOf,
	addValue,
	addVoice,
	type DisplayProject
} from '../support/display-project.ts';
import { addMember, addUser, contextFor, testNow } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const authorOf = (project: DisplayProject) => contextFor(store, project.users.author);

const rowsOf = async (project: DisplayProject): Promise<readonly DisplayRow[]> => {
	const page = await viewJointDisplay(await authorOf(project), project.id, {
		pillarId: project.pillars.first,
		areaId: project.areas.district
	});
	if (!page.ok) throw new Error(JSON.stringify(page.problems));
	return page.value.display.rows;
};

const rowOf = async (project: DisplayProject, codeId = project.theme): Promise<DisplayRow> => {
	const row = (await rowsOf(project)).find((candidate) => candidate.codeId === codeId);
	if (!row) throw new Error('no such row');
	return row;
};

const count = async (project: DisplayProject) =>
	(await store.db.selectFrom('decisions').select('id').where('project_id', '=', project.id).execute()).length;

describe('deciding on the fit of a row', () => {
	test('a fit equal to the proposal needs no reason, and is kept with who, when and on which data', async () => {
		const project = await addDisplayProject(store);
		const before = await rowOf(project);
		expect(before.proposal.fit).toBe('confirms');
		const context = await authorOf(project);
		const decided = await decideFit(context, project.id, before.rowId, {
			fit: 'confirms',
			metaInference: ' Bewoners voelen zich veiliger, in één wijk 😀. '
		});
		const decision = {
			fit: 'confirms',
			reason: '',
			metaInference: 'Bewoners voelen zich veiliger, in één wijk 😀.',
			proposal: 'confirms',
			dataFingerprint: before.fingerprint,
			withoutExplanation: false,
			decidedBy: project.users.author,
			decidedByName: 'Test author',
			decidedAt: testNow.toISOString(),
			needsReview: false,
			...{ changes: [], readings: [] }
		};
		expect(decided).toEqual({ ok: true, value: { ...decision, rowId: before.rowId } });
		expect((await rowOf(project)).decision).toEqual(decision);
		expect(context.events).toEqual([
			{ projectId: project.id, kind: 'decision', change: 'added', ids: [before.rowId], actorId: project.users.author }
		]);
	});

	test('a fit that differs from the proposal needs a reason', async () => {
		const project = await addDisplayProject(store);
		const { rowId } = await rowOf(project);
		const context = await authorOf(project);
		expect(await decideFit(context, project.id, rowId, { fit: 'expands', reason: ' \n ' })).toEqual({
			ok: false,
			problems: [{ code: 'decision-reason-differs', at: 'reason' }]
		});
		expect(await count(project)).toBe(0);
		expect(context.events).toEqual([]);
		expect((await decideFit(context, project.id, rowId, { fit: 'expands', reason: 'Het gaat om de avond.' })).ok).toBe(
			true
		);
	});

	test('"spreekt tegen" needs a reason and an explanation, or the choice that there is none yet', async () => {
		const project = await addDisplayProject(store);
		const { rowId } = await rowOf(project);
		const context = await authorOf(project);
		expect(await decideFit(context, project.id, rowId, { fit: 'contradicts' })).toEqual({
			ok: false,
			problems: [
				{ code: 'decision-reason-contradicts', at: 'reason' },
				{ code: 'decision-explanation-missing', at: 'withoutExplanation' }
			]
		});
		const reason = 'Overdag wel, maar ’s avonds niet.';
		const without = await decideFit(context, project.id, rowId, {
			fit: 'contradicts',
			reason,
			withoutExplanation: true
		});
		expect(without).toMatchObject({ ok: true, value: { withoutExplanation: true } });
		await addExplanationOf(store, project, project.indicatorId);
		const withOne = await decideFit(context, project.id, rowId, { fit: 'contradicts', reason });
		expect(withOne).toMatchObject({ ok: true, value: { withoutExplanation: false } });
	});

	test('a fit that does not exist is refused', async () => {
		const project = await addDisplayProject(store);
		const { rowId } = await rowOf(project);
		const refused = await decideFit(await authorOf(project), project.id, rowId, { fit: 'agrees' });
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'input-not-allowed', at: 'fit' }] });
	});

	test('a decision that somebody else made meanwhile is not replaced unseen; without what was seen it goes on', async () => {
		const project = await addDisplayProject(store);
		const { rowId } = await rowOf(project);
		const at = (minutes: number) =>
			contextFor(store, project.users.author, { now: () => new Date(testNow.getTime() + minutes * 60_000) });
		const first = valueOf(await decideFit(await at(0), project.id, rowId, { fit: 'confirms', decidedAt: null }));
		const late = { fit: 'expands', reason: 'Het gaat om de avond.' } as const;
		for (const decidedAt of [null, new Date(testNow.getTime() - 1000).toISOString()])
			expect(await decideFit(await at(1), project.id, rowId, { ...late, decidedAt })).toEqual({
				ok: false,
				problems: [{ code: 'decision-changed' }]
			});
		expect((await rowOf(project)).decision).toMatchObject({ fit: 'confirms' });
		expect((await decideFit(await at(2), project.id, rowId, { ...late, decidedAt: first.decidedAt })).ok).toBe(true);
		expect((await decideFit(await at(3), project.id, rowId, { fit: 'confirms' })).ok).toBe(true);
		expect(await count(project)).toBe(3);
	});

	test('data that changed since they were seen are a conflict, and nothing is stored', async () => {
		const project = await addDisplayProject(store);
		const { rowId, fingerprint } = await rowOf(project);
		await addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' });
		const context = await authorOf(project);
		expect(await decideFit(context, project.id, rowId, { fit: 'confirms', fingerprint })).toEqual({
			ok: false,
			problems: [{ code: 'version-conflict' }]
		});
		expect(await count(project)).toBe(0);
		const seen = (await rowOf(project)).fingerprint;
		expect((await decideFit(context, project.id, rowId, { fit: 'confirms', fingerprint: seen })).ok).toBe(true);
	});
});

test('a decision stands in the log, a refused one does not', async () => {
	const project = await addDisplayProject(store);
	const context = await authorOf(project);
	await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'expands' });
	await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms' });
	const lines = await store.db
		.selectFrom('audit_events')
		.select(['action', 'object_kind', 'actor_id'])
		.where('project_id', '=', project.id)
		.execute();
	expect(lines).toEqual([{ action: 'decision.add', object_kind: 'decision', actor_id: project.users.author }]);
});

describe('data that change after a decision', () => {
	const decided = async () => {
		const project = await addDisplayProject(store);
		const { rowId } = await rowOf(project);
		await decideFit(await authorOf(project), project.id, rowId, { fit: 'confirms', metaInference: 'Eerste.' });
		return { project, rowId };
	};

	test.each<[string, (project: DisplayProject) => Promise<unknown>]>([
		[
			'a new voice',
			(project) => addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' })
		],
		[
			'a new voice on a code below',
			(project) => addVoice(store, project, { title: 'TES-B-09', codeId: project.narrower })
		],
		[
			'an interview that is no longer released',
			(project) =>
				store.db
					.updateTable('sources')
					.set({ status: 'restricted' })
					.where('id', '=', project.said[0].sourceId)
					.execute()
		],
		[
			'another value of the figure',
			(project) =>
				store.db
					.updateTable('observations')
					.set({ value: 33 })
					.where('indicator_id', '=', project.indicatorId)
					.where('wave_id', '=', project.waves[2025])
					.where('area_id', '=', project.areas.district)
					.execute()
		]
	])('%s: the decision asks to be looked at again', async (_, change) => {
		const { project } = await decided();
		expect((await rowOf(project)).decision).toMatchObject({ needsReview: false });
		await change(project);
		expect((await rowOf(project)).decision).toMatchObject({ fit: 'confirms', needsReview: true });
	});

	test.each<[string, (project: DisplayProject) => Promise<unknown>]>([
		[
			'a blind second coding',
			(project) =>
				addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward', layer: 'second' })
		],
		['a voice on another theme', (project) => addVoice(store, project, { title: 'TES-B-09', codeId: project.other })],
		[
			'a voice in another area',
			(project) => addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, areaId: project.areas.other })
		],
		[
			'an interview that is not released',
			(project) => addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, status: 'uploaded' })
		],
		[
			'a value of another area',
			(project) => addValue(store, project, project.indicatorId, project.areas.other, 2025, 50)
		],
		['an explanation', (project) => addExplanationOf(store, project, project.indicatorId)]
	])('%s leaves the decision as it is', async (_, change) => {
		const { project } = await decided();
		await change(project);
		expect((await rowOf(project)).decision).toMatchObject({ needsReview: false });
	});

	test('a new decision counts, and the old one stays in the history', async () => {
		const { project, rowId } = await decided();
		await addVoice(store, project, { title: 'TES-B-09', codeId: project.theme, change: 'backward' });
		const later = await contextFor(store, project.users.author, { now: () => new Date('2025-06-02T10:00:00Z') });
		await decideFit(later, project.id, rowId, {
			fit: 'partly-confirms',
			reason: 'Niet iedereen.',
			metaInference: 'Tweede.'
		});
		expect((await rowOf(project)).decision).toMatchObject({ metaInference: 'Tweede.', needsReview: false });
		const history = await viewDecisionHistory(later, project.id, rowId);
		expect(history).toMatchObject({
			ok: true,
			value: {
				items: [
					{ metaInference: 'Tweede.', needsReview: false, decidedAt: '2025-06-02T10:00:00.000Z' },
					{ metaInference: 'Eerste.', needsReview: true, decidedAt: testNow.toISOString() }
				]
			}
		});
	});
});

describe('rows that are not there', () => {
	test.each<[string, (project: DisplayProject, foreign: DisplayProject) => string, string]>([
		['no row at all', () => 'onzin', 'row-unknown'],
		['ids that are no ids', () => 'a.b.c.d.e', 'display-unknown'],
		['a pillar of another project', (own, foreign) => foreign.rowOf(own.theme, own.areas.district), 'display-unknown'],
		['an area of another project', (own, foreign) => own.rowOf(own.theme, foreign.areas.district), 'display-unknown'],
		['a code of another project', (own, foreign) => own.rowOf(foreign.theme), 'row-unknown'],
		[
			'waves in the wrong order',
			(own) => {
				const [pillar, area, from, to, code] = own.rowOf(own.theme).split('.');
				return [pillar, area, to, from, code].join('.');
			},
			'row-unknown'
		],
		[
			'waves that are no ids',
			(own) => {
				const [pillar, area, , , code] = own.rowOf(own.theme).split('.');
				return [pillar, area, 'eerste', 'laatste', code].join('.');
			},
			'row-unknown'
		],
		[
			'waves of another project',
			(own, foreign) => {
				const [pillar, area, , , code] = own.rowOf(own.theme).split('.');
				const [, , from, to] = foreign.rowOf(foreign.theme).split('.');
				return [pillar, area, from, to, code].join('.');
			},
			'row-unknown'
		]
	])('%s', async (_, rowId, code) => {
		const project = await addDisplayProject(store);
		const foreign = await addDisplayProject(store);
		const context = await authorOf(project);
		const refused = await decideFit(context, project.id, rowId(project, foreign), { fit: 'confirms', reason: 'Zo.' });
		expect(refused).toEqual({ ok: false, problems: [{ code }] });
		expect(await viewDecisionHistory(context, project.id, rowId(project, foreign))).toEqual(refused);
		expect((await count(project)) + (await count(foreign))).toBe(0);
	});

	test('a code that was deleted has no row', async () => {
		const project = await addDisplayProject(store);
		await store.db.updateTable('codes').set({ deleted_at: testNow }).where('id', '=', project.theme).execute();
		const refused = await decideFit(await authorOf(project), project.id, project.rowOf(project.theme), {
			fit: 'confirms'
		});
		expect(refused).toEqual({ ok: false, problems: [{ code: 'row-unknown' }] });
	});
});

describe('who decides', () => {
	test('only an author does', async () => {
		const project = await addDisplayProject(store);
		const outcomes = await Promise.all(
			[...roles, 'stranger' as const].map(async (role) => {
				const context = await contextFor(store, project.users[role]);
				const decided = await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms' });
				return [role, decided.ok ? 'ok' : decided.problems[0]?.code];
			})
		);
		expect(Object.fromEntries(outcomes)).toEqual({
			administrator: 'not-allowed',
			interviewer: 'not-allowed',
			coder: 'not-allowed',
			'codebook-manager': 'not-allowed',
			author: 'ok',
			reader: 'not-allowed',
			'key-holder': 'not-allowed',
			stranger: 'project-unknown'
		});
	});

	test('an author of some areas decides there and in what lies in them, not elsewhere', async () => {
		const project = await addDisplayProject(store);
		const decideAs = async (areaId: string, on: string) => {
			const person = await addUser(store, 'Auteur van een gebied');
			await addMember(store, project.id, person, 'author', [areaId]);
			const context = await contextFor(store, person);
			const decided = await decideFit(context, project.id, project.rowOf(project.theme, on), {
				fit: 'confirms',
				reason: 'Zo is het.'
			});
			return decided.ok ? 'ok' : decided.problems[0]?.code;
		};
		const { district, other, municipality } = project.areas;
		expect(await decideAs(district, district)).toBe('ok');
		expect(await decideAs(municipality, district)).toBe('ok');
		expect(await decideAs(other, district)).toBe('not-allowed');
	});

	test('a token that only reads does not decide', async () => {
		const project = await addDisplayProject(store);
		const context = await contextFor(store, project.users.author, { token: { scope: 'read', projectId: null } });
		const refused = await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms' });
		expect(refused).toEqual({ ok: false, problems: [{ code: 'token-reads-only' }] });
	});
});
