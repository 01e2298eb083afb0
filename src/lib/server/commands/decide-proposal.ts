import { decideProposalInput, type DecideProposalInput, type ProposalAnswer } from '../../contract/code-proposal.ts';
import { newCode } from '../../domain/codebook/change-code.ts';
import { checkOpen, checkReason, type ProposalOutcome } from '../../domain/codebook/proposal.ts';
import { checkCodes, placeRange } from '../../domain/coding/apply.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { CodeId, CodingId } from '../../domain/project/ids.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { targetOf } from '../access/source-permit.ts';
import type { ListedProposal } from '../store/code-proposals.ts';
import { insertCode, storePlaces } from '../store/codes.ts';
import { loadCodingFacts } from '../store/coding-facts.ts';
import { insertCodings } from '../store/codings.ts';
import { textMap } from '../store/text-maps.ts';
import { countTexts } from '../store/touched-texts.ts';
import { noteChange } from './change-codebook.ts';
import { changeProposal, ended, type ProposalDesk, type ProposalStep } from './change-proposals.ts';
import { parseWords } from './parse-words.ts';
import { acceptedProposal } from './retake-acceptance.ts';

type Accept = Extract<ReturnType<typeof decideProposalInput.parse>, { decision: 'accept' }>;
type End = Pick<ProposalOutcome, 'by' | 'at' | 'reason'>;

const actions: Readonly<Record<DecideProposalInput['decision'], string>> = {
	accept: 'code-proposal.accept',
	merge: 'code-proposal.merge',
	decline: 'code-proposal.decline'
};

/**
 * Decides on a proposal. Taken over, it becomes a code; merged, its passage gets a code that is there already. Either way
 * the passage is coded for who proposed it, as long as its text is the one that was read and that person may code there.
 */
export const decideProposal = async (
	context: Context,
	projectId: string,
	proposalId: string,
	input: unknown
): Promise<Result<ProposalAnswer>> => {
	const parsed = parseWords(decideProposalInput, input);
	if (!parsed.ok) return parsed;
	const asked = parsed.value;
	const what = {
		needs: 'codebook.edit' as const,
		action: actions[asked.decision],
		name: asked.decision === 'accept' ? asked.name : undefined
	};
	return changeProposal(context, projectId, proposalId, what, async (desk, proposal) => {
		const open = checkOpen(proposal);
		if (!open.ok) return open;
		const end = { by: context.actor.userId, at: context.now(), reason: asked.reason };
		switch (asked.decision) {
			case 'accept':
				return accept(context, desk, proposal, asked, end);
			case 'merge': {
				const reasoned = checkReason('merged', asked.reason);
				if (!reasoned.ok) return reasoned;
				const known = checkCodes(desk.book.byId, [asked.codeId]);
				return known.ok ? merge(context, desk, proposal, asked.codeId, end) : known;
			}
			case 'decline': {
				const reasoned = checkReason('declined', asked.reason);
				return reasoned.ok ? ended({ ...end, state: 'declined', codeId: null, codingId: null }) : reasoned;
			}
			default:
				return asked satisfies never;
		}
	});
};

const accept = async (
	context: Context,
	desk: ProposalDesk,
	proposal: ListedProposal,
	asked: Accept,
	end: End
): Promise<Result<ProposalStep>> => {
	const { trx, book, project } = desk;
	const change = newCode(book, {
		id: context.newId(),
		parentId: asked.parentId === undefined ? proposal.parentId : asked.parentId,
		name: asked.name ?? proposal.name,
		definition: asked.definition ?? proposal.definition,
		include: '',
		exclude: '',
		example: '',
		synonyms: [],
		color: null,
		isCodable: true,
		pillarIds: null,
		indicators: []
	});
	if (!change.ok) return change;
	const { code, places } = change.value;
	await insertCode(trx, project.id, code, end);
	await storePlaces(trx, project.id, places);
	const codingId = await codePassage(context, desk, proposal, code.id, end.at);
	const outcome: ProposalOutcome = { ...end, state: 'accepted', codeId: code.id, codingId };
	const coded = codingId === null ? [] : [proposal.passage];
	const wayBack = {
		proposal: acceptedProposal(proposal.id, outcome),
		codings: codingId === null ? [] : [codingId],
		touched: { codings: coded.length, ...(await countTexts(trx, coded)) }
	};
	await noteChange(context, trx, project, { id: context.newId(), kind: 'add' }, book, { ids: [code.id], wayBack });
	return ok({
		outcome,
		events: [{ kind: 'code', change: 'added', ids: [code.id] }, ...codingEvents(proposal, codingId)]
	});
};

const merge = async (
	context: Context,
	desk: ProposalDesk,
	proposal: ListedProposal,
	codeId: CodeId,
	end: End
): Promise<Result<ProposalStep>> => {
	const codingId = await codePassage(context, desk, proposal, codeId, end.at);
	return ok({ outcome: { ...end, state: 'merged', codeId, codingId }, events: codingEvents(proposal, codingId) });
};

const codingEvents = ({ passage }: ListedProposal, codingId: CodingId | null): ProposalStep['events'] =>
	codingId === null
		? []
		: [
				{
					kind: 'coding',
					change: 'added',
					ids: [codingId],
					sourceId: passage.sourceId,
					version: passage.version
				}
			];

/** Codes the passage for who proposed; null when that person may not, the text changed, or the code is there already. */
const codePassage = async (
	context: Context,
	{ trx, project }: ProposalDesk,
	{ passage, proposerId }: ListedProposal,
	codeId: CodeId,
	at: Date
): Promise<CodingId | null> => {
	const { sourceId, version, range } = passage;
	const facts = await loadCodingFacts(trx, project.id, proposerId, sourceId, [codeId]);
	const source = facts?.source;
	if (!source || source.version !== version || !may(facts.access, 'coding.apply', targetOf(source))) return null;
	const placed = placeRange(await textMap(trx, sourceId, version), range.start, range.end);
	if (!placed.ok) return null;
	const id = context.newId();
	const stored = await insertCodings(trx, {
		projectId: project.id,
		sourceId,
		version,
		...placed.value,
		coderId: proposerId,
		valences: { change: null, level: null },
		memo: '',
		isImportant: false,
		layer: facts.isSecondCoder ? 'second' : 'shared',
		at,
		codes: [{ id, codeId }]
	});
	return stored.length > 0 ? id : null;
};

/** Takes an own proposal back, as long as nobody decided on it. */
export const withdrawProposal = (
	context: Context,
	projectId: string,
	proposalId: string
): Promise<Result<ProposalAnswer>> =>
	changeProposal(
		context,
		projectId,
		proposalId,
		{ needs: 'coding.apply', action: 'code-proposal.withdraw' },
		async (_desk, proposal) => {
			const by = context.actor.userId;
			if (proposal.proposerId !== by) return fail('proposal-of-other');
			const open = checkOpen(proposal);
			if (!open.ok) return open;
			return ended({ state: 'withdrawn', by, at: context.now(), reason: '', codeId: null, codingId: null });
		}
	);
