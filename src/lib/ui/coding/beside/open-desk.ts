import type { CodingItem } from '#lib/contract/coding.ts';
import { noValences, valenceList, valencesFrom } from '#lib/domain/coding/valence.ts';
import { versionAt } from '#lib/domain/codebook/version.ts';
import { subjectOf } from '#lib/domain/coding/undo.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { QuoteChange } from '../../query/quote-change.ts';
import type { OpenDesk } from '../../query/open-desk.ts';
import { recode, removeCoding, undo } from '../coding-by-hand.ts';
import type { CodingChange } from '../coding-trails.ts';
import { moveEnd } from '../reshaping.ts';
import type { DeskState } from '../desk-state.svelte.ts';
import { samePlace } from '#lib/domain/text/range.ts';

/** The desk as a list of quotes beside it sees it: its own codings go through its history, the rest does not. */
export const openDesk = (desk: DeskState): OpenDesk => {
	/** under which key the desk knows a coding, also after it was taken away */
	const keys = new Map<string, CodingId>();
	const keyOf = (quote: CodingItem): CodingId | undefined => {
		if (quote.sourceId !== desk.source.id || quote.version !== desk.version) return undefined;
		const coding = desk.store.all.find(({ savedId }) => savedId === quote.id);
		if (coding) keys.set(quote.id, coding.id);
		return keys.get(quote.id);
	};
	const withKey = <T>(quote: CodingItem, act: (id: CodingId) => T): T | undefined => {
		const id = keyOf(quote);
		return id === undefined ? undefined : act(id);
	};
	return {
		has: (quote) => keyOf(quote) !== undefined,
		shown: (quote) => {
			const id = keyOf(quote);
			const coding = desk.store.all.find((one) => one.id === id);
			if (!coding) return null;
			const { codeId, codedAt, codeSetAt = codedAt, valences, isImportant, range } = coding;
			const isMoved = !samePlace(range, quote);
			const words = isMoved ? { ...range, quote: desk.quoteOf(range) } : {};
			const decided = { codeId, valences: [...valenceList(valences)], important: isImportant };
			// The list was read before it got the code that it has now.
			const isRecoded = codeSetAt !== quote.codeSetAt;
			return { ...quote, ...words, ...decided, ...(isRecoded && { codeSetAt, ...under(desk, quote, codeSetAt) }) };
		},
		change: (quote, change) =>
			void withKey(quote, (id) => {
				const coding = desk.store.get(id);
				if (change.moveEdge && coding) moveEnd(desk, coding, change.moveEdge);
				else if (change.codeId !== undefined) recode(desk, id, change.codeId);
				else desk.actions.change(id, partOf(change));
			}),
		remove: (quote) => void withKey(quote, (id) => removeCoding(desk, id)),
		bringBack: (quote) =>
			void withKey(quote, (id) => {
				const last = desk.actions.history.last;
				const step = last?.steps[0];
				if (last?.steps.length === 1 && step?.kind === 'remove' && subjectOf(step) === id) undo(desk);
				else desk.actions.bringBack(id);
			}),
		saveMemo: async (quote, memo, over) =>
			(await withKey(quote, (id) => desk.sync.saveMemo(id, memo, { over: [over] }))) ?? { ok: true, value: null }
	};
};

/** The version of the codebook under which a quote got its code. */
const under = (desk: DeskState, { codebookVersion }: CodingItem, at: string): Partial<CodingItem> => {
	const versions = desk.desk.codebookVersions.map((one) => ({ ...one, madeAt: new Date(one.madeAt) }));
	const version = versionAt(versions, new Date(at));
	if (version?.number === codebookVersion?.number) return {};
	return { codebookVersion: version && { id: version.id, number: version.number, name: version.name } };
};

const partOf = ({ valences, important }: QuoteChange): CodingChange => ({
	...(valences !== undefined && { valences: valencesFrom(valences) ?? noValences }),
	...(important !== undefined && { isImportant: important })
});
