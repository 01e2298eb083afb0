import { parse } from '../../contract/parse.ts';
import { questionQuery, type Question } from '../../contract/question.ts';
import type { QueriedCodingsAnswer } from '../../contract/query.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import { inTreeOrder, pathName } from '../../domain/codebook/codebook.ts';
import { shortNameOf } from '../../domain/indicator/pillar.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { UserId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import { queryOf, type Query } from '../../query/query.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { loadFrame } from '../store/frame.ts';
import { listProjectCoders } from '../store/project-coders.ts';
import { queryCodings } from './run-query.ts';

type Choice = { readonly id: string; readonly name: string };

/** The page on which one asks: what was asked, the first quotes with their counts, and what can be asked for. */
export type QuestionPage = {
	readonly asked: Question;
	/** the same as a query */
	readonly query: Query<'coding'>;
	readonly answer: QueriedCodingsAnswer;
	readonly choices: {
		/** by path, in the order of the tree */
		readonly codes: readonly (Choice & { readonly isCodable: boolean })[];
		readonly pillars: readonly Choice[];
		readonly areas: readonly Area[];
		readonly waves: readonly Wave[];
		readonly coders: readonly Choice[];
	};
	readonly mayExport: boolean;
	/** what this person may do to the quotes; each change is judged again by itself */
	readonly rights: { readonly me: UserId; readonly mayApply: boolean; readonly mayMendAll: boolean };
};

/** A question by the filters in an address; the words one looks for never stand there. */
export const viewQuestion = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<QuestionPage>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(questionQuery, input);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	const { project, access } = permitted.value;
	const query = queryOf(asked);
	const answer = await queryCodings(context, permitted.value, query);
	if (!answer.ok) return answer;
	const frame = await loadFrame(context.db, project.id);
	const book = await loadCodebook(context.db, project.id);
	return ok({
		asked,
		query,
		answer: answer.value,
		choices: {
			codes: inTreeOrder(book).map(({ code }) => ({
				id: code.id,
				name: pathName(book, code.id),
				isCodable: code.isCodable
			})),
			pillars: frame.pillars.map((pillar) => ({ id: pillar.id, name: shortNameOf(pillar) })),
			areas: frame.areas,
			waves: [...frame.waves].sort(byYear),
			coders: await listProjectCoders(context.db, project.id)
		},
		mayExport: may(access, 'export.quotes'),
		rights: {
			me: context.actor.userId,
			mayApply: may(access, 'coding.apply'),
			mayMendAll: may(access, 'codebook.edit')
		}
	});
};
