import type { Project } from '../../domain/project/project.ts';
import type { Source } from '../../domain/source/source.ts';
import { pseudonymOverview, unsettled } from '../../privacy/pseudonym-overview.ts';
import type { Db } from '../store/database.ts';
import type { Context } from './context.ts';
import { loadPseudonymDesk } from './pseudonym-desk.ts';

/** Of how many names and other things in a text nobody decided yet whether they stay. */
export const countOpenNames = async (
	context: Pick<Context, 'secret'>,
	db: Db,
	project: Pick<Project, 'id'>,
	source: Pick<Source, 'id' | 'version'>
): Promise<number> => {
	const desk = await loadPseudonymDesk(context, db, project, source);
	return desk ? unsettled(pseudonymOverview(desk).groups).open : 0;
};
