import type { ChangedCodesAnswer } from '#lib/contract/code-change.ts';
import type { MergeFigures } from '#lib/contract/code-merge.ts';
import { m } from '#lib/paraglide/messages.js';
import { ask, type Reply } from '../api/ask.ts';

type Texts = { readonly interviews: number; readonly otherTexts: number | null };

/** In how many interviews something stands; of texts when not all are interviews, or when that is not known. */
export const sayTexts = ({ interviews, otherTexts }: Texts): string =>
	otherTexts === 0 ? m.codebook_count_interviews({ n: interviews }) : m.codebook_count_texts({ n: interviews });

/** What a change touches, as a sentence: "Dit raakt 41 coderingen in 9 gesprekken." */
export const sayImpact = ({ codings, ...texts }: Texts & { readonly codings: number }): string =>
	codings === 0
		? m.codebook_impact_none()
		: m.codebook_impact({ codings: m.codebook_count_codings({ n: codings }), interviews: sayTexts(texts) });

/** What a merge does besides giving codings another code: to codes below, judgements, chosen quotes, passages and notes. */
export const sayMerge = (merged: Omit<MergeFigures, 'moved'>): string =>
	[
		[merged.children, m.codebook_merge_children] as const,
		[merged.decisions, m.codebook_merge_decisions] as const,
		[merged.chosenQuotes, m.codebook_merge_quotes] as const,
		[merged.quotesLeft, m.codebook_merge_quotes_left] as const,
		[merged.united, m.codebook_merge_united] as const,
		[merged.joinedNotes, m.codebook_joined_notes] as const
	]
		.flatMap(([n, say]) => (n > 0 ? [say({ n })] : []))
		.join(' ');

/** Asks what a change of these codes, with all that stands below them, would touch. */
export const countImpact = (projectId: string, codeIds: readonly string[]): Promise<Reply<ChangedCodesAnswer>> =>
	ask<ChangedCodesAnswer>('POST', `/api/v1/projects/${projectId}/code-changes?preview=true`, {
		kind: 'delete',
		codeIds
	});
