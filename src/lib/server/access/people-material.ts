import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { listFunctionGroups } from '../store/case-functions.ts';
import { countReportedNames } from '../store/disclosure-confirmations.ts';
import type { Context } from './context.ts';

/** What a file is made of, as far as it can give somebody away; for who may take it away. */
export type MaterialWith<Parts> = {
	readonly project: Project;
	readonly parts: Parts;
	/** of the people in these interviews */
	readonly functions: ReadonlyMap<string, readonly string[]>;
	readonly openNames: ReadonlyMap<string, number>;
};

/** What a file is made of, with what is known of the people in these interviews. */
export const withPeople = async <Parts>(
	{ db }: Pick<Context, 'db'>,
	project: Project,
	parts: Parts,
	ids: readonly string[]
): Promise<Result<MaterialWith<Parts>>> => {
	const sourceIds = [...new Set(ids)];
	const functions = await listFunctionGroups(db, sourceIds);
	return ok({ project, parts, functions, openNames: await countReportedNames(db, sourceIds) });
};
