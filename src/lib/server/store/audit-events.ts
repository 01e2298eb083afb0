import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { auditLine, type AuditEvent } from '../../domain/project/audit-event.ts';
import type { Db } from './database.ts';
import { inTransaction } from './transaction.ts';

const lockKey = 5_921_408; // any fixed number: the advisory lock under which lines get their number one by one
const firstHash = '0'.repeat(64); // what the first line has for "the hash of the line before"

const hashOf = (previousHash: string, line: string) =>
	createHash('sha256').update(previousHash).update('\n').update(line).digest('hex');

/**
 * Adds a line to the log, bound to the line before it. Inside a transaction others wait with their line until it is
 * over, so call it last.
 */
export const appendAudit = (db: Db, event: AuditEvent): Promise<void> =>
	inTransaction(db, async (trx) => {
		await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
		const last = await trx
			.selectFrom('audit_events')
			.select(['sequence', 'hash'])
			.orderBy('sequence', 'desc')
			.limit(1)
			.executeTakeFirst();
		const sequence = Number(last?.sequence ?? 0) + 1;
		const previousHash = last?.hash ?? firstHash;
		await trx
			.insertInto('audit_events')
			.values({
				sequence,
				project_id: event.projectId,
				actor_id: event.actorId,
				action: event.action,
				object_kind: event.objectKind,
				object_id: event.objectId,
				at: event.at,
				origin: event.origin,
				result: event.result,
				previous_hash: previousHash,
				hash: hashOf(previousHash, auditLine(sequence, event))
			})
			.execute();
	});

/** A place where the log is not what was written: a line that was changed, or one that is missing before it. */
export type AuditFault = { readonly sequence: number; readonly fault: 'changed' | 'gap' };

const pageSize = 1000; // lines a statement; the embedded database does nothing else meanwhile

/** Recomputes the whole chain. What was cut off at the end cannot be seen from within. */
export const checkAuditChain = async (db: Db): Promise<{ readonly lines: number; readonly faults: AuditFault[] }> => {
	const faults: AuditFault[] = [];
	let lines = 0;
	let previous = { sequence: 0, hash: firstHash };
	for (;;) {
		const rows = await db
			.selectFrom('audit_events')
			.selectAll()
			.where('sequence', '>', String(previous.sequence))
			.orderBy('sequence')
			.limit(pageSize)
			.execute();
		for (const row of rows) {
			const sequence = Number(row.sequence);
			const event: AuditEvent = {
				projectId: row.project_id,
				actorId: row.actor_id,
				action: row.action,
				objectKind: row.object_kind,
				objectId: row.object_id,
				at: row.at,
				origin: row.origin,
				result: row.result
			};
			if (sequence !== previous.sequence + 1 || row.previous_hash !== previous.hash)
				faults.push({ sequence, fault: 'gap' });
			if (row.hash !== hashOf(row.previous_hash, auditLine(sequence, event)))
				faults.push({ sequence, fault: 'changed' });
			previous = { sequence, hash: row.hash };
			lines += 1;
		}
		if (rows.length < pageSize) return { lines, faults };
	}
};
