import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeChangesAnswer } from '../../src/lib/contract/code-change.ts';
import { addProposal } from '../../src/lib/server/commands/add-proposal.ts';
import { decideProposal } from '../../src/lib/server/commands/decide-proposal.ts';
import { reopenProposal } from '../../src/lib/server/commands/reopen-proposal.ts';
import { redoCodeChange, undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listChanges } from '../../src/lib/server/views/code-changes.ts';
import { readProposal } from '../../src/lib/server/views/code-proposals.ts';
import { listCodes } from '../../src/lib/server/views/list-codes.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addCoding,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

/** An accepted proposal is one change of the codebook: one line in its log, one undo, one redo. */

let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let colleague: string;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, 'Het 😀 park is veiliger, maar één ouder durft niet.');
	colleague = await addUser(store, 'Collega');
	await addMember(store, project.id, colleague, 'codebook-manager');
});

const manager = () => contextFor(store, project.users['codebook-manager']);
const other = () => contextFor(store, colleague);
const accepted = async () => {
	const passage = { sourceId: source.id, version: 1, start: 4, end: 10 };
	const coder = await contextFor(store, project.users.coder);
	const { id } = valueOf(
		await addProposal(coder, project.id, { name: 'Angst é', why: 'Mist', definition: 'Zo.', ...passage })
	);
	const input = { decision: 'accept', reason: 'Goed gezien.' };
	const { outcome } = valueOf(await decideProposal(await manager(), project.id, id, input));
	return { id, codeId: outcome?.code?.id ?? '' };
};
const log = async () => valueOf(await listChanges(await manager(), project.id, {}));
const undo = async () => undoCodeChange(await manager(), project.id, (await log()).undo?.id ?? '');
const redo = async () => redoCodeChange(await manager(), project.id, (await log()).redo?.id ?? '');
const whole = async (proposalId: string) => ({
	codes: valueOf(await listCodes(await manager(), project.id, {})).items,
	codings: await store.db
		.selectFrom('codings')
		.select(['id', 'code_id', 'coder_id', 'quote', 'changed_at'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.execute(),
	proposal: valueOf(await readProposal(await manager(), project.id, proposalId))
});

describe('an accepted proposal', () => {
	test('is one line in the log of the codebook, with what it touches', async () => {
		const { id, codeId } = await accepted();
		const answer = await log();
		expect(codeChangesAnswer.parse(answer)).toEqual(answer);
		expect(answer.items).toMatchObject([
			{
				...{ kind: 'add', proposalId: id, codes: [{ id: codeId, name: 'Angst é' }], codesInAll: 1 },
				...{ codings: 1, interviews: 1, otherTexts: 0, isMine: true, canUndo: true }
			}
		]);
	});

	test('is taken back in one step with its coding, waits again, and is accepted again in one step as it was', async () => {
		const { id } = await accepted();
		const before = await whole(id);
		valueOf(await undo());
		expect(await whole(id)).toMatchObject({ codes: [], codings: [], proposal: { state: 'open', outcome: null } });
		valueOf(await redo());
		expect(await whole(id)).toEqual(before);
		valueOf(await undo());
		expect(await whole(id)).toMatchObject({ codes: [], codings: [], proposal: { state: 'open' } });
	});

	test('tells other screens of the code, the coding and the proposal when it is taken back and done again', async () => {
		const { id } = await accepted();
		const events: unknown[] = [];
		const context = { ...(await manager()), publish: (event: unknown) => events.push(event) };
		valueOf(await undoCodeChange(context, project.id, (await log()).undo?.id ?? ''));
		expect(events).toMatchObject([
			{ kind: 'coding', change: 'removed', sourceId: source.id },
			{ kind: 'code', change: 'removed' },
			{ kind: 'proposal', change: 'changed', ids: [id] },
			{ kind: 'code', change: 'changed' }
		]);
		events.length = 0;
		valueOf(await redoCodeChange(context, project.id, (await log()).redo?.id ?? ''));
		expect(events).toMatchObject([
			{ kind: 'coding', change: 'added', sourceId: source.id },
			{ kind: 'proposal', change: 'changed', ids: [id] },
			{ kind: 'code', change: 'changed' }
		]);
	});

	test('stays once others used its code; what the person did before it is undone next', async () => {
		const { id, codeId } = await accepted();
		const change = (await log()).undo?.id ?? '';
		await addCoding(store, project, source, { start: 0, end: 3 }, codeId);
		expect(await log()).toMatchObject({ undo: null, items: [{ canUndo: false }] });
		const before = await whole(id);
		expect(codesOf(await undoCodeChange(await manager(), project.id, change))).toEqual(['proposal-code-in-use']);
		expect(await whole(id)).toEqual(before);
	});

	test('stays once a colleague changed its code', async () => {
		const { id, codeId } = await accepted();
		const change = (await log()).undo?.id ?? '';
		valueOf(await updateCode(await other(), project.id, codeId, { definition: 'Anders.' }));
		const before = await whole(id);
		expect(codesOf(await undoCodeChange(await manager(), project.id, change))).toEqual(['code-in-use']);
		expect(await whole(id)).toEqual(before);
	});

	test('that is opened from the list of proposals is undone in the log too, and can be done again there', async () => {
		const { id } = await accepted();
		const before = await whole(id);
		valueOf(await reopenProposal(await manager(), project.id, id));
		expect(await log()).toMatchObject({ undo: null, redo: { proposalId: id }, items: [{ canRedo: true }] });
		valueOf(await redo());
		expect(await whole(id)).toEqual(before);
	});

	test('that a colleague opened is not accepted again by redo', async () => {
		const { id } = await accepted();
		const change = (await log()).undo?.id ?? '';
		valueOf(await reopenProposal(await other(), project.id, id));
		expect(await log()).toMatchObject({ undo: null, redo: null, items: [{ canUndo: false, canRedo: false }] });
		expect((await redoCodeChange(await manager(), project.id, change)).ok).toBe(false);
		expect((await whole(id)).proposal.state).toBe('open');
	});

	test('that was decided on otherwise after it was taken back is not accepted again', async () => {
		const { id } = await accepted();
		valueOf(await undo());
		valueOf(await decideProposal(await other(), project.id, id, { decision: 'decline', reason: 'Toch niet.' }));
		expect(codesOf(await redo())).toEqual(['proposal-decided']);
		expect(await whole(id)).toMatchObject({ codes: [], proposal: { state: 'declined' } });
	});
});
