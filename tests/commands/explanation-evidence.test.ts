import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExplanationAnswer } from '#lib/contract/explanation.ts';
import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import { addMemo } from '#lib/server/commands/add-memo.ts';
import { removeCoding } from '#lib/server/commands/remove-coding.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewExplanations } from '#lib/server/views/explanations-page.ts';
import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { listExplanations } from '#lib/server/views/list-explanations.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addDisplayProject,
	addExplanationOf,
	addValue,
	addVoice,
	type DisplayProject
} from '../support/display-project.ts';
import { textOf } from '../support/memos.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const setting = async () => {
	const project = await addDisplayProject(store);
	const author = await contextFor(store, project.users.author);
	const id = await addExplanationOf(store, project, project.indicatorId);
	const put = (...addEvidence: readonly unknown[]) => updateExplanation(author, project.id, id, { addEvidence });
	return { project, author, id, put };
};
const figureOf = ({ indicatorId, areas, waves }: DisplayProject) => ({
	...{ kind: 'figure', side: 'supports', indicatorId, areaId: areas.district },
	...{ fromWaveId: waves[2021], toWaveId: waves[2025] }
});
const seenBy = async (project: DisplayProject, userId: string): Promise<ExplanationAnswer['evidenceItems']> =>
	valueOf(await listExplanations(await contextFor(store, userId), project.id, {})).items[0]?.evidenceItems ?? [];

