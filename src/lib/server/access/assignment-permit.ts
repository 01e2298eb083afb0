import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { findAssignments, type ListedAssignment } from '../store/assignments.ts';
import type { Db } from '../store/database.ts';
import type { Context } from './context.ts';
import { isUuid, permit, type Permit } from './permit.ts';
import { targetOf } from './source-permit.ts';

/** Somebody who gives out work, or who may take some. */
export const permitWork = async (context: Context, projectId: string): Promise<Result<Permit>> => {
	const taking = await permit(context, projectId, 'work.take');
	return taking.ok || taking.problems.some(({ code }) => code !== 'not-allowed')
		? taking
		: permit(context, projectId, 'source.assign');
};

/** Assignments of this project that a person may see; one that is not there, or out of sight, makes all of them unknown. */
export const assignmentsInSight = async (
	{ project, access }: Permit,
	db: Db,
	ids: readonly string[]
): Promise<Result<readonly ListedAssignment[]>> => {
	const unique = [...new Set(ids)];
	const found = unique.every(isUuid) ? await findAssignments(db, project.id, unique) : [];
	const seen = found.filter(({ source }) => may(access, 'source.list', targetOf(source)));
	return seen.length === unique.length ? ok(seen) : fail('assignment-unknown');
};
