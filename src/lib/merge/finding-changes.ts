import { fnv1a64 } from '../domain/hash.ts';
import type { BasisFinding, BasisObservation, DecisionBasis } from '../domain/integration/decision-basis.ts';
import type { SeenObservation } from './observed.ts';
import type { ShownEvidence, ShownFinding } from './study-evidence.ts';

/** How many came, changed or went. */
type Changes = { readonly added: number; readonly changed: number; readonly gone: number };

/** What became of findings of studies, and of observations of public space, since a decision. They never reopen it. */
export type FindingChanges = Changes & { readonly observations: Changes };

/** What stands beside a row, besides its figures and voices. */
export type BesideRow = {
	/** about the figures of the theme */
	readonly findings: readonly ShownFinding[];
	/** about the pillar as a whole */
	readonly pillarFindings: readonly ShownFinding[];
	readonly observed: readonly SeenObservation[];
};

/** What stands beside a row of a display; observations are those of its pillar in its area, in rounds that count. */
export const besideRow = (
	{ findings }: { readonly findings: readonly ShownFinding[] },
	studies: ShownEvidence,
	observed: readonly SeenObservation[]
): BesideRow => ({
	findings,
	pillarFindings: studies.findings.filter(({ indicatorIds }) => indicatorIds.length === 0),
	observed
});

type Kept = Required<Pick<DecisionBasis, 'findings' | 'pillarFindings' | 'observed'>>;

/** What stood beside a row when somebody decided, as it is kept: which, and a sign of what each said. */
export const keptBeside = ({ findings, pillarFindings, observed }: BesideRow): Kept => ({
	findings: findings.map(signedFinding),
	pillarFindings: pillarFindings.map(signedFinding),
	observed: observed.map(({ sourceId, codes }) => ({
		sourceId,
		sign: fnv1a64(
			JSON.stringify(
				codes
					.map(({ codeId, codings, forward, backward, good, improve }) =>
						[codeId, codings, forward, backward, good, improve].join(' ')
					)
					.sort()
			)
		)
	}))
});

const signedFinding = ({ id, text, direction }: ShownFinding): BasisFinding => ({
	...{ id, sign: fnv1a64(JSON.stringify([text, direction])) }
});

/** What became of what stood beside a row since a decision; null = nothing, or it is not kept what stood there. */
export const findingsSince = (basis: DecisionBasis | null | undefined, beside: BesideRow): FindingChanges | null => {
	const now = keptBeside(beside);
	const studies = changesBetween(
		[...(basis?.findings ?? []), ...(basis?.pillarFindings ?? [])],
		[...(basis?.findings ? now.findings : []), ...(basis?.pillarFindings ? now.pillarFindings : [])],
		({ id }) => id
	);
	const observations = basis?.observed
		? changesBetween<BasisObservation>(basis.observed, now.observed, ({ sourceId }) => sourceId)
		: none;
	const isNothing = [studies, observations].every(({ added, changed, gone }) => added + changed + gone === 0);
	return isNothing ? null : { ...studies, observations };
};

const none: Changes = { added: 0, changed: 0, gone: 0 };

const changesBetween = <T extends { readonly sign: string }>(
	before: readonly T[],
	now: readonly T[],
	idOf: (one: T) => string | null
): Changes => {
	const was = new Map(before.map((one) => [idOf(one), one.sign]));
	const present = new Set(now.map(idOf));
	return {
		added: now.filter((one) => !was.has(idOf(one))).length,
		changed: now.filter((one) => (was.get(idOf(one)) ?? one.sign) !== one.sign).length,
		gone: before.filter((one) => !present.has(idOf(one))).length
	};
};
