import type { LiveState } from '../domain/report/live-block.ts';
import type { Group } from '../domain/source/source.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { listWords } from '../words/number.ts';

/** What a reader of a file must know is not in it, or does not stand as it should, and why. */
export type LeftOut =
	| { readonly kind: 'undecided' | 'to-review'; readonly place: string; readonly n: number }
	/** chosen quotes without consent, whose passage was coded as something else since, or whose interview counts no more */
	| {
			readonly kind: 'quote-consent' | 'quote-off-theme' | 'quote-uncounted';
			readonly place: string;
			readonly n: number;
	  }
	| { readonly kind: 'small-group'; readonly place: string; readonly group: Group; readonly smallest: number }
	/** all interviews together are too few to tell what they say */
	| { readonly kind: 'small-together'; readonly place: string; readonly smallest: number }
	/** what an author wrote about a small group, and counts or quotes in a text that tell what a small group says */
	| { readonly kind: 'small-text' | 'small-block'; readonly place: string; readonly n: number }
	| {
			readonly kind:
				'more-figures' | 'more-quotes' | 'more-explanations' | 'more-evidence' | 'more-messages' | 'reasons';
			readonly place: string;
			readonly n: number;
	  }
	/** people said that they do not know them */
	| { readonly kind: 'rejected-explanations'; readonly place: string; readonly n: number }
	/** figures of which every value is missing or suppressed */
	| { readonly kind: 'no-values'; readonly place: string; readonly labels: readonly string[] }
	/** tables show some of the rounds */
	| { readonly kind: 'more-rounds'; readonly place: string; readonly shown: number; readonly n: number }
	/** what its authors wrote does not fit on so many pages */
	| { readonly kind: 'too-long'; readonly place: string; readonly pages: number }
	| { readonly kind: 'block'; readonly place: string; readonly state: Exclude<LiveState, 'same'>; readonly n: number };

/** The same with one line for what is left out alike in several places: their names together, their numbers added up. */
export const united = (leftOut: readonly LeftOut[], locale: Locale): readonly LeftOut[] => {
	const groups = Map.groupBy(leftOut, ({ place, ...rest }) =>
		'n' in rest ? JSON.stringify({ ...rest, n: 0 }) : `${place} ${JSON.stringify(rest)}`
	);
	return [...groups.values()].flatMap((alike): readonly LeftOut[] => {
		const [first] = alike;
		if (!first || !('n' in first)) return first ? [first] : [];
		const places = [...new Set(alike.map(({ place }) => place))];
		const n = alike.reduce((sum, left) => sum + ('n' in left ? left.n : 0), 0);
		return [{ ...first, place: listWords(places, locale), n }];
	});
};

/** The same as a sentence. */
export const leftOutSentence = (left: LeftOut, locale: Locale): string => {
	const { place } = left;
	switch (left.kind) {
		case 'undecided':
			return m.writing_left_undecided({ place, n: left.n }, { locale });
		case 'to-review':
			return m.writing_left_to_review({ place, n: left.n }, { locale });
		case 'quote-consent':
			return m.writing_left_consent({ place, n: left.n }, { locale });
		case 'quote-off-theme':
			return m.writing_left_off_theme({ place, n: left.n }, { locale });
		case 'quote-uncounted':
			return m.writing_left_uncounted({ place, n: left.n }, { locale });
		case 'small-group':
			return left.group === 'resident'
				? m.writing_left_small_residents({ place, smallest: left.smallest }, { locale })
				: m.writing_left_small_professionals({ place, smallest: left.smallest }, { locale });
		case 'small-together':
			return m.writing_left_small_together({ place, smallest: left.smallest }, { locale });
		case 'small-text':
			return m.writing_left_small_text({ place, n: left.n }, { locale });
		case 'small-block':
			return m.writing_left_small_block({ place, n: left.n }, { locale });
		case 'more-figures':
			return m.writing_left_figures({ place, n: left.n }, { locale });
		case 'no-values':
			return m.writing_left_no_values(
				{
					place,
					figures: listWords(
						left.labels.map((label) => `‘${label}’`),
						locale
					)
				},
				{ locale }
			);
		case 'more-rounds':
			return m.writing_left_rounds({ place, shown: left.shown, n: left.n }, { locale });
		case 'more-quotes':
			return m.writing_left_quotes({ place, n: left.n }, { locale });
		case 'more-explanations':
			return m.writing_left_explanations({ place, n: left.n }, { locale });
		case 'rejected-explanations':
			return m.writing_left_rejected({ place, n: left.n }, { locale });
		case 'more-evidence':
			return m.writing_left_evidence({ place, n: left.n }, { locale });
		case 'more-messages':
			return m.writing_left_messages({ place, n: left.n }, { locale });
		case 'reasons':
			return m.writing_left_reasons({ place, n: left.n }, { locale });
		case 'too-long':
			return m.writing_left_too_long({ place, pages: left.pages }, { locale });
		case 'block':
			return blockSentence(left, locale);
		default:
			return left satisfies never;
	}
};

const blockSentence = ({ place, state, n }: Extract<LeftOut, { kind: 'block' }>, locale: Locale): string => {
	switch (state) {
		case 'changed':
			return m.writing_left_block_changed({ place, n }, { locale });
		case 'kept':
			return m.writing_left_block_kept({ place, n }, { locale });
		case 'gone':
			return m.writing_left_block_gone({ place, n }, { locale });
		case 'not-allowed':
			return m.writing_left_block_not_allowed({ place, n }, { locale });
		default:
			return state satisfies never;
	}
};
