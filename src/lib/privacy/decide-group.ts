import { fail, ok, type Result } from '../domain/problem.ts';
import type { IdentifierKind } from '../domain/source/identifier.ts';
import { placeholderOf, type PseudonymDecision, type PseudonymGroup } from '../domain/source/pseudonym.ts';
import type { PositionMap } from '../domain/text/position.ts';
import { byStart, samePlace, type Range } from '../domain/text/range.ts';
import { checkPlaceholder, nextPlaceholder } from './placeholders.ts';

/** What a decision is made on. */
export type DecisionFacts = {
	readonly map: PositionMap;
	/** what the rules find now */
	readonly found: readonly PseudonymGroup[];
	readonly decisions: ReadonlyMap<string, PseudonymDecision>;
	/** placeholders in use: in this source, and in the whole project where numbers hold there */
	readonly taken: ReadonlySet<string>;
	/** placeholders that groups have in other sources of the project, where numbers hold there */
	readonly elsewhere: ReadonlyMap<string, string>;
	/** the id of a group that a person chooses, by its kind and words */
	readonly ownId: (kind: IdentifierKind, words: string) => string;
};

/** What a person can decide; `choose` is about words that no rule found. */
export type Choice =
	| {
			readonly decision: 'accept';
			readonly groupId: string;
			readonly hits: readonly Range[] | null;
			readonly placeholder?: string | undefined;
	  }
	| { readonly decision: 'reject'; readonly groupId: string }
	| { readonly decision: 'merge'; readonly groupId: string; readonly intoGroupId: string }
	| {
			readonly decision: 'choose';
			readonly kind: IdentifierKind;
			readonly hits: readonly Range[];
			readonly placeholder?: string | undefined;
	  }
	| { readonly decision: 'open'; readonly groupId: string };

/** What is stored: decisions, and the one that is taken back. */
export type Decided = { readonly saved: readonly PseudonymDecision[]; readonly removed: string | null };

const longestName = 200; // characters: an address with everything in it

/** Decides about one group. Problems: `pseudonym-group-unknown`, `pseudonym-hit-unknown`, `pseudonym-merge-circle`, those of a placeholder. */
export const decideGroup = (facts: DecisionFacts, choice: Choice): Result<Decided> => {
	if (choice.decision === 'choose') return choose(facts, choice);
	const { groupId } = choice;
	if (choice.decision === 'open')
		return facts.decisions.has(groupId)
			? ok({ saved: [], removed: groupId })
			: facts.found.some(({ id }) => id === groupId)
				? ok({ saved: [], removed: null })
				: fail('pseudonym-group-unknown');
	const group = groupOf(facts, groupId);
	if (!group) return fail('pseudonym-group-unknown');
	switch (choice.decision) {
		case 'reject':
			// Own words that are no name after all are simply no group any more.
			return group.isOwn
				? ok({ saved: [], removed: groupId })
				: ok({
						saved: [{ ...blank(group), decision: 'rejected', hits: null, placeholder: null }],
						removed: null
					});
		case 'accept': {
			const accepted = accept(facts, group, choice.hits, choice.placeholder);
			return accepted.ok ? ok({ saved: [accepted.value], removed: null }) : accepted;
		}
		case 'merge':
			return merge(facts, group, choice.intoGroupId);
		default:
			return choice satisfies never;
	}
};

/** A group the rules found, or one that a person chose. */
const groupOf = ({ found, decisions }: DecisionFacts, id: string): PseudonymGroup | null => {
	const own = decisions.get(id);
	if (own?.isOwn && own.hits && own.hits.length > 0)
		return {
			id,
			kind: own.kind,
			sureness: 'certain',
			isOwn: true,
			hits: own.hits.map((range) => ({ ...range, kind: own.kind, rule: 'own-choice', sureness: 'certain' }))
		};
	return found.find((group) => group.id === id) ?? null;
};

const blank = ({ id, kind, isOwn }: PseudonymGroup) => ({
	groupId: id,
	kind,
	isOwn,
	mergedInto: null,
	replacedIn: null
});

