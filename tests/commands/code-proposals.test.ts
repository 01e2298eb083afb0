import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProposalAnswer } from '../../src/lib/contract/code-proposal.ts';
import { addProposal } from '../../src/lib/server/commands/add-proposal.ts';
import { decideProposal, withdrawProposal } from '../../src/lib/server/commands/decide-proposal.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { reopenProposal } from '../../src/lib/server/commands/reopen-proposal.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listProposals, readProposal } from '../../src/lib/server/views/code-proposals.ts';
import { listCodes } from '../../src/lib/server/views/list-codes.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
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

const words = 'Het 😀 park is een stuk veiliger, maar de ouders durven niet.';
let store: Store;
let project: TestProject;
let source: { id: string; text: string };
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, words, { title: 'VOL-B-01' });
});

type Role = keyof TestProject['users'];
const as = (role: Role): Promise<Context> => contextFor(store, project.users[role]);
const propose = async (input: Readonly<Record<string, unknown>> = {}, role: Role = 'coder') =>
	addProposal(await as(role), project.id, {
		name: 'Angst van ouders',
		why: 'Gaat niet over het park.',
		sourceId: source.id,
		version: 1,
		start: 4,
		end: 10,
		...input
	});
const proposed = async (input: Readonly<Record<string, unknown>> = {}): Promise<ProposalAnswer> =>
	valueOf(await propose(input));
const decide = async (id: string, input: unknown) =>
	decideProposal(await as('codebook-manager'), project.id, id, input);
const names = async (): Promise<readonly string[]> =>
	valueOf(await listCodes(await as('coder'), project.id, {})).items.map(({ name }) => name);
