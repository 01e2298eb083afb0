import { pathName, type Codebook } from '../../domain/codebook/codebook.ts';
import { checkReopen, mayReadPassage, stateOf, type ProposalState } from '../../domain/codebook/proposal.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { textAround } from '../../domain/text/around.ts';
import { findProposal, type ListedProposal, type NamedCode } from '../store/code-proposals.ts';
import { loadCodebook } from '../store/codes.ts';
import { findTargets, findText } from '../store/sources.ts';
import { textMap } from '../store/text-maps.ts';
import type { Context } from './context.ts';
import { isUuid, type Permit } from './permit.ts';
import { targetOf } from './source-permit.ts';

type Person = { readonly id: string; readonly name: string };
type ShownCode = { readonly id: string; readonly path: string; readonly isGone: boolean };

/** The passage of a proposal with what stands around it, as far as its reader may read it. */
type ShownPassage = {
	readonly sourceId: string;
	readonly sourceTitle: string | null;
	readonly turn: number | null;
	readonly version: number;
	readonly start: number;
	readonly end: number;
	/** changed: the text was mended since; hidden: the source is gone, or not for this reader */
	readonly status: 'present' | 'changed' | 'hidden';
	readonly quote: string | null;
	readonly before: string;
	readonly after: string;
};

/** A proposal as its reader gets it. */
export type ShownProposal = {
	readonly id: string;
	readonly name: string;
	readonly parent: ShownCode | null;
	readonly definition: string;
	readonly why: string;
	readonly passage: ShownPassage;
	readonly proposer: Person;
	readonly proposedAt: string;
	readonly state: ProposalState;
	readonly outcome: {
		readonly by: Person;
		readonly at: string;
		readonly reason: string;
		readonly code: ShownCode | null;
		readonly codingId: string | null;
	} | null;
	readonly permissions: { readonly mayDecide: boolean; readonly mayWithdraw: boolean; readonly mayReopen: boolean };
};

/** A proposal as its reader gets it, read again. */
export const proposalAnswer = async (
	context: Context,
	permitted: Permit,
	proposalId: string
): Promise<Result<ShownProposal>> => {
	const { project, access } = permitted;
	const proposal = isUuid(proposalId) ? await findProposal(context.db, project.id, access, proposalId) : null;
	const [answer] = proposal ? await proposalAnswers(context, permitted, [proposal]) : [];
	return answer ? ok(answer) : fail('proposal-unknown');
};

/** Proposals as their reader gets them: with the passage in its sentence, as far as that person may read it. */
export const proposalAnswers = async (
	{ db, actor }: Context,
	{ project, access }: Permit,
	proposals: readonly ListedProposal[]
): Promise<ShownProposal[]> => {
	if (proposals.length === 0) return [];
	const book = await loadCodebook(db, project.id);
	const sourceIds = [...new Set(proposals.map(({ passage }) => passage.sourceId))];
	const targets = await findTargets(db, project.id, sourceIds);
	const writes = actor.token?.scope !== 'read';
	const answers: ShownProposal[] = [];
	for (const proposal of proposals) {
		const source = targets.get(proposal.passage.sourceId);
		const isShown = mayReadPassage(access, proposal, {
			target: source ? targetOf(source) : null,
			isBlind: proposal.isBlind
		});
		const { outcome, decider } = proposal;
		const isOpen = outcome === null;
		answers.push({
			id: proposal.id,
			name: proposal.name,
			parent: codeAnswer(book, proposal.parent),
			definition: proposal.definition,
			why: proposal.why,
			passage: await passageAnswer(db, proposal, isShown),
			proposer: proposal.proposer,
			proposedAt: proposal.proposedAt.toISOString(),
			state: stateOf(proposal),
			outcome:
				outcome && decider
					? {
							by: decider,
							at: outcome.at.toISOString(),
							reason: outcome.reason,
							code: codeAnswer(book, proposal.code),
							codingId: outcome.codingId
						}
					: null,
			permissions: {
				mayDecide: isOpen && writes && may(access, 'codebook.edit'),
				mayWithdraw: isOpen && writes && proposal.proposerId === access.userId,
				mayReopen: writes && checkReopen(access, proposal).ok
			}
		});
	}
	return answers;
};

const codeAnswer = (book: Codebook, code: NamedCode | null) =>
	code && { id: code.id, path: code.isGone ? code.name : pathName(book, code.id), isGone: code.isGone };

const context = 240; // characters shown on both sides at most: some two sentences

const passageAnswer = async (
	db: Context['db'],
	{ passage, source, turn }: ListedProposal,
	isShown: boolean
): Promise<ShownPassage> => {
	const { sourceId, version, range } = passage;
	const place = { sourceId, version, start: range.start, end: range.end };
	const hidden = {
		...place,
		sourceTitle: null,
		turn: null,
		status: 'hidden' as const,
		quote: null,
		before: '',
		after: ''
	};
	if (!isShown || !source) return hidden;
	if (version !== source.version && !(await findText(db, sourceId, version))) return hidden;
	const map = await textMap(db, sourceId, version);
	return {
		...place,
		sourceTitle: source.title,
		turn,
		status: version === source.version ? 'present' : 'changed',
		quote: map.slice(range.start, range.end),
		...textAround(map, { start: 0, end: map.length }, range, context)
	};
};
