import { describe, expect, test } from 'vitest';
import { decidedGroups, type PseudonymDecision, type PseudonymGroup } from '#lib/domain/source/pseudonym.ts';
import { positionMap } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { decideGroup, type Choice, type DecisionFacts } from '#lib/privacy/decide-group.ts';
import { marked } from '../support/marked.ts';

const { text, ranges } = marked('👵🏽 <a>Riet</a> zei: <b>Riet</b> en <c>Wim</c>, <d>Riet Doddekamp</d>. En Şükran.');
const at = (name: string): Range => ranges[name] ?? { start: 0, end: 1 };
const group = (id: string, ...hits: readonly Range[]): PseudonymGroup => ({
	...{ id, kind: 'name', sureness: 'likely', isOwn: false },
	hits: hits.map((range) => ({ ...range, kind: 'name', rule: 'first-name', sureness: 'likely' }))
});
const riet = group('riet', at('a'), at('b'));
const wim = group('wim', at('c'));
const full = group('full', at('d'));

/** Decides one after another, as a person does. */
const decide = (choices: readonly Choice[], changes: Partial<DecisionFacts> = {}) => {
	const decisions = new Map<string, PseudonymDecision>();
	for (const choice of choices) {
		const taken = new Set([...decisions.values()].flatMap(({ placeholder }) => placeholder ?? []));
		const facts: DecisionFacts = {
			...{ map: positionMap(text), found: [riet, wim, full], decisions, taken, elsewhere: new Map() },
			ownId: (kind, words) => `${kind} ${words}`,
			...changes
		};
		const decided = decideGroup(facts, choice);
		if (!decided.ok) return decided.problems.map(({ code }) => code).join();
		if (decided.value.removed !== null) decisions.delete(decided.value.removed);
		for (const decision of decided.value.saved) decisions.set(decision.groupId, decision);
	}
	return decidedGroups([riet, wim, full], [...decisions.values()]).map(({ id, decision, placeholder, accepted }) =>
		[id, decision, placeholder, accepted.length].join(' ')
	);
};
const accept = (groupId: string, placeholder?: string, hits: readonly Range[] | null = null): Choice => ({
	decision: 'accept',
	groupId,
	hits,
	placeholder
});

describe('deciding about a group', () => {
	test('accepts all its hits under the next number', () => {
		expect(decide([accept('wim'), accept('riet')])).toEqual([
			'riet accepted [NAAM_2] 2',
			'wim accepted [NAAM_1] 1',
			'full open  0'
		]);
	});

	test('accepts one hit only; the others are no name then', () => {
		expect(decide([accept('riet', undefined, [at('b')])])).toContain('riet accepted [NAAM_1] 1');
		expect(decide([accept('riet', undefined, [{ start: 0, end: 2 }])])).toBe('pseudonym-hit-unknown');
	});

	test('keeps its placeholder when it is accepted again', () => {
		expect(decide([accept('riet'), accept('wim'), accept('riet', undefined, [at('a')])])).toContain(
			'riet accepted [NAAM_1] 1'
		);
	});

	test('rejects, and takes back', () => {
		expect(decide([{ decision: 'reject', groupId: 'wim' }])).toContain('wim rejected  0');
		expect(decide([accept('wim'), { decision: 'open', groupId: 'wim' }])).toContain('wim open  0');
		expect(decide([accept('nobody')])).toBe('pseudonym-group-unknown');
	});

	test('takes a placeholder that a person wrote, unless it shows the name', () => {
		expect(decide([accept('wim', '[buurman]')])).toContain('wim accepted [buurman] 1');
		expect(decide([accept('wim', '[buurman Wim]')])).toBe('placeholder-shows-name');
	});

	test('merges two names of one person: both have its placeholder, also when that changes later', () => {
		const merge: Choice = { decision: 'merge', groupId: 'full', intoGroupId: 'riet' };
		expect(decide([merge])).toEqual(['riet accepted [NAAM_1] 2', 'wim open  0', 'full accepted [NAAM_1] 1']);
		expect(decide([merge, accept('riet', '[buurvrouw]')])).toContain('full accepted [buurvrouw] 1');
		expect(decide([merge, { decision: 'merge', groupId: 'riet', intoGroupId: 'full' }])).toBe('pseudonym-merge-circle');
		expect(decide([{ decision: 'merge', groupId: 'riet', intoGroupId: 'riet' }])).toBe('pseudonym-merge-circle');
	});

	test('takes words that no rule found, and adds more places of the same words', () => {
		const start = positionMap(text).toPosition(text.indexOf('Şükran'));
		const own: Choice = { decision: 'choose', kind: 'name', hits: [{ start, end: start + 6 }] };
		expect(decide([own, own])).toContain('name Şükran accepted [NAAM_1] 1');
		expect(decide([own, { decision: 'reject', groupId: 'name Şükran' }])).toHaveLength(3);
		expect(decide([{ ...own, hits: [{ start: start - 1, end: start + 6 }] }])).toBe('pseudonym-choice-invalid');
		expect(decide([{ ...own, hits: [{ start: 0, end: 10_000 }] }])).toBe('pseudonym-choice-invalid');
	});

	test('has the placeholder of the whole project, where numbers hold there', () => {
		expect(decide([accept('riet'), accept('wim')], { elsewhere: new Map([['riet', '[NAAM_7]']]) })).toContain(
			'riet accepted [NAAM_7] 2'
		);
	});
});

test('of a group of which one hit was replaced, the others are no name; one that lost its hits before is open', () => {
	const decision: PseudonymDecision = {
		...{ groupId: 'riet', kind: 'name', decision: 'accepted', hits: [], isOwn: false },
		...{ placeholder: '[NAAM_1]', mergedInto: null, replacedIn: 2 }
	};
	expect(decidedGroups([riet], [decision])[0]?.decision).toBe('rejected');
	expect(decidedGroups([riet], [{ ...decision, replacedIn: null }])[0]?.decision).toBe('open');
	// All hits of a name are accepted: one that turns up later is too.
	expect(decidedGroups([riet], [{ ...decision, hits: null }])[0]?.decision).toBe('accepted');
});
