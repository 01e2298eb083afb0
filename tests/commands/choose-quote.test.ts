import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#lib/domain/project/membership.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { dropQuote } from '#lib/server/commands/drop-quote.ts';
import { mergeCodes } from '#lib/server/commands/merge-codes.ts';
import { undoCodeMerge } from '#lib/server/commands/undo-code-merge.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewDecisionHistory } from '#lib/server/views/decision-history.ts';
import { readJointDisplay, viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice, type DisplayProject } from '../support/display-project.ts';
import { addMember, addUser, contextFor, testNow } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const authorOf = (project: DisplayProject) => contextFor(store, project.users.author);

const quotesOf = async (project: DisplayProject, codeId = project.theme) => {
	const page = await viewJointDisplay(await authorOf(project), project.id, {
		pillarId: project.pillars.first,
		areaId: project.areas.district
	});
	if (!page.ok) throw new Error(JSON.stringify(page.problems));
	return page.value.display.rows.find((row) => row.codeId === codeId)?.quotes ?? [];
};

const words = 'in één wijk er\u0303g thuis, met 👩‍👩‍👧';

describe('choosing a quote for a row', () => {
	test('it stands in the row with exactly its words, its reference and its valences', async () => {
		const project = await addDisplayProject(store);
		const context = await authorOf(project);
		const [said] = project.said;
		const rowId = project.rowOf(project.theme);
		expect(await chooseQuote(context, project.id, rowId, said.codingId)).toEqual({ ok: true, value: null });
		expect(await quotesOf(project)).toEqual([
			{
				codingId: said.codingId,
				codeId: project.theme,
				sourceId: said.sourceId,
				group: 'resident',
				waveId: project.waves[2025],
				text: words,
				reference: 'TES-B-01 · 2025 · beurt 1',
				valences: { change: 'forward', level: null },
				...{ isImportant: false, shortened: null, isOutdated: false }
			}
		]);
		expect(context.events).toEqual([
			{ projectId: project.id, kind: 'decision', change: 'changed', ids: [rowId], actorId: project.users.author }
		]);
	});

	test('choosing it twice is choosing it once', async () => {
		const project = await addDisplayProject(store);
		const context = await authorOf(project);
		for (let times = 0; times < 2; times += 1)
			await chooseQuote(context, project.id, project.rowOf(project.theme), project.said[0].codingId);
		expect(await quotesOf(project)).toHaveLength(1);
	});

	test('a passage with a code below the theme belongs to the theme too, not the other way round', async () => {
		const project = await addDisplayProject(store);
		const context = await authorOf(project);
		const [wide, narrow] = project.said;
		expect((await chooseQuote(context, project.id, project.rowOf(project.theme), narrow.codingId)).ok).toBe(true);
		expect((await quotesOf(project)).map(({ codingId, codeId }) => [codingId, codeId])).toEqual([
			[narrow.codingId, project.theme]
		]);
		expect(await quotesOf(project, project.narrower)).toEqual([]);
		expect(await chooseQuote(context, project.id, project.rowOf(project.narrower), wide.codingId)).toEqual({
			ok: false,
			problems: [{ code: 'quote-other-theme', params: { theme: '’s Avonds op straat' } }]
		});
	});

	test('a quote of a respondent who does not want to be quoted is refused', async () => {
		const project = await addDisplayProject(store);
		const [said] = project.said;
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		const refused = await chooseQuote(await authorOf(project), project.id, project.rowOf(project.theme), said.codingId);
		expect(refused).toEqual({
			ok: false,
			problems: [{ code: 'quote-without-consent', params: { reference: 'TES-B-01 · 2025 · beurt 1' } }]
		});
		expect(await quotesOf(project)).toEqual([]);
	});

	test('when consent is taken back after choosing, the quote stays in its place without its words', async () => {
		const project = await addDisplayProject(store);
		const [said] = project.said;
		await chooseQuote(await authorOf(project), project.id, project.rowOf(project.theme), said.codingId);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', said.sourceId).execute();
		expect(await quotesOf(project)).toMatchObject([{ codingId: said.codingId, text: null }]);
	});

	test.each<[string, (project: DisplayProject) => Promise<unknown>]>([
		[
			'a coding that was removed',
			({ said }) =>
				store.db.updateTable('codings').set({ deleted_at: testNow }).where('id', '=', said[0].codingId).execute()
		],
		[
			'an interview that is no longer released',
			({ said }) =>
				store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', said[0].sourceId).execute()
		],
		[
			'an interview that was deleted',
			({ said }) =>
				store.db.updateTable('sources').set({ deleted_at: testNow }).where('id', '=', said[0].sourceId).execute()
		]
	])('%s is not quoted any more', async (_, change) => {
		const project = await addDisplayProject(store);
		await chooseQuote(await authorOf(project), project.id, project.rowOf(project.theme), project.said[0].codingId);
		expect(await quotesOf(project)).toHaveLength(1);
		await change(project);
		expect(await quotesOf(project)).toEqual([]);
	});

	test('a passage that is coded as something else stands apart, until it carries the theme again', async () => {
		const project = await addDisplayProject(store);
		const context = await authorOf(project);
		const { codingId } = project.said[0];
		valueOf(await chooseQuote(context, project.id, project.rowOf(project.theme), codingId));
		const recode = (codeId: string) =>
			store.db.updateTable('codings').set({ code_id: codeId }).where('id', '=', codingId).execute();
		const offTheme = async () => {
			const place = { pillarId: project.pillars.first, areaId: project.areas.district };
			const { rows } = valueOf(await readJointDisplay(context, project.id, place, 'nl'));
			return rows.find((row) => row.codeId === project.theme)?.quotesOffTheme.map((quote) => quote.codingId);
		};
		await recode(project.other);
		expect(await quotesOf(project)).toEqual([]);
		expect(await offTheme()).toEqual([codingId]);
		await recode(project.narrower);
		expect(await quotesOf(project)).toMatchObject([{ codingId, codeId: project.theme }]);
		expect(await offTheme()).toEqual([]);
	});

	test.each<[string, (project: DisplayProject, foreign: DisplayProject) => Promise<string> | string]>([
		['no id at all', () => 'onzin'],
		['an id that nothing has', () => newId()],
		['a coding of another project', (_, foreign) => foreign.said[0].codingId],
		[
			'a coding in another area',
			async (project) =>
				(await addVoice(store, project, { title: 'X-1', codeId: project.theme, areaId: project.areas.other })).codingId
		],
		[
			'a coding of a blind second coder',
			async (project) =>
				(await addVoice(store, project, { title: 'X-1', codeId: project.theme, layer: 'second' })).codingId
		],
		[
			'a coding in an interview that is not released',
			async (project) =>
				(await addVoice(store, project, { title: 'X-1', codeId: project.theme, status: 'uploaded' })).codingId
		],
		[
			'a coding in an interview of a round that the row does not count',
			async (project) =>
				(await addVoice(store, project, { title: 'X-1', codeId: project.theme, waveId: project.waves[2023] })).codingId
		]
	])('%s is unknown here', async (_, codingOf) => {
		const project = await addDisplayProject(store);
		const foreign = await addDisplayProject(store);
		const codingId = await codingOf(project, foreign);
		const refused = await chooseQuote(await authorOf(project), project.id, project.rowOf(project.theme), codingId);
		expect(refused).toEqual({ ok: false, problems: [{ code: 'coding-unknown' }] });
		expect(await quotesOf(project)).toEqual([]);
	});

	test('a row that does not exist takes no quotes', async () => {
		const project = await addDisplayProject(store);
		const foreign = await addDisplayProject(store);
		const context = await authorOf(project);
		const { codingId } = project.said[0];
		const outcome = async (rowId: string) => await chooseQuote(context, project.id, rowId, codingId);
		expect(await outcome('onzin')).toEqual({ ok: false, problems: [{ code: 'row-unknown' }] });
		expect(await outcome(project.rowOf(foreign.theme))).toEqual({ ok: false, problems: [{ code: 'row-unknown' }] });
		expect(await outcome(foreign.rowOf(foreign.theme))).toEqual({ ok: false, problems: [{ code: 'display-unknown' }] });
	});
});

