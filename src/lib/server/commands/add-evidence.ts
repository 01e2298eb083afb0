import { areaPath } from '../../domain/area/area.ts';
import { evidenceKey, mostEvidence, type EvidenceDraft } from '../../domain/integration/evidence.ts';
import type { Explanation } from '../../domain/integration/explanation.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { AreaId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { wavesBetween } from '../../merge/scope.ts';
import type { Context } from '../access/context.ts';
import { findQuotable } from '../store/chosen-quotes.ts';
import { findValues, insertEvidence } from '../store/explanation-evidence.ts';
import { findMemos } from '../store/memos.ts';
import type { ExplanationsDesk } from './change-explanations.ts';

/** Puts evidence beside an explanation: all of it, or nothing and what is wrong with each. */
export const addEvidence = async (
	context: Context,
	desk: ExplanationsDesk,
	explanation: Pick<Explanation, 'id' | 'areaId' | 'evidenceItems'>,
	drafts: readonly EvidenceDraft[]
): Promise<Result<null>> => {
	const problems: Problem[] = [];
	const known = new Set(explanation.evidenceItems.map(evidenceKey));
	if (known.size + drafts.length > mostEvidence)
		return fail('evidence-too-many', { most: mostEvidence }, 'addEvidence');
	for (const [at, draft] of drafts.entries()) {
		const field = `addEvidence.${at}`;
		const key = evidenceKey(draft);
		const checked = known.has(key) ? fail('evidence-double') : await checkEvidence(desk, explanation.areaId, draft);
		if (!checked.ok) problems.push(...checked.problems.map((problem) => ({ ...problem, at: field })));
		known.add(key);
	}
	if (problems.length > 0) return failAll(problems);
	const by = context.actor.userId;
	for (const draft of drafts)
		await insertEvidence(desk.trx, desk.project.id, explanation.id, draft, {
			...{ id: context.newId(), by, at: context.now() }
		});
	return ok(null);
};

const checkEvidence = async (desk: ExplanationsDesk, areaId: AreaId, draft: EvidenceDraft): Promise<Result<null>> => {
	switch (draft.kind) {
		case 'quote':
			return checkQuote(desk, areaId, draft);
		case 'memo':
			return checkMemo(desk, draft);
		case 'figure':
			return checkFigure(desk, areaId, draft);
		case 'literature':
			return ok(null);
	}
};

type Of<Kind> = EvidenceDraft & { readonly kind: Kind };

/** A quote is of a released interview in the area of the explanation, whose respondent agreed to be quoted. */
const checkQuote = async (
	{ trx, project, access, frame }: ExplanationsDesk,
	areaId: AreaId,
	{ codingId }: Of<'quote'>
): Promise<Result<null>> => {
	const quote = await findQuotable(trx, project.id, codingId);
	if (!quote?.isReleased) return fail('coding-unknown');
	const path = areaPath(frame.areas, quote.areaId).map(({ id }) => id);
	if (!may(access, 'coding.read', { areaPath: path, isReleased: true })) return fail('coding-unknown');
	if (!path.includes(areaId)) return fail('evidence-other-area', { reference: quote.reference });
	return quote.text === null ? fail('quote-without-consent', { reference: quote.reference }) : ok(null);
};

/** A private memo is its author's alone, so it cannot stand where colleagues read. */
const checkMemo = async ({ trx, project, access }: ExplanationsDesk, { memoId }: Of<'memo'>): Promise<Result<null>> => {
	const [memo] = await findMemos(trx, project.id, access, [memoId]);
	if (!memo) return fail('memo-unknown');
	return memo.visibility === 'private' ? fail('evidence-memo-private') : ok(null);
};

/** A figure is of the area itself, of one around it, or of the area the project compares with; and it has a value. */
const checkFigure = async (
	{ trx, project, frame }: ExplanationsDesk,
	areaId: AreaId,
	figure: Of<'figure'>
): Promise<Result<null>> => {
	const around = areaPath(frame.areas, areaId);
	const areas = frame.areas.filter((area) => around.includes(area) || area.id === project.comparisonAreaId);
	const foreign = foreignReferences({ indicator: frame.indicators, area: areas, wave: frame.waves }, [
		{ kind: 'indicator', field: 'indicatorId', ids: [figure.indicatorId] },
		{ kind: 'area', field: 'areaId', ids: [figure.areaId] },
		{ kind: 'wave', field: 'toWaveId', ids: [figure.fromWaveId, figure.toWaveId] }
	]);
	if (foreign.length > 0) return failAll(foreign);
	if (figure.fromWaveId !== null) {
		const pair = wavesBetween(frame.waves, figure.fromWaveId, figure.toWaveId);
		if (!pair.ok) return pair;
	}
	return (await findValues(trx, figure)).length === 0 ? fail('evidence-figure-empty') : ok(null);
};
