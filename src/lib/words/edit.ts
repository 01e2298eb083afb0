import type { EditImpact, HitKind } from '../domain/coding/edit-impact.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';
import { listWords } from './number.ts';

const kinds = ['grown', 'shrunk', 'replaced', 'orphaned'] as const satisfies readonly HitKind[];

/** What an edit does to codings, in a sentence: "Raakt 3 coderingen: 2 gegroeid en 1 los." */
export const sayImpact = (impact: EditImpact, locale: Locale = readersLocale()): string => {
	const counted = {
		grown: m.edit_impact_grown,
		shrunk: m.edit_impact_shrunk,
		replaced: m.edit_impact_replaced,
		orphaned: m.edit_impact_orphaned
	};
	const hit = kinds.filter((kind) => impact[kind] > 0);
	if (hit.length === 0) return m.edit_impact_none({ moved: impact.moved }, { locale });
	const n = hit.reduce((sum, kind) => sum + impact[kind], 0);
	const words = listWords(
		hit.map((kind) => counted[kind]({ n: impact[kind] }, { locale })),
		locale
	);
	const others = impact.moved > 0 ? ` ${m.edit_impact_moved({ n: impact.moved }, { locale })}` : '';
	return m.edit_impact({ n, kinds: words }, { locale }) + others;
};

/** How one coding is hit. */
export const hitLabel = (kind: HitKind, locale: Locale = readersLocale()): string =>
	({
		grown: m.edit_kind_grown,
		shrunk: m.edit_kind_shrunk,
		replaced: m.edit_kind_replaced,
		orphaned: m.edit_kind_orphaned
	})[kind]({}, { locale });
