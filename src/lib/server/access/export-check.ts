import { fail, ok, type Result } from '../../domain/problem.ts';
import type { FileCheck } from '../../privacy/file-check.ts';
import { findConfirmation } from '../store/disclosure-confirmations.ts';
import type { Context } from './context.ts';
import type { AskedExport } from './export-material.ts';
import { isUuid } from './permit.ts';

type Confirmation = NonNullable<Awaited<ReturnType<typeof findConfirmation>>>;

/**
 * Whether a file in which this was found may leave; answers the confirmation it leaves with, null when nothing was to be
 * confirmed. A confirmation has to be of what is found now, by who lets the file go.
 */
export const passCheck = async (
	{ db, actor }: Context,
	projectId: string,
	{ kind }: Pick<AskedExport, 'kind'>,
	{ outcome, fingerprint }: FileCheck,
	confirmationId: string | undefined
): Promise<Result<Confirmation | null>> => {
	if (outcome === 'forbidden') return fail('export-forbidden');
	if (confirmationId === undefined) return outcome === 'clear' ? ok(null) : fail('export-not-confirmed');
	const given = isUuid(confirmationId) ? await findConfirmation(db, projectId, confirmationId) : null;
	if (!given || given.kind !== kind || given.confirmedBy !== actor.userId)
		return fail('export-confirmation-unknown', undefined, 'confirmation');
	return given.fingerprint === fingerprint ? ok(given) : fail('export-check-changed');
};
