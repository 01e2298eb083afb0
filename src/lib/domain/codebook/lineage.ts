import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';

/** That a code carries on what an older code stood for, e.g. after a merge or when it was made anew. */
export type Forerunner = { readonly codeId: CodeId; readonly forerunnerId: CodeId };

/** What came before a code and what came after it, through all steps; nearest first, the code itself left out. */
export type Lineage = { readonly before: readonly CodeId[]; readonly after: readonly CodeId[] };

/** All forerunners and followers of a code, so that codings of both rounds can be counted as one theme. */
export const lineage = (links: readonly Forerunner[], codeId: CodeId): Lineage => ({
	before: walk(codeId, (id) => links.filter((link) => link.codeId === id).map(({ forerunnerId }) => forerunnerId)),
	after: walk(codeId, (id) => links.filter((link) => link.forerunnerId === id).map((link) => link.codeId))
});

/** Whether a code may be called the forerunner of another: not itself, and never in a circle. */
export const checkForerunner = (links: readonly Forerunner[], { codeId, forerunnerId }: Forerunner): Result<null> => {
	if (codeId === forerunnerId) return fail('forerunner-itself', undefined, 'forerunnerIds');
	if (lineage(links, codeId).after.includes(forerunnerId)) return fail('forerunner-circle', undefined, 'forerunnerIds');
	return ok(null);
};

const walk = (start: CodeId, next: (id: CodeId) => readonly CodeId[]): readonly CodeId[] => {
	const found = new Set<CodeId>([start]);
	for (const id of found) for (const one of next(id)) found.add(one); // a Set also visits what is added on the way
	found.delete(start);
	return [...found];
};