describe('when a theme goes into another', () => {
	test('its quotes go along, its decisions stand in the history there, and both come back with an undo', async () => {
		const project = await addDisplayProject(store);
		const author = await authorOf(project);
		const manager = await contextFor(store, project.users['codebook-manager']);
		const [first, second] = project.said;
		const rowId = project.rowOf(project.theme);
		valueOf(await chooseQuote(author, project.id, rowId, first.codingId, { shortened: 'in één wijk (…)' }));
		valueOf(await chooseQuote(author, project.id, rowId, second.codingId));
		valueOf(await decideFit(author, project.id, rowId, { fit: 'confirms', metaInference: 'Het gaat beter.' }));
		const merging = { fromCodeId: project.theme, intoCodeId: project.other };
		const told = valueOf(await mergeCodes(manager, project.id, merging, { preview: 'true' }));
		expect(told).toMatchObject({ decisions: 1, chosenQuotes: 2 });
		expect(await quotesOf(project, project.other)).toEqual([]);

		const merged = valueOf(await mergeCodes(manager, project.id, merging, {}));
		expect(await quotesOf(project, project.other)).toMatchObject([
			{ codingId: first.codingId, codeId: project.other, shortened: 'in één wijk (…)' },
			{ codingId: second.codingId, codeId: project.other }
		]);
		const history = async (codeId: string) =>
			valueOf(await viewDecisionHistory(author, project.id, project.rowOf(codeId))).items;
		expect(await history(project.other)).toMatchObject([
			{ metaInference: 'Het gaat beter.', forerunner: 'Je veilig voelen', needsReview: true, changes: null }
		]);

		valueOf(await undoCodeMerge(manager, project.id, merged.id ?? ''));
		expect(await quotesOf(project, project.other)).toEqual([]);
		expect((await quotesOf(project)).map(({ codingId }) => codingId)).toEqual([first.codingId, second.codingId]);
		expect(await history(project.other)).toEqual([]);
		expect(await history(project.theme)).toMatchObject([{ forerunner: null }]);
	});
});

