import { slice, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { listStudiesQuery, type StudyAnswer } from '../../contract/study.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listStudies as readStudies } from '../store/studies.ts';

/** The parts of the research by name, a page at a time. */
export const listStudies = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<StudyAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listStudiesQuery, query);
	if (!parsed.ok) return parsed;
	return slice(await readStudies(context.db, permitted.value.project.id), parsed.value, ({ id }) => id);
};