describe('evidence of an explanation', () => {
	test('is a quote, a memo, a figure or something to read, for it or against it, and shown everywhere', async () => {
		const { project, author, id, put } = await setting();
		const [said] = project.said;
		const memo = valueOf(
			await addMemo(author, project.id, {
				about: { kind: 'project' },
				body: textOf('Eén idee 😀'),
				visibility: 'shared'
			})
		);
		const answer = valueOf(
			await put(
				{ kind: 'quote', side: 'contradicts', codingId: said.codingId, remark: 'Zegt iets anders.' },
				{ kind: 'memo', side: 'supports', memoId: memo.id },
				figureOf(project),
				{ kind: 'literature', side: 'supports', reference: 'Veiligheidsmonitor', url: 'https://voorbeeld.nl/vm' }
			)
		);
		expect(answer.evidenceItems).toMatchObject([
			{
				...{ kind: 'quote', side: 'contradicts', remark: 'Zegt iets anders.', sourceId: said.sourceId },
				...{ text: 'in één wijk er\u0303g thuis, met 👩‍👩‍👧', reference: 'TES-B-01 · 2025 · beurt 1', withheld: null }
			},
			{ kind: 'memo', title: 'Eén idee 😀', about: { kind: 'project' } },
			{
				...{ kind: 'figure', label: 'Voelt zich wel eens onveilig', areaName: 'Testwijk', before: null },
				values: [
					{ year: 2021, value: 34 },
					{ year: 2025, value: 26 }
				]
			},
			{ kind: 'literature', reference: 'Veiligheidsmonitor', url: 'https://voorbeeld.nl/vm' }
		]);
		expect(await seenBy(project, project.users.author)).toEqual(answer.evidenceItems);
		const page = valueOf(await viewExplanations(author, project.id, {}));
		expect(page.items.find((one) => one.id === id)?.evidenceItems).toEqual(answer.evidenceItems);
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const { rows } = valueOf(await readJointDisplay(author, project.id, place));
		expect(rows[0]?.explanations[0]?.evidenceItems).toEqual(answer.evidenceItems);
	});

	test('can come with a new explanation, all or nothing', async () => {
		const { project, author } = await setting();
		const input = {
			...{ indicatorId: project.indicatorId, areaId: project.areas.district, kind: 'policy', saidBy: 'resident' },
			...{ fromWaveId: project.waves[2021], toWaveId: project.waves[2025], text: 'Lantaarns.' }
		};
		const added = await addExplanation(author, project.id, { ...input, addEvidence: [figureOf(project)] });
		expect(valueOf(added).evidenceItems).toHaveLength(1);
		const empty = {
			...figureOf(project),
			areaId: project.areas.municipality,
			fromWaveId: null,
			toWaveId: project.waves[2021]
		};
		const refused = await addExplanation(author, project.id, { ...input, addEvidence: [figureOf(project), empty] });
		expect(refused).toMatchObject({ problems: [{ code: 'evidence-figure-empty', at: 'addEvidence.1' }] });
		expect(valueOf(await listExplanations(author, project.id, {})).items).toHaveLength(2);
	});

	test('goes one by one, and what is there stays when more is put beside it', async () => {
		const { project, author, id, put } = await setting();
		const book = { kind: 'literature', side: 'supports', reference: 'Een boek' };
		const [first] = valueOf(await put(book, figureOf(project))).evidenceItems;
		expect(codesOf(await put({ ...book, reference: 'EEN BOEK', side: 'contradicts' }))).toEqual(['evidence-double']);
		const change = { removeEvidence: [first?.id], addEvidence: [{ ...book, side: 'contradicts' }] };
		const after = valueOf(await updateExplanation(author, project.id, id, change));
		expect(after.evidenceItems.map(({ kind, side }) => `${kind} ${side}`)).toEqual([
			'figure supports',
			'literature contradicts'
		]);
		expect(after.text).toBe('Er is elke dag een jongerenwerker op straat.');
	});

	test('a figure shows what it is now, and says what it was when it was put down', async () => {
		const { project, put } = await setting();
		valueOf(await put(figureOf(project)));
		const set = { indicator_id: project.indicatorId, area_id: project.areas.district, wave_id: project.waves[2025] };
		await store.db
			.updateTable('observations')
			.set({ value: 29.5 })
			.where('indicator_id', '=', set.indicator_id)
			.where('area_id', '=', set.area_id)
			.where('wave_id', '=', set.wave_id)
			.execute();
		expect(await seenBy(project, project.users.author)).toMatchObject([
			{
				values: [{ value: 34 }, { value: 29.5 }],
				before: [{ value: 34 }, { value: 26 }]
			}
		]);
	});

	test('an address other than of the web is refused, and a number of a citizen goes out of a remark', async () => {
		const { put } = await setting();
		const book = { kind: 'literature', side: 'supports', reference: 'Een boek' };
		expect((await put({ ...book, url: 'javascript:alert(1)' })).ok).toBe(false);
		const [item] = valueOf(await put({ ...book, remark: 'Van 111222333.' })).evidenceItems;
		expect(item?.remark).toBe('Van [BSN].');
	});
});

describe('a quote as evidence', () => {
	test('needs consent, a released interview and the area of the explanation', async () => {
		const { project, put } = await setting();
		const [said, other] = project.said;
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', other.sourceId).execute();
		const away = await addVoice(store, project, {
			...{ title: 'AND-B-01', codeId: project.theme, areaId: project.areas.other }
		});
		const quote = (codingId: string) => put({ kind: 'quote', side: 'supports', codingId });
		expect(codesOf(await quote(said.codingId))).toEqual(['quote-without-consent']);
		expect(codesOf(await quote(other.codingId))).toEqual(['coding-unknown']);
		expect(codesOf(await quote(away.codingId))).toEqual(['evidence-other-area']);
	});

	test('loses its words with the consent, and goes out of sight with the coding or the release', async () => {
		const { project, put } = await setting();
		const [said, other] = project.said;
		valueOf(
			await put(
				{ kind: 'quote', side: 'supports', codingId: said.codingId },
				{ kind: 'quote', side: 'contradicts', codingId: other.codingId }
			)
		);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', other.sourceId).execute();
		expect(await seenBy(project, project.users.author)).toMatchObject([
			{ codingId: said.codingId, text: null, withheld: 'consent' }
		]);
		const { coder_id } = await store.db
			.selectFrom('codings')
			.select('coder_id')
			.where('id', '=', said.codingId)
			.executeTakeFirstOrThrow();
		valueOf(await removeCoding(await contextFor(store, coder_id), project.id, said.codingId));
		expect(await seenBy(project, project.users.author)).toEqual([]);
	});

	test('is there for everybody, but its words and its interview only for who may see those', async () => {
		const { project, put } = await setting();
		const remark = 'Van TES-B-01.';
		valueOf(await put({ kind: 'quote', side: 'contradicts', codingId: project.said[0].codingId, remark }));
		const nothing = { kind: 'quote', side: 'contradicts', text: null, withheld: 'role' };
		expect(await seenBy(project, project.users.administrator)).toMatchObject([
			{ ...nothing, reference: 'TES-B-01 · 2025 · beurt 1', remark }
		]);
		expect(await seenBy(project, project.users.coder)).toMatchObject([{ withheld: null, remark }]);
	});
});

