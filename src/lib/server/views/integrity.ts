import { checkAuditChain, type AuditFault } from '../store/audit-events.ts';
import type { Db } from '../store/database.ts';
import { countChecked, findFaults, type Checked, type Fault } from '../store/integrity.ts';

/** What a check of the whole database found. */
export type Integrity = {
	readonly checked: Checked & { readonly auditLines: number };
	readonly faults: readonly Fault[];
	readonly auditFaults: readonly AuditFault[];
};

/**
 * Checks everything stored, for who keeps the machine: every coding's quote against its text, texts against their
 * fingerprints, turns, the trees, the counts that are kept, and the chain of the log.
 */
export const checkIntegrity = async (db: Db): Promise<Integrity> => {
	const counts = await countChecked(db);
	const faults = await findFaults(db);
	const chain = await checkAuditChain(db);
	return { checked: { ...counts, auditLines: chain.lines }, faults, auditFaults: chain.faults };
};