const codings = () =>
	store.db
		.selectFrom('codings')
		.select(['id', 'code_id', 'coder_id', 'quote', 'layer'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.execute();

describe('a code is proposed', () => {
	test('from a passage, which is shown in its sentence; nothing is coded yet', async () => {
		const proposal = await proposed();
		expect(proposal).toMatchObject({
			name: 'Angst van ouders',
			state: 'open',
			outcome: null,
			passage: { sourceTitle: 'VOL-B-01', turn: 1, status: 'present', quote: '😀 park', before: 'Het ' },
			permissions: { mayDecide: false, mayWithdraw: true, mayReopen: false }
		});
		expect(await codings()).toEqual([]);
		expect(await names()).toEqual([]);
	});

	test('from a long text, which is shown around it up to a whole word', async () => {
		const around = 'Alle moeders durven niet 😀 '.repeat(20);
		const long = await addSource(store, project, `${around}het park ${around}`, { title: 'VOL-B-02' });
		const start = [...around].length;
		const { passage } = await proposed({ sourceId: long.id, start, end: start + 8 });
		expect(passage.quote).toBe('het park');
		const sentence = 'Alle moeders durven niet 😀';
		const cut = ({ before, after }: typeof passage) => [before.split(sentence)[0], after.split(sentence).at(-1)];
		expect(cut(passage)).toEqual(['… moeders durven niet 😀 ', ' Alle moeders durven …']);
		expect([...passage.before].length).toBeLessThanOrEqual(242);
	});

	test.each([
		['a name that is taken', { name: 'Ouders' }, 'code-name-taken'],
		['a passage beside the text', { end: 900 }, 'range-outside-text'],
		['a passage without words', { start: 3, end: 4 }, 'range-empty'],
		['another version of the text', { version: 2 }, 'version-conflict'],
		['no name', { name: ' ' }, 'input-empty']
	])('not with %s', async (_what, input, problem) => {
		await addCode(store, project, 'ouders');
		expect(codesOf(await propose(input))).toEqual([problem]);
	});

	test('below a code of this project only', async () => {
		const parentId = await addCode(store, await addProject(store), 'Elders');
		expect(codesOf(await propose({ parentId }))).toEqual(['code-parent-unknown']);
	});
});

describe('who keeps the codebook decides', () => {
	test('accepted, it is a code, and the passage is coded for who proposed it', async () => {
		const events: unknown[] = [];
		const { id } = await proposed();
		const manager = { ...(await as('codebook-manager')), publish: (event: unknown) => events.push(event) };
		const answer = valueOf(await decideProposal(manager, project.id, id, { decision: 'accept', name: 'Bange ouders' }));
		expect(answer).toMatchObject({ state: 'accepted', outcome: { code: { path: 'Bange ouders', isGone: false } } });
		expect(await names()).toEqual(['Bange ouders']);
		expect(await codings()).toEqual([
			{
				id: answer.outcome?.codingId,
				code_id: answer.outcome?.code?.id,
				coder_id: project.users.coder,
				quote: '😀 park',
				layer: 'shared'
			}
		]);
		expect(events).toMatchObject([
			{ kind: 'code', change: 'added' },
			{ kind: 'coding', change: 'added', sourceId: source.id, version: 1 },
			{ kind: 'proposal', change: 'changed', ids: [id] }
		]);
	});

	test('merged, its passage gets the code that was there, and the reason is read by its proposer', async () => {
		const codeId = await addCode(store, project, 'Ouders');
		const { id } = await proposed();
		valueOf(await decide(id, { decision: 'merge', codeId, reason: 'Zegt hetzelfde.' }));
		expect((await codings()).map(({ code_id }) => code_id)).toEqual([codeId]);
		const seen = valueOf(await readProposal(await as('coder'), project.id, id));
		expect(seen.outcome).toMatchObject({ reason: 'Zegt hetzelfde.', code: { path: 'Ouders' } });
	});

	test('merged into a code its proposer put there meanwhile, it makes no second coding', async () => {
		const codeId = await addCode(store, project, 'Ouders');
		const { id } = await proposed();
		await addCoding(store, project, source, { start: 4, end: 10 }, codeId, { coderId: project.users.coder });
		const { outcome } = valueOf(await decide(id, { decision: 'merge', codeId, reason: 'Zegt hetzelfde.' }));
		expect(outcome?.codingId).toBeNull();
		expect(await codings()).toHaveLength(1);
	});

	test('a merge and a refusal need a reason', async () => {
		const codeId = await addCode(store, project, 'Ouders');
		const { id } = await proposed();
		expect(codesOf(await decide(id, { decision: 'decline', reason: ' ' }))).toEqual(['proposal-reason-needed']);
		expect(codesOf(await decide(id, { decision: 'merge', codeId, reason: '' }))).toEqual(['proposal-reason-needed']);
	});

	test('not into a folder, and not into a code that was taken out meanwhile', async () => {
		const { id } = await proposed();
		const folder = await addCode(store, project, 'Map', { isCodable: false });
		const gone = await addCode(store, project, 'Weg');
		valueOf(await deleteCode(await as('codebook-manager'), project.id, gone, {}));
		const reason = 'Zegt hetzelfde.';
		expect(codesOf(await decide(id, { decision: 'merge', codeId: folder, reason }))).toEqual(['code-not-codable']);
		expect(codesOf(await decide(id, { decision: 'merge', codeId: gone, reason }))).toEqual(['code-unknown']);
	});

	test('below a code that was taken out meanwhile it needs another place', async () => {
		const parentId = await addCode(store, project, 'Sociaal');
		const { id } = await proposed({ parentId });
		valueOf(await deleteCode(await as('codebook-manager'), project.id, parentId, {}));
		expect(valueOf(await readProposal(await as('coder'), project.id, id)).parent).toMatchObject({ isGone: true });
		expect(codesOf(await decide(id, { decision: 'accept' }))).toEqual(['code-parent-unknown']);
		expect(valueOf(await decide(id, { decision: 'accept', parentId: null })).state).toBe('accepted');
	});

	test('of two who decide at once, the second is told that it was decided', async () => {
		const { id } = await proposed();
		const second = await addUser(store, 'Tweede beheerder');
		await addMember(store, project.id, second, 'codebook-manager');
		const results = await Promise.all([
			decide(id, { decision: 'accept' }),
			decideProposal(await contextFor(store, second), project.id, id, { decision: 'decline', reason: 'Te smal.' })
		]);
		expect(results.map((result) => (result.ok ? 'done' : codesOf(result)[0])).sort()).toEqual([
			'done',
			'proposal-decided'
		]);
	});

	test.each([
		['its text was mended', { version: 2 }, 'changed', '😀 park'],
		['its interview was taken away', { deleted_at: new Date() }, 'hidden', null]
	])('when %s, the code is made and the passage is left alone', async (_what, change, status, quote) => {
		const { id } = await proposed();
		await store.db.updateTable('sources').set(change).where('id', '=', source.id).execute();
		const answer = valueOf(await decide(id, { decision: 'accept' }));
		expect(answer.passage).toMatchObject({ status, quote });
		expect(answer.outcome).toMatchObject({ code: { path: 'Angst van ouders' }, codingId: null });
		expect(await codings()).toEqual([]);
	});

	test('when its proposer left the project, the code is made without a coding', async () => {
		const { id } = await proposed();
		await store.db.deleteFrom('memberships').where('user_id', '=', project.users.coder).execute();
		expect(valueOf(await decide(id, { decision: 'accept' })).outcome?.codingId).toBeNull();
	});

	test('every step leaves a line in the log, without words', async () => {
		const { id } = await proposed();
		valueOf(await decide(id, { decision: 'decline', reason: 'Te smal.' }));
		const lines = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_kind', 'object_id'])
			.where('project_id', '=', project.id)
			.orderBy('sequence')
			.execute();
		expect(lines.map(({ action, object_id }) => [action, object_id])).toEqual([
			['code-proposal.add', id],
			['code-proposal.decline', id]
		]);
	});
});

describe('what was done can be taken back', () => {
	test('a withdrawn proposal by its proposer, and nobody else', async () => {
		const { id } = await proposed();
		expect(valueOf(await withdrawProposal(await as('coder'), project.id, id)).state).toBe('withdrawn');
		expect(codesOf(await decide(id, { decision: 'accept' }))).toEqual(['proposal-decided']);
		expect(codesOf(await reopenProposal(await as('codebook-manager'), project.id, id))).toEqual(['proposal-of-other']);
		expect(valueOf(await reopenProposal(await as('coder'), project.id, id)).state).toBe('open');
	});

	test('a decision: the new code and its coding go, and the proposal waits again', async () => {
		const { id } = await proposed();
		valueOf(await decide(id, { decision: 'accept' }));
		expect(valueOf(await reopenProposal(await as('codebook-manager'), project.id, id)).state).toBe('open');
		expect([await names(), await codings()]).toEqual([[], []]);
		expect(valueOf(await decide(id, { decision: 'accept' })).state).toBe('accepted');
	});

	test('a merge: only the coding it made goes', async () => {
		const codeId = await addCode(store, project, 'Ouders');
		const kept = await addCoding(store, project, source, { start: 0, end: 3 }, codeId);
		const { id } = await proposed();
		valueOf(await decide(id, { decision: 'merge', codeId, reason: 'Zegt hetzelfde.' }));
		valueOf(await reopenProposal(await as('codebook-manager'), project.id, id));
		expect((await codings()).map((coding) => coding.id)).toEqual([kept]);
	});

	test('not once others used the new code, or its coding was changed: their work would be lost', async () => {
		const { id } = await proposed();
		const { outcome } = valueOf(await decide(id, { decision: 'accept' }));
		const codeId = outcome?.code?.id ?? '';
		const other = await addCoding(store, project, source, { start: 0, end: 3 }, codeId);
		const reopen = async () => reopenProposal(await as('codebook-manager'), project.id, id);
		expect(codesOf(await reopen())).toEqual(['proposal-code-in-use']);
		await store.db.deleteFrom('codings').where('id', '=', other).execute();
		await store.db.updateTable('codings').set({ changed_at: new Date() }).where('code_id', '=', codeId).execute();
		expect(codesOf(await reopen())).toEqual(['proposal-code-in-use']);
		expect(await names()).toEqual(['Angst van ouders']);
	});

	test('not once a colleague did something with the new code: a memo, a name, a colour, a definition, another place', async () => {
		const colleague = await addUser(store, 'Collega');
		await addMember(store, project.id, colleague, 'codebook-manager');
		const theirs = await contextFor(store, colleague);
		const above = await addCode(store, project, 'Ouders');
		const deeds: readonly ((codeId: string) => Promise<unknown>)[] = [
			(codeId) => writeMemo(store, project.id, colleague, { about: { kind: 'code', codeId } }),
			async (codeId) => valueOf(await updateCode(theirs, project.id, codeId, { name: 'Bange ouders 😀' })),
			async (codeId) => valueOf(await updateCode(theirs, project.id, codeId, { color: 3 })),
			async (codeId) => valueOf(await updateCode(theirs, project.id, codeId, { definition: 'Van ouders.' })),
			async (codeId) => valueOf(await updateCode(theirs, project.id, codeId, { parentId: above }))
		];
		for (const [at, deed] of deeds.entries()) {
			const { id } = await proposed({ name: `Angst ${at}`, definition: 'Zoals voorgesteld é.' });
			const { outcome } = valueOf(await decide(id, { decision: 'accept' }));
			await deed(outcome?.code?.id ?? '');
			const before = [await names(), await codings()];
			expect(codesOf(await reopenProposal(await as('codebook-manager'), project.id, id)), String(at)).toEqual([
				'code-in-use'
			]);
			expect([await names(), await codings()]).toEqual(before);
		}
	});

	test('with the definition it was proposed with, and once a colleague took an own change back', async () => {
		const { id } = await proposed({ definition: 'Zoals voorgesteld é.' });
		const { outcome } = valueOf(await decide(id, { decision: 'accept' }));
		const codeId = outcome?.code?.id ?? '';
		for (const name of ['Bange ouders', 'Angst van ouders'])
			valueOf(await updateCode(await as('codebook-manager'), project.id, codeId, { name }));
		expect(valueOf(await reopenProposal(await as('codebook-manager'), project.id, id)).state).toBe('open');
		expect([await names(), await codings()]).toEqual([[], []]);
	});

	test('not where a colleague wrote about its coding: with a new code nothing goes, merged the coding stays', async () => {
		const memoOn = async (codingId: string) =>
			writeMemo(store, project.id, project.users.coder, { about: { kind: 'coding', codingId } });
		const reopen = async (id: string) => reopenProposal(await as('codebook-manager'), project.id, id);
		const first = await proposed();
		valueOf(await decide(first.id, { decision: 'accept' }));
		const [made] = await codings();
		await memoOn(made?.id ?? '');
		expect(codesOf(await reopen(first.id))).toEqual(['proposal-code-in-use']);

		const codeId = await addCode(store, project, 'Ouders');
		const second = await proposed({ name: 'Ook ouders' });
		valueOf(await decide(second.id, { decision: 'merge', codeId, reason: 'Zegt hetzelfde.' }));
		const merged = (await codings()).find(({ id }) => id !== made?.id);
		await memoOn(merged?.id ?? '');
		expect(valueOf(await reopen(second.id)).state).toBe('open');
		expect(await codings()).toHaveLength(2);
	});

	test('an open proposal has no decision to take back', async () => {
		const { id } = await proposed();
		expect(codesOf(await reopenProposal(await as('codebook-manager'), project.id, id))).toEqual(['proposal-open']);
	});
});

describe('who sees what', () => {
	const seen = async (role: Role, query = {}) =>
		valueOf(await listProposals(await as(role), project.id, query)).items.map(({ name }) => name);

	test('newest first, by state, by interview and by proposer, a page at a time', async () => {
		await proposed({ name: 'Een' });
		const { id } = await proposed({ name: 'Twee' });
		valueOf(await decide(id, { decision: 'decline', reason: 'Te smal.' }));
		expect(await seen('author')).toEqual(['Twee', 'Een']);
		expect(await seen('author', { state: 'open' })).toEqual(['Een']);
		expect(await seen('author', { state: 'ended' })).toEqual(['Twee']);
		expect(await seen('codebook-manager', { mine: 'true' })).toEqual([]);
		expect(await seen('coder', { mine: 'true', sourceId: source.id })).toEqual(['Twee', 'Een']);
		const page = valueOf(await listProposals(await as('coder'), project.id, { limit: '1' }));
		const rest = await seen('coder', { cursor: page.nextCursor });
		expect([page.items.map(({ name }) => name), rest]).toEqual([['Twee'], ['Een']]);
	});

	test('a blind second coder is seen by who decides only, and does not see where others miss a code', async () => {
		const blind = await addUser(store, 'Blinde codeur');
		await addMember(store, project.id, blind, 'coder');
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
		await proposed({ name: 'Van het team' });
		const context = await contextFor(store, blind);
		const passage = { sourceId: source.id, version: 1, start: 0, end: 3 };
		const { id } = valueOf(await addProposal(context, project.id, { name: 'Van de blinde', ...passage }));
		const own = valueOf(await listProposals(context, project.id, {})).items.map(({ name }) => name);
		expect(own).toEqual(['Van de blinde']);
		expect(await seen('coder')).toEqual(['Van het team']);
		expect(await seen('codebook-manager')).toEqual(['Van de blinde', 'Van het team']);
		valueOf(await decide(id, { decision: 'accept' }));
		expect(await codings()).toMatchObject([{ coder_id: blind, layer: 'second' }]);
	});
});
