import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jointDisplayAnswer } from '#lib/contract/joint-display.ts';
import { roles } from '#lib/domain/project/membership.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { readJointDisplay, viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addExplanationOf, addVoice, type DisplayProject } from '../support/display-project.ts';
import { addCoding, addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const ask = async (project: DisplayProject, userId: string, query: Record<string, unknown> = {}) =>
	viewJointDisplay(await contextFor(store, userId), project.id, {
		pillarId: project.pillars.first,
		areaId: project.areas.district,
		...query
	});

const seen = async (project: DisplayProject, userId = project.users.author, query: Record<string, unknown> = {}) => {
	const page = await ask(project, userId, query);
	if (!page.ok) throw new Error(JSON.stringify(page.problems));
	return page.value;
};

describe('the joint display of a pillar in an area', () => {
	test('runs from the first to the last round when none is asked for', async () => {
		const project = await addDisplayProject(store);
		const { display } = await seen(project);
		expect([display.from.year, display.to.year, display.waves.map(({ year }) => year)]).toEqual([
			2021,
			2025,
			[2021, 2023, 2025]
		]);
		const { display: half } = await seen(project, undefined, { toWaveId: project.waves[2023] });
		expect([half.from.year, half.to.year]).toEqual([2021, 2023]);
		expect(half.rows[0]?.voices.together.mentions).toBe(0);
	});

	test('lists what was seen in public space beside figures and voices, and counts it as no interview', async () => {
		const project = await addDisplayProject(store);
		const before = await seen(project);
		expect(before.observations).toEqual([]);
		const observe = async (title: string, said: Partial<Parameters<typeof addVoice>[2]> = {}) => {
			const { sourceId } = await addVoice(store, project, { title, codeId: project.theme, ...said });
			const kind = { kind: 'observation', group: null } as const;
			await store.db.updateTable('sources').set(kind).where('id', '=', sourceId).execute();
			return sourceId;
		};
		const plein = await observe('Plein é 😀', { level: 'improve' });
		await observe('Nog niet vrijgegeven', { status: 'uploaded' });
		await observe('Blind', { layer: 'second' });
		await observe('Elders', { areaId: project.areas.other });
		const page = await seen(project);
		const codes = [{ codeId: project.theme, name: 'Je veilig voelen', codings: 1 }];
		const none = { forward: 0, backward: 0, good: 0, improve: 1 };
		expect(page.observations).toEqual([
			{
				sourceId: plein,
				title: 'Plein é 😀',
				waveId: project.waves[2025],
				year: 2025,
				codes: [{ ...codes[0], ...none }]
			}
		]);
		expect(page.display).toEqual(before.display);
		expect((await seen(project, undefined, { toWaveId: project.waves[2023] })).observations).toEqual([]);
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const api = await readJointDisplay(await contextFor(store, project.users.author), project.id, place, 'nl');
		expect(api.ok && jointDisplayAnswer.parse(api.value).observations).toEqual(page.observations);
	});

	test('counts every passage, also those of one interview that say the same, and each interview once', async () => {
		const project = await addDisplayProject(store);
		const before = (await seen(project)).display;
		const said = await addVoice(store, project, { title: 'X-1', codeId: project.theme, change: 'forward' });
		for (const range of [
			{ start: 0, end: 2 },
			{ start: 3, end: 4 }
		])
			await addCoding(store, project, { id: said.sourceId, text: said.text }, range, project.theme, {
				change: 'forward'
			});
		const after = (await seen(project)).display;
		expect((after.rows[0]?.codings ?? 0) - (before.rows[0]?.codings ?? 0)).toBe(3);
		expect(after.method.codings - before.method.codings).toBe(3);
		const mentions = (display: typeof before) => display.rows[0]?.voices.together.mentions ?? 0;
		expect(mentions(after) - mentions(before)).toBe(1);
	});

	test('compares with the nearest area that has a value, or with the one that is chosen', async () => {
		const project = await addDisplayProject(store);
		const names = async (query: Record<string, unknown>) => {
			const page = await seen(project, undefined, query);
			return [
				page.display.rows[0]?.indicators[0]?.comparison?.areaName ?? null,
				page.comparison.available.map(({ name }) => name)
			];
		};
		const both = ['Teststad', 'Testland'];
		expect(await names({})).toEqual(['Teststad', both]);
		expect(await names({ comparison: 'country' })).toEqual(['Testland', both]);
		expect(await names({ comparison: 'region' })).toEqual([null, both]);
	});

	test.each<[string, Record<string, unknown>, unknown]>([
		['a pillar that is no id', { pillarId: 'x' }, { code: 'input-not-an-id', at: 'pillarId' }],
		['an unknown pillar', { pillarId: newId() }, { code: 'display-unknown' }],
		['an unknown area', { areaId: newId() }, { code: 'display-unknown' }],
		['an unknown round', { toWaveId: newId() }, { code: 'wave-unknown', at: 'toWaveId' }],
		['a comparison that does not exist', { comparison: 'world' }, { code: 'input-not-allowed', at: 'comparison' }],
		['a field nobody knows', { areas: 'x' }, { code: 'input-unknown-field' }]
	])('%s is refused', async (_, query, problem) => {
		const project = await addDisplayProject(store);
		expect(await ask(project, project.users.author, query)).toMatchObject({ ok: false, problems: [problem] });
	});

	test('rounds in the wrong order are refused, and one round alone is too few', async () => {
		const project = await addDisplayProject(store);
		const { waves, users } = project;
		expect(await ask(project, users.author, { fromWaveId: waves[2025], toWaveId: waves[2021] })).toMatchObject({
			ok: false,
			problems: [{ code: 'waves-reversed' }]
		});
		const lonely = await addDisplayProject(store);
		await store.db.deleteFrom('observations').where('project_id', '=', lonely.id).execute();
		await store.db.deleteFrom('waves').where('id', 'in', [lonely.waves[2021], lonely.waves[2023]]).execute();
		expect(await ask(lonely, lonely.users.author)).toMatchObject({ ok: false, problems: [{ code: 'waves-too-few' }] });
	});

	test('a pillar or area of another project does not exist here', async () => {
		const project = await addDisplayProject(store);
		const foreign = await addDisplayProject(store);
		for (const query of [{ pillarId: foreign.pillars.first }, { areaId: foreign.areas.district }])
			expect(await ask(project, project.users.author, query)).toEqual({
				ok: false,
				problems: [{ code: 'display-unknown' }]
			});
	});
});

describe('who sees what of a joint display', () => {
	const filled = async () => {
		const project = await addDisplayProject(store);
		const author = await contextFor(store, project.users.author);
		await chooseQuote(author, project.id, project.rowOf(project.theme), project.said[0].codingId);
		await decideFit(author, project.id, project.rowOf(project.theme), { fit: 'confirms', metaInference: 'Veiliger.' });
		await addExplanationOf(store, project, project.indicatorId);
		return project;
	};

	test('counts, figures and judgements are for all who may read displays; words, names and sources are not', async () => {
		const project = await filled();
		const sights = await Promise.all(
			[...roles, 'stranger' as const].map(async (role) => {
				const page = await ask(project, project.users[role]);
				if (!page.ok) return [role, page.problems[0]?.code];
				const row = page.value.display.rows[0];
				return [
					role,
					{
						mentions: row?.voices.together.mentions,
						fit: row?.decision?.fit,
						quotes: row?.quotes.length,
						titles: row?.voices.signs.filter(({ title }) => title !== '').length,
						evidence: row?.explanations[0]?.evidence,
						decide: page.value.allows.decide,
						explain: page.value.allows.explain
					}
				];
			})
		);
		const counts = { mentions: 3, fit: 'confirms', decide: false, explain: false };
		const all = { ...counts, quotes: 1, titles: 3, evidence: 'VOL-B-02' };
		expect(Object.fromEntries(sights)).toEqual({
			administrator: { ...all, quotes: 0 },
			interviewer: 'not-allowed',
			coder: all,
			'codebook-manager': all,
			author: { ...all, decide: true, explain: true },
			reader: 'not-allowed',
			'key-holder': 'not-allowed',
			stranger: 'project-unknown'
		});
	});

	test('a person with a role in some areas sees those, and what lies in them', async () => {
		const project = await filled();
		const { district, other, municipality } = project.areas;
		const personIn = async (areaId: string) => {
			const person = await addUser(store, 'Codeur van een wijk');
			await addMember(store, project.id, person, 'coder', [areaId]);
			return person;
		};
		const outcome = async (person: string) => {
			const page = await ask(project, person);
			return page.ok ? page.value.areas.map(({ name }) => name) : page.problems[0]?.code;
		};
		expect(await outcome(await personIn(district))).toEqual(['Testwijk']);
		expect(await outcome(await personIn(municipality))).toEqual(['Andere wijk', 'Testwijk']);
		expect(await outcome(await personIn(other))).toBe('not-allowed');
	});

	test('a role in one area does not lend its rights to a role in all areas', async () => {
		const project = await filled();
		const person = await addUser(store, 'Beheerder overal, auteur elders');
		await addMember(store, project.id, person, 'administrator');
		await addMember(store, project.id, person, 'author', [project.areas.other]);
		const { display, allows } = await seen(project, person);
		expect(allows).toEqual({ decide: false, explain: false, readQuotes: false, listSources: true, export: false });
		expect(display.rows[0]?.quotes).toEqual([]);
		const { allows: elsewhere } = await seen(project, person, { areaId: project.areas.other });
		expect(elsewhere).toEqual({ decide: true, explain: true, readQuotes: true, listSources: true, export: true });
	});

	test('a token that only reads is offered no changes', async () => {
		const project = await filled();
		const context = await contextFor(store, project.users.author, { token: { scope: 'read', projectId: null } });
		const page = await viewJointDisplay(context, project.id, {
			pillarId: project.pillars.first,
			areaId: project.areas.district
		});
		expect(page).toMatchObject({ ok: true, value: { allows: { decide: false, explain: false, readQuotes: true } } });
	});
});

test('the API answers the same in the fields of its contract', async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	await decideFit(context, project.id, project.rowOf(project.theme), { fit: 'confirms', metaInference: 'Veiliger.' });
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const answer = await readJointDisplay(context, project.id, place, 'nl');
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
	const json: unknown = JSON.parse(JSON.stringify(answer.value));
	expect(jointDisplayAnswer.parse(json)).toMatchObject({
		rows: [
			{
				rowId: project.rowOf(project.theme),
				development: 'better',
				comparison: 'worse',
				figures: [
					{ development: { kind: 'known', verdict: 'better', delta: -8 }, comparison: { areaName: 'Teststad' } }
				],
				residents: { mentions: 2, forward: 2, total: 2 },
				professionals: { mentions: 1, forward: 1, total: 1 },
				proposal: {
					...{ fit: 'confirms', note: null },
					reasoning: {
						text: '1 van 1 indicator gunstiger; 3 van 3 gesprekken vooruit.',
						figures: { total: 1, better: 1, worse: 0, same: 0, unknown: 0, neutral: 0 },
						voices: { total: 3, mentions: 3, forward: 3, backward: 0, improve: 0, outcome: 'forward' }
					}
				},
				decision: { fit: 'confirms', needsReview: false },
				metaInference: 'Veiliger.'
			},
			{ name: '’s Avonds op straat', residents: { mentions: 1 }, section: 'voices-only', metaInference: null },
			{ name: 'Rommel', section: 'no-data', proposal: { fit: null } }
		],
		voicesOnly: [{ name: '’s Avonds op straat', mentions: 1, reason: 'no-indicator' }],
		figuresOnly: []
	});
});
