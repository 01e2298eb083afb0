import type { Project } from '../../domain/project/project.ts';
import type { Source } from '../../domain/source/source.ts';
import { pseudonymOverview, unsettled } from '../../privacy/pseudonym-overview.ts';
import type { Context } from '../access/context.ts';
import { loadPseudonymDesk } from '../access/pseudonym-desk.ts';
import type { Db } from '../store/database.ts';
import { listDecisions } from '../store/pseudonym-decisions.ts';

/** Of how many names somebody decided that they go while their words stand in the text still. */
export const countNamesLeft = async (
	context: Pick<Context, 'secret'>,
	trx: Db,
	project: Pick<Project, 'id'>,
	source: Pick<Source, 'id' | 'version'>
): Promise<number> => {
	if ((await listDecisions(trx, source.id)).length === 0) return 0;
	const desk = await loadPseudonymDesk(context, trx, project, source);
	return desk ? unsettled(pseudonymOverview(desk).groups).pending : 0;
};