describe('a memo as evidence', () => {
	test('is shared with the team, and its words are for who may read it', async () => {
		const { project, author, put } = await setting();
		const memoOf = async (visibility: 'private' | 'shared') =>
			valueOf(
				await addMemo(author, project.id, { about: { kind: 'project' }, title: 'Idee', body: textOf('Ja'), visibility })
			).id;
		const beside = async (memoId: string) => put({ kind: 'memo', side: 'supports', memoId });
		expect(codesOf(await beside(await memoOf('private')))).toEqual(['evidence-memo-private']);
		valueOf(await beside(await memoOf('shared')));
		expect(await seenBy(project, project.users.coder)).toMatchObject([{ kind: 'memo', title: 'Idee' }]);
		expect(await seenBy(project, project.users.administrator)).toMatchObject([
			{ kind: 'memo', title: null, about: null }
		]);
	});

	test('a private memo of a colleague does not exist', async () => {
		const { project, put } = await setting();
		const coder = await contextFor(store, project.users.coder);
		const memo = valueOf(await addMemo(coder, project.id, { about: { kind: 'project' }, body: textOf('Van mij') }));
		expect(codesOf(await put({ kind: 'memo', side: 'supports', memoId: memo.id }))).toEqual(['memo-unknown']);
	});
});

describe('a figure as evidence', () => {
	test('is of the area itself or one around it', async () => {
		const { project, put } = await setting();
		const figure = { ...figureOf(project), fromWaveId: null };
		valueOf(await put({ ...figure, areaId: project.areas.municipality }));
		await addValue(store, project, project.indicatorId, project.areas.other, 2025, 12);
		expect(codesOf(await put({ ...figure, areaId: project.areas.other }))).toEqual(['reference-unknown']);
		expect(codesOf(await put({ ...figure, fromWaveId: project.waves[2025] }))).toEqual(['waves-reversed']);
	});
});

test('things of another project cannot stand beside an explanation', async () => {
	const { put } = await setting();
	const foreign = await addDisplayProject(store);
	const there = await contextFor(store, foreign.users.author);
	const memo = valueOf(
		await addMemo(there, foreign.id, { about: { kind: 'project' }, body: textOf('Daar'), visibility: 'shared' })
	);
	expect(
		codesOf(
			await put(
				{ kind: 'quote', side: 'supports', codingId: foreign.said[0].codingId },
				{ kind: 'memo', side: 'supports', memoId: memo.id },
				figureOf(foreign)
			)
		)
	).toEqual(['coding-unknown', 'memo-unknown', 'reference-unknown', 'reference-unknown', 'reference-unknown']);
});

test('an author of another area does not change the evidence', async () => {
	const { project, id } = await setting();
	const userId = await addUser(store, 'Auteur elders');
	await addMember(store, project.id, userId, 'author', [project.areas.other]);
	const elsewhere = await contextFor(store, userId);
	expect(codesOf(await updateExplanation(elsewhere, project.id, id, { addEvidence: [figureOf(project)] }))).toEqual([
		'explanation-unknown'
	]);
});
