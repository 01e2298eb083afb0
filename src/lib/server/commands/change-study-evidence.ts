import type { DescribedStudy } from '../../domain/area/study.ts';
import { areasOfEvidence, checkLinks, type EvidenceLinks } from '../../domain/integration/study-evidence.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit, type Permit } from '../access/permit.ts';
import { checkWriting, mayRead } from '../access/study-permit.ts';
import type { Db } from '../store/database.ts';
import { loadFrame, lockProject, type ProjectFrame } from '../store/frame.ts';
import { listStudies } from '../store/studies.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Changed } from './change-frame.ts';

/** What a change of a study's tables or findings works with. */
export type EvidenceDesk = Permit & {
	readonly trx: Db;
	readonly frame: ProjectFrame;
	readonly study: DescribedStudy;
};

/**
 * The steps that every change of a table or a finding has in common: may this person; does the study exist; all or
 * nothing; a line in the log; tell other screens. What changed nothing (no ids) is neither written down nor told.
 */
export const changeEvidence = async <T>(
	context: Context,
	projectId: string,
	studyId: string,
	action: string,
	step: (desk: EvidenceDesk) => Promise<Result<Changed<T>>>
): Promise<Result<T>> => {
	const permitted = await permit(context, projectId, 'study.write');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const stored = await inTransaction(context.db, async (trx) => {
		await lockProject(trx, project.id);
		const study = (await listStudies(trx, project.id)).find(({ id }) => id === studyId);
		if (!study) return fail('frame-part-unknown', { kind: 'study' });
		const changed = await step({ ...permitted.value, trx, frame: await loadFrame(trx, project.id), study });
		if (changed.ok && changed.value.ids.length > 0)
			await audit(context, trx, project.id, action, { kind: 'study', id: study.id });
		return changed;
	});
	if (!stored.ok) return stored;
	if (stored.value.ids.length > 0)
		context.publish({
			projectId: project.id,
			kind: 'study',
			change: 'changed',
			ids: [studyId],
			actorId: context.actor.userId
		});
	return ok(stored.value.answer);
};

/** Whether a table or a finding may be about these things, and this person may write about them. */
export const checkEvidence = ({ access, frame, study }: EvidenceDesk, links: EvidenceLinks): Result<null> => {
	const { areas, waves, pillars, indicators } = frame;
	const foreign = foreignReferences({ area: areas, wave: waves, pillar: pillars, indicator: indicators }, [
		{ kind: 'pillar', field: 'pillarIds', ids: links.pillarIds },
		{ kind: 'indicator', field: 'indicatorIds', ids: links.indicatorIds },
		{ kind: 'area', field: 'areaIds', ids: links.areaIds },
		{ kind: 'wave', field: 'waveIds', ids: links.waveIds }
	]);
	if (foreign.length > 0) return failAll(foreign);
	const allowed = checkWriting(access, areas, areasOfEvidence(links, study));
	return allowed.ok ? checkLinks(links) : allowed;
};

type Stored = EvidenceLinks & { readonly studyId: string; readonly version: number };

/**
 * A table or a finding of the study that this person may change; one that he or she may not read does not exist. With
 * the version that was seen: not after somebody else changed it.
 */
export const evidenceToChange = async <E extends Stored>(
	{ access, frame, study, project, trx }: EvidenceDesk,
	find: (db: Db, projectId: string, id: string) => Promise<E | null>,
	id: string,
	version: number | null
): Promise<Result<E>> => {
	const found = isUuid(id) ? await find(trx, project.id, id) : null;
	const areaIds = found ? areasOfEvidence(found, study) : [];
	if (!found || found.studyId !== study.id || !mayRead(access, frame.areas, areaIds)) return fail('evidence-unknown');
	const allowed = checkWriting(access, frame.areas, areaIds);
	if (!allowed.ok) return allowed;
	if (version !== null && version !== found.version)
		return fail('evidence-changed', { version, present: found.version }, 'version');
	return ok(found);
};
