import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { DisclosureFinding } from '../../domain/report/disclosure.ts';
import type { FileCheck } from '../../privacy/file-check.ts';
import { findConfirmation } from '../store/disclosure-confirmations.ts';
import type { Context } from './context.ts';
import type { AskedExport } from './export-material.ts';
import { isUuid } from './permit.ts';

type Confirmation = NonNullable<Awaited<ReturnType<typeof findConfirmation>>>;

/** `isRequired`: without a confirmation a file in which something is to be confirmed stays here; else scripts may take it. */
export type GivenConfirmation = { readonly confirmationId: string | undefined; readonly isRequired?: boolean };

/**
 * Whether a file in which this was found may leave; answers the confirmation it leaves with, null when there is none. What
 * is forbidden never leaves. A confirmation has to be of what is found now, by who lets the file go.
 */
export const passCheck = async (
	{ db, actor }: Context,
	projectId: string,
	{ kind }: Pick<AskedExport, 'kind'>,
	check: FileCheck,
	{ confirmationId, isRequired = false }: GivenConfirmation
): Promise<Result<Confirmation | null>> => {
	const { outcome, fingerprint } = check;
	if (outcome === 'forbidden') return refuseForbidden(check);
	if (confirmationId === undefined) return outcome === 'clear' || !isRequired ? ok(null) : fail('export-not-confirmed');
	const given = isUuid(confirmationId) ? await findConfirmation(db, projectId, confirmationId) : null;
	if (!given || given.kind !== kind || given.confirmedBy !== actor.userId)
		return fail('export-confirmation-unknown', undefined, 'confirmation');
	return given.fingerprint === fingerprint ? ok(given) : fail('export-check-changed');
};

/** That a file may not leave, with each thing that has to be mended first. */
export const refuseForbidden = ({ findings }: Pick<FileCheck, 'findings'>): Result<never> =>
	failAll([{ code: 'export-forbidden' }, ...findings.flatMap(forbiddenProblem)]);

const forbiddenProblem = (finding: DisclosureFinding): readonly Problem[] => {
	switch (finding.kind) {
		case 'open-names': {
			const { place, reference, n } = finding;
			return [{ code: 'export-holds-open-names', params: { place, reference, n } }];
		}
		case 'suppressed-told': {
			const { place, label, year } = finding;
			return [{ code: 'export-tells-suppressed', params: { place, label, year: String(year) } }];
		}
		default:
			return [];
	}
};
