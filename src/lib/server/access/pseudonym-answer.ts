import type { DecidedGroup } from '../../domain/source/pseudonym.ts';
import type { Action } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { originalEnds } from '../../domain/source/retention.ts';
import type { Source } from '../../domain/source/source.ts';
import { pseudonymOverview } from '../../privacy/pseudonym-overview.ts';
import type { Db } from '../store/database.ts';
import { doneBy } from '../store/pseudonym-work.ts';
import { listKeyEntries, listOpenings } from '../store/pseudonym-keys.ts';
import { findProposal } from '../store/destructions.ts';
import { findReleasedAt, findUpload } from '../store/source-uploads.ts';
import type { Context } from './context.ts';
import { loadPseudonymDesk, type PseudonymDesk } from './pseudonym-desk.ts';
import { unseal } from './seal.ts';

/** What is bound to the words of a report, so that they open in their own row only. */
export const aboutLeftover = (sourceId: string, id: string): readonly string[] => [sourceId, id];

/** A source as the page with its names shows it; null when its text is not there. */
export const pseudonymAnswer = async (
	context: Context,
	db: Db,
	project: Pick<Project, 'id' | 'originalDays'>,
	source: Pick<Source, 'id' | 'kind' | 'version' | 'status'>,
	can: (action: Action) => boolean
) => {
	const desk = await loadPseudonymDesk(context, db, project, source);
	if (!desk) return null;
	const { groups, bsns } = pseudonymOverview(desk);
	const mayOpenKey = can('key.open');
	const { done, check } = desk.work;
	const isOther = (await doneBy(db, source.id)) !== context.actor.userId;
	return {
		sourceId: source.id,
		kind: source.kind,
		version: desk.version,
		text: desk.text,
		...shownCut(desk),
		groups: groups.map(toGroupAnswer),
		bsns,
		readTurns: [...desk.work.readTurns],
		needsCheck: desk.needsCheck,
		done: done && { ...done },
		check: check && { ...check },
		leftovers: desk.leftovers.map(({ id, range, seal, reporter, reportedAt }) => ({
			id,
			...range,
			words: unseal(context.secret, 'leftover name', aboutLeftover(source.id, id), seal),
			reporter,
			reportedAt
		})),
		replacements: desk.replacements.map((one) => ({ ...one })),
		original: await originalAnswerOf(db, project, source),
		keyEntries: (await listKeyEntries(db, source.id)).length,
		destruction: await proposalOf(db, source.id),
		openings: mayOpenKey
			? (await listOpenings(db, source.id)).map(({ act, reason, entries, version, openedBy, openedAt }) => ({
					...{ act, reason, entries, version },
					by: openedBy.name,
					at: openedAt
				}))
			: null,
		permissions: {
			mayDecide: can('source.pseudonymise'),
			mayCheck: can('pseudonym.check') && done?.version === desk.version && isOther,
			mayOpenKey
		}
	};
};

const proposalOf = async (db: Db, sourceId: string) => {
	const proposal = await findProposal(db, sourceId);
	if (!proposal) return null;
	const { id, reason, proposedByName, proposedAt } = proposal;
	return { id, reason, by: proposedByName, at: proposedAt.toISOString() };
};

const originalAnswerOf = async (
	db: Db,
	{ originalDays }: Pick<Project, 'originalDays'>,
	{ id, status }: Pick<Source, 'id' | 'status'>
) => {
	const upload = await findUpload(db, id);
	if (!upload) return null;
	const ends = originalEnds({ status, releasedAt: await findReleasedAt(db, id) }, originalDays);
	return {
		state: upload.state,
		format: upload.format,
		bytes: upload.bytes,
		uploader: upload.uploadedByName,
		uploadedAt: upload.uploadedAt.toISOString(),
		keptUntil: ends?.toISOString() ?? null,
		days: originalDays,
		destroyedAt: upload.destroyedAt?.toISOString() ?? null
	};
};

const shownCut = ({ cut }: PseudonymDesk) => {
	const counts = new Map<string, number>();
	for (const { speakerId } of cut.turns)
		if (speakerId !== null) counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1);
	return {
		turns: cut.turns.map((turn) => ({ ...turn })),
		speakers: cut.speakers.map(({ id, label, role }) => ({ id, label, role, turns: counts.get(id) ?? 0 }))
	};
};

const toGroupAnswer = (group: DecidedGroup & { readonly suggested: string }) => ({
	id: group.id,
	kind: group.kind,
	sureness: group.sureness,
	isOwn: group.isOwn,
	hits: group.hits.map(({ start, end, rule, sureness }) => ({ start, end, rule, sureness })),
	decision: group.decision,
	accepted: group.accepted.map(({ start, end }) => ({ start, end })),
	placeholder: group.placeholder,
	suggested: group.suggested,
	mergedInto: group.mergedInto
});
