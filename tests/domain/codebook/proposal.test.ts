import { describe, expect, test } from 'vitest';
import { codebookOf } from '../../../src/lib/domain/codebook/codebook.ts';
import {
	checkOpen,
	checkProposal,
	checkReason,
	checkReopen,
	mayReadPassage,
	stateOf,
	type CodeProposal,
	type ProposalState
} from '../../../src/lib/domain/codebook/proposal.ts';
import type { Access, Role } from '../../../src/lib/domain/project/membership.ts';

const access = (userId: string, role: Role): Access => ({
	userId,
	memberships: [{ id: 'm', userId, role, areaIds: null }]
});
const proposal = (state: ProposalState): CodeProposal => ({
	id: 'p',
	name: 'Angst',
	parentId: null,
	definition: '',
	why: '',
	passage: { sourceId: 's', version: 1, range: { start: 0, end: 3 } },
	layer: 'shared',
	proposerId: 'ans',
	proposedAt: new Date(0),
	outcome: state === 'open' ? null : { state, by: 'bo', at: new Date(1), reason: 'Omdat', codeId: null, codingId: null }
});

test('a proposal without an outcome is open', () => {
	expect([stateOf(proposal('open')), stateOf(proposal('merged'))]).toEqual(['open', 'merged']);
});

test('a code is proposed below a code that is there, under a name', () => {
	const book = codebookOf([]);
	expect(checkProposal(book, { name: 'Angst', parentId: null }).ok).toBe(true);
	expect(checkProposal(book, { name: 'Angst', parentId: 'weg' })).toMatchObject({
		problems: [{ code: 'code-parent-unknown' }]
	});
	expect(checkProposal(book, { name: ' ', parentId: null })).toMatchObject({ problems: [{ code: 'code-name-empty' }] });
});

test.each(['accepted', 'merged', 'declined', 'withdrawn'] as const)('%s, it is not decided on again', (state) => {
	expect(checkOpen(proposal('open')).ok).toBe(true);
	expect(checkOpen(proposal(state))).toMatchObject({ problems: [{ code: 'proposal-decided', params: { state } }] });
});

test('a merge and a refusal need a reason, an acceptance does not', () => {
	expect([checkReason('merged', ' ').ok, checkReason('declined', '').ok]).toEqual([false, false]);
	expect([checkReason('accepted', '').ok, checkReason('declined', 'Te smal.').ok]).toEqual([true, true]);
});

describe('open again', () => {
	const [ans, bo, cas] = [access('ans', 'coder'), access('bo', 'codebook-manager'), access('cas', 'coder')];
	test.each([
		['declined', [false, true, false]],
		['withdrawn', [true, false, false]],
		['open', [false, false, false]]
	] as const)('%s: proposer, manager, colleague', (state, expected) => {
		expect([ans, bo, cas].map((who) => checkReopen(who, proposal(state)).ok)).toEqual(expected);
	});
});

test('who codes an interview blind reads the words of own proposals only', () => {
	const target = { areaPath: [], isReleased: true };
	const reads = (userId: string, isBlind: boolean) =>
		mayReadPassage(access(userId, 'coder'), { proposerId: 'ans' }, { target, isBlind });
	expect([reads('ans', true), reads('cas', true), reads('cas', false)]).toEqual([true, false, true]);
	expect(mayReadPassage(access('ans', 'coder'), { proposerId: 'ans' }, { target: null, isBlind: false })).toBe(false);
});