describe('taking a quote back', () => {
	test('it leaves the row; the coding stays', async () => {
		const project = await addDisplayProject(store);
		const context = await authorOf(project);
		const rowId = project.rowOf(project.theme);
		const [said, other] = project.said;
		await chooseQuote(context, project.id, rowId, said.codingId);
		await chooseQuote(context, project.id, rowId, other.codingId);
		expect(await dropQuote(context, project.id, rowId, said.codingId)).toEqual({ ok: true, value: null });
		expect((await quotesOf(project)).map(({ codingId }) => codingId)).toEqual([other.codingId]);
		const coding = await store.db
			.selectFrom('codings')
			.select('deleted_at')
			.where('id', '=', said.codingId)
			.executeTakeFirstOrThrow();
		expect(coding.deleted_at).toBe(null);
	});

	test('what was not chosen cannot be taken back', async () => {
		const project = await addDisplayProject(store);
		const foreign = await addDisplayProject(store);
		const context = await authorOf(project);
		await chooseQuote(await authorOf(foreign), foreign.id, foreign.rowOf(foreign.theme), foreign.said[0].codingId);
		const notChosen = { ok: false, problems: [{ code: 'quote-not-chosen' }] };
		const rowId = project.rowOf(project.theme);
		expect(await dropQuote(context, project.id, rowId, project.said[0].codingId)).toEqual(notChosen);
		expect(await dropQuote(context, project.id, rowId, foreign.said[0].codingId)).toEqual(notChosen);
		expect(await dropQuote(context, project.id, rowId, 'onzin')).toEqual(notChosen);
		expect(await quotesOf(foreign)).toHaveLength(1);
	});
});

test('choosing and taking back stand in the log without the words', async () => {
	const project = await addDisplayProject(store);
	const context = await authorOf(project);
	const rowId = project.rowOf(project.theme);
	const [said] = project.said;
	await chooseQuote(context, project.id, rowId, said.codingId);
	await dropQuote(context, project.id, rowId, said.codingId);
	await dropQuote(context, project.id, rowId, said.codingId);
	const lines = await store.db
		.selectFrom('audit_events')
		.select(['action', 'object_kind', 'object_id', 'actor_id'])
		.where('project_id', '=', project.id)
		.orderBy('sequence')
		.execute();
	const line = { object_kind: 'coding', object_id: said.codingId, actor_id: project.users.author };
	expect(lines).toEqual([
		{ action: 'quote.choose', ...line },
		{ action: 'quote.drop', ...line }
	]);
});

describe('who chooses quotes', () => {
	test('only an author does, and only in the areas of that role', async () => {
		const project = await addDisplayProject(store);
		const rowId = project.rowOf(project.theme);
		const elsewhere = await addUser(store, 'Auteur elders');
		await addMember(store, project.id, elsewhere, 'author', [project.areas.other]);
		const outcome = async (userId: string) => {
			const context = await contextFor(store, userId);
			const chosen = await chooseQuote(context, project.id, rowId, project.said[0].codingId);
			const dropped = await dropQuote(context, project.id, rowId, project.said[0].codingId);
			return [chosen, dropped].map((result) => (result.ok ? 'ok' : result.problems[0]?.code));
		};
		const refused = ['not-allowed', 'not-allowed'];
		for (const role of roles.filter((candidate) => candidate !== 'author'))
			expect([role, await outcome(project.users[role])]).toEqual([role, refused]);
		expect(await outcome(project.users.stranger)).toEqual(['project-unknown', 'project-unknown']);
		expect(await outcome(elsewhere)).toEqual(refused);
		expect(await outcome(project.users.author)).toEqual(['ok', 'ok']);
	});
});
