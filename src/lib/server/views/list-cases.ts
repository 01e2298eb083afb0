import { toVariableAnswer } from '../../contract/case-answer.ts';
import { listCasesQuery, type CaseAnswer } from '../../contract/case.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import type { VariableAnswer } from '../../contract/variable.ts';
import type { Case } from '../../domain/case/case.ts';
import { maySeeCase } from '../../domain/case/who-may.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { participationOf } from '../../privacy/consent-check.ts';
import { caseAnswer, caseAnswers } from '../access/case-answers.ts';
import { permitOnCase, placesOf } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { listCases as read } from '../store/cases.ts';
import { listVariables as readVariables } from '../store/variables.ts';

/** The people of a project that this reader may see, by code, a page at a time. */
export const listCases = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CaseAnswer>>> => {
	const permitted = await permit(context, projectId, 'case.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCasesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, q, group, state, sourceId } = parsed.value;
	const after = fromCursor<readonly [caseId: string]>(cursor, ['id']);
	if (!after.ok) return after;
	const wanted = (q ?? '').toLowerCase();
	const seen = (await seenCases(context, permitted.value)).filter(
		(kase) =>
			kase.label.toLowerCase().includes(wanted) &&
			(group === undefined || kase.group === group) &&
			(state === undefined || caseState(kase) === state) &&
			(sourceId === undefined || kase.links.some((link) => link.sourceId === sourceId))
	);
	const last = after.value === null ? -1 : seen.findIndex(({ id }) => id === after.value?.[0]);
	const page = toPage(seen.slice(last + 1, last + 2 + limit), limit, ({ id }): readonly [string] => [id]);
	const items = await caseAnswers(context.db, context, permitted.value, page.items);
	return ok({ ...page, items: [...items] });
};

/** The people of a project that this reader may see. */
export const seenCases = async (context: Context, { project, access }: Permit): Promise<readonly Case[]> => {
	const all = await read(context.db, project.id);
	const places = await placesOf(context.db, project.id, all);
	return all.filter((kase) => {
		const place = places.get(kase.id);
		return place !== undefined && maySeeCase(access, place);
	});
};

/** What asks for attention about a person: a request to withdraw comes before consent that is missing. */
const caseState = (kase: Case): 'open' | 'missing' | 'requested' | 'withdrawn' => {
	if (kase.withdrawnAt !== null) return 'withdrawn';
	if (kase.withdrawalRequestedOn !== null) return 'requested';
	const { label, consents, values } = kase;
	const isMinor = values['minor'] === 'yes';
	return participationOf([{ label, consents, isMinor, speakerId: null }]).kind === 'given' ? 'open' : 'missing';
};

/** One person. */
export const readCase = async (context: Context, projectId: string, caseId: string): Promise<Result<CaseAnswer>> => {
	const permitted = await permitOnCase(context, projectId, caseId, 'case.read');
	if (!permitted.ok) return permitted;
	return ok(await caseAnswer(context.db, context, permitted.value, permitted.value.kase));
};

/** What this project keeps about people. */
export const listVariables = async (
	context: Context,
	projectId: string
): Promise<Result<{ items: VariableAnswer[]; nextCursor: null }>> => {
	const permitted = await permit(context, projectId, 'case.read');
	if (!permitted.ok) return permitted;
	const variables = await readVariables(context.db, permitted.value.project.id);
	return ok({ items: variables.map(toVariableAnswer), nextCursor: null });
};
