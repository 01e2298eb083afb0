import type { PseudonymChoice, PseudonymGroupAnswer } from '#lib/contract/pseudonym.ts';

/** What brings the decision on a group back to what it was. */
export const inverseOf = (before: PseudonymGroupAnswer): PseudonymChoice => {
	if (before.decision === 'open') return { decision: 'open', groupId: before.id };
	if (before.decision === 'rejected') return { decision: 'reject', groupId: before.id };
	if (before.mergedInto !== null) return { decision: 'merge', groupId: before.id, intoGroupId: before.mergedInto };
	const hits = before.accepted.length === before.hits.length ? null : before.accepted;
	return {
		decision: 'accept',
		groupId: before.id,
		hits,
		...(before.placeholder !== null && { placeholder: before.placeholder })
	};
};

/** What takes a step back: groups as they were, and what a person chose newly goes. */
export const stepBack = (
	before: readonly PseudonymGroupAnswer[],
	after: readonly PseudonymGroupAnswer[]
): readonly PseudonymChoice[] => {
	const known = new Map(before.map((group) => [group.id, group]));
	const present = new Map(after.map((group) => [group.id, group]));
	const changed = before.filter((group) => {
		const now = present.get(group.id);
		return now === undefined ? group.isOwn : JSON.stringify(decisionOf(now)) !== JSON.stringify(decisionOf(group));
	});
	return [
		...after
			.filter(({ id, isOwn }) => isOwn && !known.has(id))
			.map(({ id }) => ({ decision: 'open', groupId: id }) as const),
		...changed.filter((group) => !group.isOwn || present.has(group.id)).map(inverseOf),
		// Own words that were given up are chosen again.
		...changed
			.filter((group) => group.isOwn && !present.has(group.id))
			.map(
				(group) =>
					({
						decision: 'choose',
						kind: group.kind,
						hits: group.hits.map(({ start, end }) => ({ start, end })),
						...(group.placeholder !== null && { placeholder: group.placeholder })
					}) as const
			)
	];
};

const decisionOf = ({ decision, accepted, placeholder, mergedInto, hits }: PseudonymGroupAnswer) => ({
	decision,
	placeholder,
	mergedInto,
	accepted,
	hits: hits.length
});
