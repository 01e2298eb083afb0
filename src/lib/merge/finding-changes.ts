import { fnv1a64 } from '../domain/hash.ts';
import type { BasisFinding } from '../domain/integration/decision-basis.ts';
import type { ShownFinding } from './study-evidence.ts';

/** How many findings of studies came, changed or went since a decision. They never reopen it. */
export type FindingChanges = { readonly added: number; readonly changed: number; readonly gone: number };

/** The findings that stood beside a row when somebody decided, as they are kept: which, and a sign of what each said. */
export const keptFindings = (findings: readonly ShownFinding[]): readonly BasisFinding[] =>
	findings.map(({ id, text, direction }) => ({ id, sign: fnv1a64(JSON.stringify([text, direction])) }));

/** What became of findings since a decision; null = nothing, or it is not kept what stood there. */
export const findingsSince = (
	before: readonly BasisFinding[] | undefined,
	findings: readonly ShownFinding[]
): FindingChanges | null => {
	if (!before) return null;
	const was = new Map(before.map(({ id, sign }) => [id, sign]));
	const now = keptFindings(findings);
	const added = now.filter(({ id }) => !was.has(id)).length;
	const changed = now.filter(({ id, sign }) => (was.get(id) ?? sign) !== sign).length;
	const gone = before.filter(({ id }) => !now.some((one) => one.id === id)).length;
	return added + changed + gone === 0 ? null : { added, changed, gone };
};
