import type { DestroyedItem, RetainedItem, RetentionScreen } from '../../contract/retention.ts';
import { dayInTheNetherlands } from '../../domain/case/today.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { areasFor, may, rolesFor } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { areKeysDue, deletedEnds, originalEnds } from '../../domain/source/retention.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { countOthers, listDestroyed, listRetained, type DestroyedLine, type Retained } from '../store/destructions.ts';

const mostDestroyed = 100; // on the page; the statement has all

/** What is kept that names people, what is past its term, what waits for a second person, and what was destroyed. */
export const viewRetention = async (context: Context, projectId: string): Promise<Result<RetentionScreen>> => {
	const permitted = await permit(context, projectId, 'key.destroy');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const { db, actor } = context;
	const isEverywhere = areasFor(access, 'key.destroy') === 'all';
	const retained = await listRetained(db, project.id, access);
	const destroyed = await listDestroyed(db, project.id, access, { isEverywhere, most: mostDestroyed });
	return ok({
		originalDays: project.originalDays,
		keysUntil: project.keysUntil,
		items: retained.map((one) => toItem(context, project, one)),
		destroyed: destroyed.map(toDestroyed),
		others: await countOthers(db, project.id, rolesFor('key.destroy'), actor.userId),
		mayManage: may(access, 'project.manage')
	});
};

const toItem = ({ actor, now }: Context, project: Project, one: Retained): RetainedItem => ({
	sourceId: one.sourceId,
	title: one.title,
	areaName: one.areaName,
	keyEntries: one.keyEntries,
	versions: one.versions,
	file: one.fileBytes === null ? null : { until: originalEnds(one, project.originalDays)?.toISOString() ?? null },
	goesAt: one.deletedAt && deletedEnds(one.deletedAt).toISOString(),
	isKeyDue: one.keyEntries + one.versions > 0 && areKeysDue(project.keysUntil, dayInTheNetherlands(now())),
	proposal:
		one.deletedAt === null && one.proposalId !== null && one.proposedAt !== null
			? {
					id: one.proposalId,
					reason: one.proposalReason ?? '',
					by: one.proposedByName ?? '',
					isOwn: one.proposedBy === actor.userId,
					at: one.proposedAt.toISOString()
				}
			: null
});

const toDestroyed = (line: DestroyedLine): DestroyedItem => ({
	id: line.id,
	title: line.title,
	kind: line.kind,
	why: line.why,
	keyEntries: line.keyEntries,
	versions: line.versions,
	proposedBy: line.proposedByName,
	decidedBy: line.decidedByName,
	at: line.at.toISOString()
});
