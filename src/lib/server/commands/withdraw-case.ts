import { parse } from '../../contract/parse.ts';
import { withdrawalQuery, type WithdrawalAnswer } from '../../contract/case-withdrawal.ts';
import { checkNotWithdrawn, lastDayToWithdraw, type Case } from '../../domain/case/case.ts';
import { consentNow, consentPurposes, lastConsent, type Consent } from '../../domain/case/consent.ts';
import { dayInTheNetherlands } from '../../domain/case/today.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { withdrawalOf } from '../../privacy/withdrawal.ts';
import { audit } from '../access/audit.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { listCasesOfSource, updateCase } from '../store/cases.ts';
import { insertConsents } from '../store/consents.ts';
import type { Db } from '../store/database.ts';
import { listQuotingEditions } from '../store/factsheet-editions.ts';
import { listQuotingReports } from '../store/report-blocks.ts';
import { inTransaction } from '../store/transaction.ts';
import { countMemosOfCase, countOnSource, destroyMemosOfCase } from '../store/withdrawals.ts';
import { publishCases } from './apply-consent.ts';
import { destroyInterview } from './destroy-interview.ts';
import { usesOfWithdrawn } from './withdrawn-uses.ts';
import { countWritten, findTraces, forgetTraces, type Traces } from './withdrawn-traces.ts';

/**
 * Withdraws a person's consent: deletes the interviews with all that hangs on them, and everything known of the person
 * but the code and what was said about consent. With `preview=true` it only tells what goes. Decisions whose voices
 * change are looked at again by themselves, since their data are other data.
 */
export const withdrawCase = async (
	context: Context,
	projectId: string,
	caseId: string,
	query: unknown
): Promise<Result<WithdrawalAnswer>> => {
	const asked = parse(withdrawalQuery, query);
	if (!asked.ok) return asked;
	const isPreview = asked.value.preview === 'true';
	const done = await inTransaction(context.db, async (trx) => {
		const permitted = await permitOnCase(context, projectId, caseId, 'case.withdraw', trx);
		if (!permitted.ok) return permitted;
		const { project, kase } = permitted.value;
		const standing = checkNotWithdrawn(kase);
		if (!standing.ok) return standing;
		const traces = await findTraces(trx, project.id, kase.links.map(({ sourceId }) => sourceId).sort(), kase.id);
		const answer = await tell(trx, context, permitted.value, traces, isPreview);
		if (isPreview) return ok({ answer, projectId: project.id, stripped: [] });
		const written = await forgetTraces(trx, traces);
		for (const sourceId of traces.sourceIds) {
			await destroyInterview(context, trx, { projectId: project.id, sourceId }, 'withdrawal');
		}
		await destroyMemosOfCase(trx, kase.id);
		await insertConsents(trx, kase.id, withdrawn(context, kase, asked.value.way));
		await updateCase(trx, { ...kase, values: {}, links: [], withdrawnAt: context.now(), version: kase.version + 1 });
		await audit(context, trx, project.id, 'case.withdraw', { kind: 'case', id: kase.id });
		for (const id of traces.sourceIds) await audit(context, trx, project.id, 'source.destroy', { kind: 'source', id });
		const stripped = new Set([...answer.editions.map(({ editionId }) => editionId), ...written]);
		for (const id of stripped) await audit(context, trx, project.id, 'edition.strip', { kind: 'edition', id });
		return ok({ answer, projectId: project.id, stripped: [...stripped] });
	});
	if (!done.ok) return done;
	const { answer } = done.value;
	if (!isPreview) tellOthers(context, done.value.projectId, caseId, answer, done.value.stripped);
	return ok(answer);
};

/** What goes, for who is about to do it. */
const tell = async (
	db: Db,
	{ now }: Context,
	{ kase, project }: { readonly kase: Case; readonly project: Project },
	traces: Traces,
	isPreview: boolean
): Promise<WithdrawalAnswer> => {
	const lastDay = lastDayToWithdraw(kase, project);
	const interviews = [];
	for (const sourceId of traces.sourceIds) {
		const { title, ...counted } = await countOnSource(db, sourceId);
		const others = (await listCasesOfSource(db, kase.projectId, sourceId)).filter(({ id }) => id !== kase.id);
		interviews.push({
			sourceId,
			title,
			others: others.map(({ id, label }) => ({ caseId: id, label })),
			attached: { ...counted, ...traces.countOf(sourceId) }
		});
	}
	const withdrawal = withdrawalOf({
		interviews,
		values: Object.keys(kase.values).length,
		caseMemos: await countMemosOfCase(db, kase.id),
		lastDay,
		today: dayInTheNetherlands(now())
	});
	const { drafts, numbers } = await usesOfWithdrawn(db, project, traces.sourceIds);
	return {
		caseId: kase.id,
		label: kase.label,
		isPreview,
		interviews: withdrawal.interviews.map(({ others, ...interview }) => ({ ...interview, others: [...others] })),
		total: withdrawal.total,
		values: withdrawal.values,
		caseMemos: withdrawal.caseMemos,
		drafts,
		numbers,
		reports: [...(await listQuotingReports(db, kase.projectId, traces.sourceIds))],
		editions: [...(await listQuotingEditions(db, kase.projectId, traces.sourceIds))],
		written: [...countWritten(traces)],
		versions: traces.versions.map(({ id, name }) => ({ id, name })),
		lastDay,
		isLate: withdrawal.isLate
	};
};

/** A last line for each purpose that was consented to, on the day of the request where that can be. */
const withdrawn = ({ actor, now, newId }: Context, kase: Case, way: Consent['way']): readonly Consent[] => {
	const today = dayInTheNetherlands(now());
	return consentPurposes
		.filter((purpose) => purpose === 'participation' || consentNow(kase.consents, purpose) === 'given')
		.map((purpose) => {
			const asked = kase.withdrawalRequestedOn ?? today;
			const last = lastConsent(kase.consents, purpose)?.decidedOn ?? '';
			return {
				id: newId(),
				purpose,
				state: 'withdrawn' as const,
				decidedOn: asked < last || asked > today ? today : asked,
				way,
				letter: '',
				recordedBy: actor.userId,
				recordedAt: now()
			};
		});
};

const tellOthers = (
	context: Context,
	projectId: string,
	caseId: string,
	{ interviews, written }: WithdrawalAnswer,
	editionIds: readonly string[]
): void => {
	const { publish, actor } = context;
	publishCases(context, projectId, 'changed', [caseId]);
	for (const { sourceId } of interviews)
		publish({ projectId, kind: 'source', change: 'removed', ids: [sourceId], sourceId, actorId: actor.userId });
	publish({ projectId, kind: 'code', change: 'changed', ids: [], actorId: actor.userId });
	for (const kind of ['explanation', 'memo', 'decision', 'report', 'task'] as const)
		if (written.some((one) => one.kind === kind))
			publish({ projectId, kind, change: 'changed', ids: [], actorId: actor.userId });
	if (editionIds.length > 0)
		publish({ projectId, kind: 'publication', change: 'changed', ids: [...editionIds], actorId: actor.userId });
};
