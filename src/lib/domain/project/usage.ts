import { failAll, ok, type Result } from '../problem.ts';

/** What keeps a part of the frame from being deleted. */
export type UseKind =
	| 'areas'
	| 'sources'
	| 'studies'
	| 'observations'
	| 'indicators'
	| 'codes'
	| 'explanations'
	| 'sessions'
	| 'decisions'
	| 'tables'
	| 'findings'
	| 'members'
	| 'reports'
	| 'editions'
	| 'lessons';

/** How often something is used, by kind; deleted interviews count, since they can come back. */
export type Usage = Readonly<Partial<Record<UseKind, number>>>;

/** Whether nothing uses it any more, so that it can be deleted without leaving holes; else one problem a kind of use. */
export const checkUnused = (usage: Usage): Result<null> => {
	const problems = Object.entries(usage)
		.filter(([, count]) => count > 0)
		.map(([kind, count]) => ({ code: 'in-use', params: { kind, count } }));
	return problems.length > 0 ? failAll(problems) : ok(null);
};
