import { sql, type Selectable } from 'kysely';
import { consentPurposes, type Consent } from '../../domain/case/consent.ts';
import type { CaseId, SourceId, SpeakerId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** Everything people answered about consent, oldest first, by person. */
export const listConsents = async (
	db: Db,
	caseIds: readonly CaseId[]
): Promise<ReadonlyMap<CaseId, readonly Consent[]>> => {
	const rows = await db
		.selectFrom('consents')
		.select(['id', 'case_id', 'purpose', 'state', 'decided_on', 'way', 'letter', 'recorded_by', 'recorded_at'])
		.where('case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
		.orderBy('decided_on')
		.orderBy('recorded_at')
		// What was recorded in one go stands in the order in which it is asked.
		.orderBy(sql`array_position(${[...consentPurposes]}::text[], consents.purpose)`)
		.orderBy('id')
		.execute();
	return new Map([...Map.groupBy(rows, ({ case_id }) => case_id)].map(([id, lines]) => [id, lines.map(toConsent)]));
};

/** Writes answers down; they never change. */
export const insertConsents = async (trx: Db, caseId: CaseId, consents: readonly Consent[]): Promise<void> => {
	if (consents.length === 0) return;
	await trx
		.insertInto('consents')
		.values(
			consents.map((consent) => ({
				id: consent.id,
				case_id: caseId,
				purpose: consent.purpose,
				state: consent.state,
				decided_on: consent.decidedOn,
				way: consent.way,
				letter: consent.letter,
				recorded_by: consent.recordedBy,
				recorded_at: consent.recordedAt
			}))
		)
		.execute();
};

/** Keeps with an interview whose words may be shown: a copy of what `quoteConsentOf` says, written here only. */
export const saveQuoteConsent = async (
	trx: Db,
	sourceId: SourceId,
	wholeSource: boolean | null,
	speakers: ReadonlyMap<SpeakerId, boolean>
): Promise<void> => {
	if (wholeSource !== null)
		await trx.updateTable('sources').set({ quotes_allowed: wholeSource }).where('id', '=', sourceId).execute();
	const given = [...speakers];
	await sql`update speakers set quotes_allowed = (
			select allowed from unnest(${given.map(([id]) => id)}::uuid[], ${given.map(([, allowed]) => allowed)}::boolean[])
				as given (id, allowed) where given.id = speakers.id)
		where source_id = ${sourceId}`.execute(trx);
};

const toConsent = (row: Omit<Selectable<Database['consents']>, 'case_id'>): Consent => ({
	id: row.id,
	purpose: row.purpose,
	state: row.state,
	decidedOn: row.decided_on,
	way: row.way,
	letter: row.letter,
	recordedBy: row.recorded_by,
	recordedAt: row.recorded_at
});
