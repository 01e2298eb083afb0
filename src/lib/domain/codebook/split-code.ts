import { fail, ok, type Result } from '../problem.ts';
import type { CodingId } from '../project/ids.ts';

/** To which target a coding goes; `changedAt` = when the coding last changed, as the person who decided read it. */
export type Assignment = {
	readonly codingId: CodingId;
	readonly target: number;
	readonly changedAt?: string | undefined;
};

/** The codings that each target gets, and how many stay because someone went on with them in the meantime. */
export type Division = { readonly lists: readonly (readonly CodingId[])[]; readonly left: number };

/** Hands codings out: those that still have the code and are as they were when they were read. */
export const divide = (
	present: readonly { readonly id: CodingId; readonly changedAt: string }[],
	assignments: readonly Assignment[],
	targets: number
): Result<Division> => {
	const changedAt = new Map(present.map((coding) => [coding.id, coding.changedAt]));
	const lists: CodingId[][] = Array.from({ length: targets }, () => []);
	const seen = new Set<CodingId>();
	let left = 0;
	for (const { codingId, target, changedAt: read } of assignments) {
		const list = lists[target];
		if (!list) return fail('code-split-target', { target }, 'assignments');
		if (seen.has(codingId)) return fail('code-split-twice', undefined, 'assignments');
		seen.add(codingId);
		const now = changedAt.get(codingId);
		if (now === undefined || (read !== undefined && Date.parse(read) !== Date.parse(now))) left += 1;
		else list.push(codingId);
	}
	return ok({ lists, left });
};
