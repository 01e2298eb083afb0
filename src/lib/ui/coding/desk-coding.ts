import type { CodingDesk, LiveCoding } from '#lib/contract/coding-desk.ts';
import type { CodingAnswer } from '#lib/contract/coding.ts';
import type { Coding } from '#lib/domain/coding/coding.ts';
import { decidedBetween } from '#lib/domain/coding/undo.ts';
import { noValences, valencesFrom } from '#lib/domain/coding/valence.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import { samePlace } from '#lib/domain/text/range.ts';

/**
 * A coding on the desk. It is there from the press of a key, before the server knows it; so it has a key of its own
 * (`id`) that stays the same for the whole visit, and the server's id beside it.
 */
export type DeskCoding = Pick<
	Coding,
	'id' | 'range' | 'codeId' | 'coderId' | 'valences' | 'isImportant' | 'codedAt' | 'decidedAt'
> & {
	/** when it got the code it has now; absent = when it was made */
	readonly codeSetAt?: string;
	/** null = not stored yet */
	readonly savedId: CodingId | null;
	readonly hasMemo: boolean;
	/** when the server changed it last; null = not known here */
	readonly changedAt: string | null;
	readonly state: 'saved' | 'saving' | 'failed';
	/** what could not be done with it, where that is not storing or changing it; it is shown as failed until then */
	readonly failedTo?: 'remove' | 'restore';
	/** why it could not be stored, in a sentence */
	readonly problem: string | null;
	/** what the server was asked to store, when that was changed here before it answered */
	readonly asked?: Decision;
};

/** What makes two codings the same: who put which code on which passage. */
type Decision = Pick<Coding, 'range' | 'codeId' | 'coderId'>;

/** The codings of a desk as it was read. */
export const codingsOfDesk = ({ codes, coders, codings }: CodingDesk): readonly DeskCoding[] =>
	codings.flatMap(
		([id, start, end, code, coder, change, level, isImportant, hasMemo, codedAt, changedAt, codeSetAt, decidedAt]) => {
			const codeId = codes[code]?.id;
			const coderId = coders[coder]?.id;
			if (codeId === undefined || coderId === undefined) return [];
			return {
				id,
				savedId: id,
				range: { start, end },
				codeId,
				coderId,
				valences: { change, level },
				isImportant: isImportant === 1,
				hasMemo: hasMemo === 1,
				codedAt: new Date(codedAt).toISOString(),
				...(codeSetAt && { codeSetAt: new Date(codeSetAt).toISOString() }),
				...(decidedAt && { decidedAt }),
				changedAt: new Date(changedAt ?? codedAt).toISOString(),
				state: 'saved' as const,
				problem: null
			};
		}
	);

/** A coding as the server told it, by answer or live. */
export const codingOfAnswer = (answer: CodingAnswer | LiveCoding): DeskCoding => ({
	id: answer.id,
	savedId: answer.id,
	range: { start: answer.start, end: answer.end },
	codeId: answer.codeId,
	coderId: answer.coderId,
	valences: valencesFrom(answer.valences) ?? noValences,
	isImportant: answer.important,
	hasMemo: 'hasMemo' in answer ? answer.hasMemo : answer.memo !== '',
	codedAt: answer.codedAt,
	...(answer.codeSetAt !== answer.codedAt && { codeSetAt: answer.codeSetAt }),
	...(answer.decidedAt !== undefined && { decidedAt: answer.decidedAt }),
	changedAt: answer.changedAt,
	state: 'saved',
	problem: null
});

/** A coding as it stood before something about it did not come through. */
export const settled = ({ failedTo: _, ...coding }: DeskCoding): DeskCoding => ({
	...coding,
	...(coding.savedId !== null && { state: 'saved', problem: null })
});

/** Whether two codings look the same in text and margin; that the server has one now cannot be seen there. */
export const isDrawnAlike = (a: DeskCoding, b: DeskCoding): boolean =>
	isSameDecision(a, b) &&
	a.id === b.id &&
	a.valences.change === b.valences.change &&
	a.valences.level === b.valences.level &&
	a.isImportant === b.isImportant &&
	(a.state === 'failed') === (b.state === 'failed');

/** Whether nothing at all differs, as when the desk is told live what it has just been answered. */
export const isSameCoding = (a: DeskCoding, b: DeskCoding): boolean =>
	isDrawnAlike(a, b) &&
	a.savedId === b.savedId &&
	a.hasMemo === b.hasMemo &&
	a.codedAt === b.codedAt &&
	decidedBetween(a, b).length === 0 &&
	a.changedAt === b.changedAt &&
	a.state === b.state &&
	a.failedTo === b.failedTo &&
	a.problem === b.problem;

/** Whether two codings are the same decision of the same coder: the server keeps only one of them. */
export const isSameDecision = (a: Decision, b: Decision): boolean =>
	a.codeId === b.codeId && a.coderId === b.coderId && samePlace(a.range, b.range);

/** Whether what the server tells about is a coding from here that it has not answered about yet. */
export const isStoredOf = (own: DeskCoding, told: DeskCoding): boolean => isSameDecision(own.asked ?? own, told);
