import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import { participantsOf, participationOf, quoteConsentOf } from '../../privacy/consent-check.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { listCasesOfSource } from '../store/cases.ts';
import { saveQuoteConsent } from '../store/consents.ts';
import type { Db } from '../store/database.ts';
import { lockSource, updateSource } from '../store/sources.ts';

/** An interview that is not used any more since somebody in it does not take part. */
export type RestrictedSource = { readonly sourceId: SourceId; readonly title: string; readonly version: number };

/**
 * Brings interviews in line with what their people consented to: whether words may be shown is derived, and a released
 * one in which somebody refused or withdrew becomes restricted, which hides it and loses nothing. The lines in the log
 * come at the end of the transaction: `auditRestricted`.
 */
export const applyConsent = async (
	trx: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly RestrictedSource[]> => {
	const restricted: RestrictedSource[] = [];
	// In one order, so that two who do this at once do not wait for each other.
	for (const sourceId of [...new Set(sourceIds)].sort()) {
		const source = await lockSource(trx, sourceId);
		if (!source) continue;
		const participants = participantsOf(await listCasesOfSource(trx, projectId, sourceId), sourceId);
		const { wholeSource, speakers } = quoteConsentOf(participants);
		const voices = wholeSource ? new Map<string, boolean>() : speakers; // of no use where everybody allows it
		await saveQuoteConsent(trx, sourceId, participants.length === 0 ? null : wholeSource, voices);
		if (source.status !== 'released' || participationOf(participants).kind !== 'stopped') continue;
		await updateSource(trx, { ...source, status: 'restricted', quotesAllowed: wholeSource });
		restricted.push({ sourceId, title: source.title, version: source.version });
	}
	return restricted;
};

/** A line in the log for each interview that became restricted. */
export const auditRestricted = async (
	context: Context,
	trx: Db,
	projectId: ProjectId,
	restricted: readonly RestrictedSource[]
): Promise<void> => {
	for (const { sourceId } of restricted)
		await audit(context, trx, projectId, 'source.restricted', { kind: 'source', id: sourceId });
};

/** Tells other screens about people, and about interviews that changed with them. */
export const publishCases = (
	{ publish, actor }: Context,
	projectId: ProjectId,
	change: 'added' | 'changed' | 'removed',
	caseIds: readonly string[],
	sources: readonly { readonly sourceId: SourceId; readonly version: number }[] = []
): void => {
	if (caseIds.length > 0) publish({ projectId, kind: 'case', change, ids: caseIds, actorId: actor.userId });
	for (const { sourceId, version } of sources)
		publish({
			projectId,
			kind: 'source',
			change: 'changed',
			ids: [sourceId],
			sourceId,
			version,
			actorId: actor.userId
		});
};
