import type { Case } from '../../domain/case/case.ts';
import { mayOnCase, maySeeCase, type CasePlace } from '../../domain/case/who-may.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Action } from '../../domain/project/membership.ts';
import { findCase, lockCase } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { findTargets } from '../store/sources.ts';
import type { Context } from './context.ts';
import { isUuid, permit, type Permit } from './permit.ts';
import { targetOf } from './source-permit.ts';

type CaseAction = Extract<Action, 'case.read' | 'case.edit' | 'case.withdraw'>;

/** A person as seen by somebody who may do on him or her what was asked. */
export type CasePermit = Permit & { readonly kase: Case; readonly place: CasePlace };

/**
 * `permit` on one person. Who sees none of the interviews is told that there is no such person (404). With a
 * transaction the person is held until its end.
 */
export const permitOnCase = async (
	context: Context,
	projectId: string,
	caseId: string,
	action: CaseAction,
	trx: Db | null = null
): Promise<Result<CasePermit>> => {
	const db = trx ?? context.db;
	const permitted = await permit({ ...context, db }, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const find = trx ? lockCase : findCase;
	const kase = isUuid(caseId) ? await find(db, project.id, caseId) : null;
	if (!kase) return fail('case-unknown');
	const place = (await placesOf(db, project.id, [kase])).get(kase.id) ?? nowhere(kase);
	if (!maySeeCase(access, place)) return fail('case-unknown');
	if (!mayOnCase(access, action, place) && action !== 'case.read') return fail('not-allowed', { action });
	return ok({ ...permitted.value, kase, place });
};

const nowhere = ({ createdBy }: Case): CasePlace => ({ targets: [], createdBy });

/** What decides who sees and changes people: where and whose their interviews are. */
export const placesOf = async (
	db: Db,
	projectId: ProjectId,
	cases: readonly Case[]
): Promise<ReadonlyMap<string, CasePlace>> => {
	const sourceIds: readonly SourceId[] = [
		...new Set(cases.flatMap(({ links }) => links.map(({ sourceId }) => sourceId)))
	];
	const targets = await findTargets(db, projectId, sourceIds);
	return new Map(
		cases.map((kase) => {
			const own = kase.links.flatMap(({ sourceId }) => targets.get(sourceId) ?? []);
			return [kase.id, { targets: own.map(targetOf), createdBy: kase.createdBy }];
		})
	);
};
