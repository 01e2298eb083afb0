import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '#lib/domain/project/membership.ts';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewQuoteChoices } from '#lib/server/views/quote-choices.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject, addVoice, type DisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const choices = async (project: DisplayProject, query: Record<string, unknown> = {}) => {
	const context = await contextFor(store, project.users.author);
	const answer = await viewQuoteChoices(context, project.id, project.rowOf(project.theme), query);
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
	return answer.value;
};
const references = async (project: DisplayProject, query: Record<string, unknown> = {}) =>
	(await choices(project, query)).items.map(({ reference }) => reference);

test('the passages of the theme and of the codes below it are listed by interview', async () => {
	const project = await addDisplayProject(store);
	expect(await references(project)).toEqual([
		'TES-B-01 · 2025 · beurt 1',
		'TES-B-02 · 2025 · beurt 1',
		'TES-P-01 · 2025 · beurt 1'
	]);
});

test('what the row does not count is not offered', async () => {
	const project = await addDisplayProject(store);
	const { theme, areas, waves } = project;
	await addVoice(store, project, { title: 'A-ander-gebied', codeId: theme, areaId: areas.other });
	await addVoice(store, project, { title: 'A-blind', codeId: theme, layer: 'second' });
	await addVoice(store, project, { title: 'A-eerder', codeId: theme, waveId: waves[2023] });
	await addVoice(store, project, { title: 'A-niet-vrij', codeId: theme, status: 'uploaded' });
	await addVoice(store, project, { title: 'A-thema', codeId: project.other });
	expect(await references(project)).toHaveLength(3);
	await store.db.updateTable('projects').set({ include_earlier_waves: true }).where('id', '=', project.id).execute();
	expect(await references(project)).toEqual([
		'A-eerder · 2023 · beurt 1',
		'TES-B-01 · 2025 · beurt 1',
		'TES-B-02 · 2025 · beurt 1',
		'TES-P-01 · 2025 · beurt 1'
	]);
});

test('group and valence narrow the list, so that counter-examples are found', async () => {
	const project = await addDisplayProject(store);
	await addVoice(store, project, { title: 'TES-B-03', codeId: project.theme, change: 'backward', level: 'improve' });
	expect(await references(project, { group: 'professional' })).toEqual(['TES-P-01 · 2025 · beurt 1']);
	expect(await references(project, { valence: 'backward' })).toEqual(['TES-B-03 · 2025 · beurt 1']);
	expect(await references(project, { valence: 'improve' })).toEqual(['TES-B-03 · 2025 · beurt 1']);
	expect(await references(project, { valence: 'good' })).toEqual([]);
});

test('what a coder marked with ★ comes first, and can be asked for alone', async () => {
	const project = await addDisplayProject(store);
	const late = project.said[2];
	await store.db.updateTable('codings').set({ is_important: true }).where('id', '=', late.codingId).execute();
	expect(await references(project)).toEqual([
		'TES-P-01 · 2025 · beurt 1',
		'TES-B-01 · 2025 · beurt 1',
		'TES-B-02 · 2025 · beurt 1'
	]);
	expect((await choices(project)).items.map(({ isImportant }) => isImportant)).toEqual([true, false, false]);
	expect(await references(project, { important: 'true' })).toEqual(['TES-P-01 · 2025 · beurt 1']);
	expect(await references(project, { important: 'true', group: 'resident' })).toEqual([]);
});

test('pages follow each other without a gap or a double', async () => {
	const project = await addDisplayProject(store);
	await store.db
		.updateTable('codings')
		.set({ is_important: true })
		.where('id', '=', project.said[1].codingId)
		.execute();
	const seen: string[] = [];
	let cursor: string | null = null;
	do {
		const page = await choices(project, { limit: 2, ...(cursor !== null && { cursor }) });
		seen.push(...page.items.map(({ reference }) => reference));
		cursor = page.nextCursor;
	} while (cursor !== null);
	expect(seen).toEqual(await references(project));
});

test('a cursor that is none is refused', async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	const cursor = btoa(JSON.stringify([2, 'x', 1, 'y'])).replaceAll('=', '');
	const answer = await viewQuoteChoices(context, project.id, project.rowOf(project.theme), { cursor });
	expect(answer).toEqual({ ok: false, problems: [{ code: 'cursor-invalid', at: 'cursor' }] });
});

test('what was chosen says so, and what may not be quoted comes without its words', async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	const [first, second] = project.said;
	await chooseQuote(context, project.id, project.rowOf(project.theme), first.codingId);
	await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', second.sourceId).execute();
	const { items } = await choices(project);
	expect(items.map(({ isChosen, text }) => [isChosen, text !== null])).toEqual([
		[true, true],
		[false, false],
		[false, true]
	]);
});

test('only who reads codings sees the passages', async () => {
	const project = await addDisplayProject(store);
	const outcomes = await Promise.all(
		[...roles, 'stranger' as const].map(async (role) => {
			const context = await contextFor(store, project.users[role]);
			const answer = await viewQuoteChoices(context, project.id, project.rowOf(project.theme), {});
			return [role, answer.ok ? 'ok' : answer.problems[0]?.code];
		})
	);
	expect(Object.fromEntries(outcomes)).toEqual({
		administrator: 'not-allowed',
		interviewer: 'not-allowed',
		coder: 'ok',
		'codebook-manager': 'ok',
		author: 'ok',
		reader: 'not-allowed',
		'key-holder': 'not-allowed',
		stranger: 'project-unknown'
	});
});
