import { toVariableAnswer } from '../../contract/case-answer.ts';
import type { CaseListScreen, CaseScreen, SourceAttributesScreen } from '../../contract/case-screens.ts';
import { toSourceAnswer } from '../../contract/source-answer.ts';
import { dayInTheNetherlands } from '../../domain/case/today.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { lacksParent, participantsOf, participationOf } from '../../privacy/consent-check.ts';
import { caseAnswer, caseAnswers } from '../access/case-answers.ts';
import { countOpenNames } from '../access/open-names.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { listLinkableSources } from '../store/case-sources.ts';
import { listCasesOfSource } from '../store/cases.ts';
import { findIntake } from '../store/source-intake.ts';
import { loadCut } from '../store/turns.ts';
import { pseudonymStage } from '../store/pseudonym-work.ts';
import { listVariables } from '../store/variables.ts';
import { seenCases } from './list-cases.ts';

const canWrite = ({ actor }: Context) => actor.token?.scope !== 'read';

/** All participants this person may see, with what he or she may do. */
export const viewCases = async (context: Context, projectId: string): Promise<Result<CaseListScreen>> => {
	const permitted = await permit(context, projectId, 'case.read');
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const cases = await seenCases(context, permitted.value);
	return ok({
		items: await caseAnswers(context.db, context, permitted.value, cases),
		variables: (await listVariables(context.db, project.id)).map(toVariableAnswer),
		mayAdd: canWrite(context) && may(access, 'case.edit'),
		mayEditVariables: canWrite(context) && may(access, 'frame.edit'),
		withdrawalUntil: project.withdrawalUntil,
		asksForConsent: project.asksForConsent
	});
};

/** One participant with everything the page about him or her asks. */
export const viewCase = async (context: Context, projectId: string, caseId: string): Promise<Result<CaseScreen>> => {
	const permitted = await permitOnCase(context, projectId, caseId, 'case.read');
	if (!permitted.ok) return permitted;
	const { project, access, kase } = permitted.value;
	return ok({
		kase: await caseAnswer(context.db, context, permitted.value, kase),
		variables: (await listVariables(context.db, project.id)).map(toVariableAnswer),
		sources: await listLinkableSources(context.db, project.id, access, kase.id),
		mayReadMemos: may(access, 'memo.read'),
		mayWriteMemos: canWrite(context) && may(access, 'memo.write') && kase.withdrawnAt === null,
		today: dayInTheNetherlands(context.now())
	});
};

/** An interview with its participants: who they are, in classes, and what they consented to. */
export const viewSourceAttributes = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceAttributesScreen>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'case.read');
	if (!permitted.ok) return permitted;
	const { project, source, can } = permitted.value;
	const cases = await listCasesOfSource(context.db, project.id, source.id);
	const own = new Set(cases.map(({ id }) => id));
	const mayEdit = canWrite(context) && can('case.edit');
	const others = mayEdit ? await seenCases(context, permitted.value) : [];
	const intake = await findIntake(context.db, source.id);
	const { speakers } = await loadCut(context.db, source.id, source.version);
	const mayRelease = canWrite(context) && can('source.release');
	const pseudonyms = await pseudonymStage(context.db, project.id, source);
	return ok({
		source: toSourceAnswer(source),
		speakers: speakers.map(({ id, label, role }) => ({ id, label, role })),
		cases: await caseAnswers(context.db, context, permitted.value, cases),
		others: others
			.filter(({ id, withdrawnAt }) => !own.has(id) && withdrawnAt === null)
			.map(({ id, label }) => ({ id, label })),
		variables: (await listVariables(context.db, project.id)).map(toVariableAnswer),
		consent: { labels: [], ...participationOf(participantsOf(cases, source.id)) },
		asksForConsent: project.asksForConsent,
		lacksParent: lacksParent(intake.isMinor, participantsOf(cases, source.id)),
		pseudonyms,
		openNames: mayRelease && pseudonyms === 'busy' ? await countOpenNames(context, context.db, project, source) : 0,
		note: can('source.read-text') ? intake.note : '',
		mayEdit,
		mayRelease,
		mayPseudonymise: canWrite(context) && can('source.pseudonymise'),
		today: dayInTheNetherlands(context.now())
	});
};
