import type { ChangeCodingInput, CodingItem } from '#lib/contract/coding.ts';
import type { Decided } from '#lib/domain/coding/undo.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Action } from '../coding/action-history.svelte.ts';
import { codingOfAnswer } from '../coding/desk-coding.ts';

/** What can be decided anew about a quote without its text. */
export type QuoteChange = Pick<ChangeCodingInput, 'codeId' | 'valences' | 'important' | 'moveEdge'>;

/** How a change is taken back: with its passage as it was. */
export type ChangeBack = QuoteChange & Pick<ChangeCodingInput, 'start' | 'end' | 'version'>;

/** The name of a code, from its path. */
export const nameOf = (path: string) => path.split(' › ').at(-1) ?? path;

/** A quote as far as undo is about it. */
export const decidedOf = (quote: CodingItem): Decided => {
	const { id, range, codeId, valences, isImportant } = codingOfAnswer(quote);
	return { id, range, codeId, valences, isImportant };
};

/** Taking a quote away, as the desk of its interview keeps it. */
export const removalOf = (quote: CodingItem): Action => ({
	label: m.desk_action_removed({ name: nameOf(quote.codePath) }),
	steps: [{ kind: 'remove', coding: decidedOf(quote) }]
});

/** What a change says, without what it leaves as it is. */
export const given = ({ codeId, valences, important }: QuoteChange): Partial<CodingItem> => ({
	...(codeId !== undefined && { codeId }),
	...(valences !== undefined && { valences }),
	...(important !== undefined && { important })
});

/** What a change overwrites. */
export const partOf = (quote: CodingItem, change: QuoteChange): ChangeBack => ({
	...(change.codeId !== undefined && { codeId: quote.codeId }),
	...(change.valences !== undefined && { valences: quote.valences }),
	...(change.important !== undefined && { important: quote.important }),
	...(change.moveEdge && { start: quote.start, end: quote.end, version: quote.version })
});

/** The same part as the desk's history keeps it. */
export const decisionOf = (quote: CodingItem, change: QuoteChange) => {
	const { range, codeId, valences, isImportant } = decidedOf(quote);
	return {
		...(change.codeId !== undefined && { codeId }),
		...(change.valences !== undefined && { valences }),
		...(change.important !== undefined && { isImportant }),
		...(change.moveEdge && { range })
	};
};