const accept = (
	facts: DecisionFacts,
	group: PseudonymGroup,
	hits: readonly Range[] | null,
	placeholder: string | undefined
): Result<PseudonymDecision> => {
	if (hits?.some((hit) => !group.hits.some((known) => samePlace(known, hit)))) return fail('pseudonym-hit-unknown');
	const words = group.hits.map(({ start, end }) => facts.map.slice(start, end));
	const chosen =
		placeholder === undefined
			? ok(presentOrNext(facts, group.id, group.kind, words[0] ?? ''))
			: checkPlaceholder(placeholder, group.kind, words);
	if (!chosen.ok) return chosen;
	const isAll = hits === null || group.hits.every((known) => hits.some((hit) => samePlace(known, hit)));
	return ok({
		...blank(group),
		decision: 'accepted',
		hits: group.isOwn ? group.hits.map(plain) : isAll ? null : [...hits].sort(byStart),
		placeholder: chosen.value
	});
};

const plain = ({ start, end }: Range): Range => ({ start, end });

/** The placeholder a group has already, here or elsewhere in the project; else the next one. */
const presentOrNext = (
	{ decisions, elsewhere, taken }: DecisionFacts,
	groupId: string,
	kind: IdentifierKind,
	words: string
): string => {
	const present = decisions.get(groupId);
	const own = present ? placeholderOf(present, decisions) : null;
	return own ?? elsewhere.get(groupId) ?? nextPlaceholder(kind, taken, words);
};

const merge = (facts: DecisionFacts, group: PseudonymGroup, intoGroupId: string): Result<Decided> => {
	const into = groupOf(facts, intoGroupId);
	if (!into) return fail('pseudonym-group-unknown', undefined, 'intoGroupId');
	const path = new Set<string>();
	for (let at: string | null = intoGroupId; at !== null && !path.has(at);) {
		path.add(at);
		at = facts.decisions.get(at)?.mergedInto ?? null;
	}
	if (path.has(group.id)) return fail('pseudonym-merge-circle', undefined, 'intoGroupId');
	const known = facts.decisions.get(intoGroupId);
	const first = known?.decision === 'accepted' ? ok(known) : accept(facts, into, null, undefined);
	if (!first.ok) return first;
	const before = facts.decisions.get(group.id);
	const hits = before?.decision === 'accepted' ? before.hits : group.isOwn ? group.hits.map(plain) : null;
	const merged: PseudonymDecision = {
		...blank(group),
		decision: 'accepted',
		hits,
		placeholder: placeholderOf(first.value, facts.decisions),
		mergedInto: intoGroupId
	};
	return ok({ saved: [first.value, merged], removed: null });
};

const choose = (
	facts: DecisionFacts,
	{ kind, hits, placeholder }: Extract<Choice, { decision: 'choose' }>
): Result<Decided> => {
	const { map, decisions, ownId } = facts;
	const isWrong = hits.some(({ start, end }) => {
		if (start >= end || end > map.length || end - start > longestName) return true;
		const words = map.slice(start, end);
		return words.trim() !== words || words.includes('\n');
	});
	const first = hits[0];
	if (isWrong || !first) return fail('pseudonym-choice-invalid', { longest: longestName }, 'hits');
	const groupId = ownId(kind, map.slice(first.start, first.end));
	const before = decisions.get(groupId)?.hits ?? [];
	const all = [...before, ...hits.filter((hit) => !before.some((known) => samePlace(known, hit)))].sort(byStart);
	const words = all.map(({ start, end }) => map.slice(start, end));
	const chosen =
		placeholder === undefined
			? ok(presentOrNext(facts, groupId, kind, words[0] ?? ''))
			: checkPlaceholder(placeholder, kind, words);
	if (!chosen.ok) return chosen;
	const decision: PseudonymDecision = {
		groupId,
		kind,
		isOwn: true,
		decision: 'accepted',
		hits: all.map(plain),
		placeholder: chosen.value,
		mergedInto: null,
		replacedIn: null
	};
	return ok({ saved: [decision], removed: null });
};
