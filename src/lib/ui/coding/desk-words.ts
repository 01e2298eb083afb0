import type { Valences } from '#lib/domain/coding/valence.ts';
import type { SourceKind } from '#lib/domain/source/source.ts';
import { m } from '#lib/paraglide/messages.js';
import type { TextSelection } from '../transcript/text-selection.svelte.ts';

/** Says the valences of a coding, change before level. The words are asked for once: a desk says them by the thousand. */
export const valenceWords = (): ((valences: Valences) => readonly string[]) => {
	const words = {
		forward: m.shell_valence_forward(),
		backward: m.shell_valence_backward(),
		good: m.shell_valence_good(),
		improve: m.shell_valence_improve()
	};
	return ({ change, level }) => [change, level].flatMap((valence) => (valence === null ? [] : words[valence]));
};

type Size = TextSelection['size'];

/** What is chosen, for someone who does not see it: "Gekozen: zin 2 van 4, 14 woorden". */
export const saySize = (size: Size, kind: SourceKind): string | null => {
	if (!size) return null;
	const words = m.desk_words({ n: size.words });
	if (size.turns > 1) return m.desk_chosen_turns({ kind, turns: size.turns, words });
	if (size.sentence > 0 && size.sentences > 1)
		return m.desk_chosen_sentence({ sentence: size.sentence, sentences: size.sentences, words });
	return size.isWhole ? m.desk_chosen_turn({ kind, words }) : m.desk_chosen_words({ words });
};

/** The same in as few words as the picker has room for: "zin 2 van 4". */
export const showSize = (size: Size, kind: SourceKind): string => {
	if (!size) return '';
	if (size.turns > 1) return m.desk_size_turns({ kind, n: size.turns });
	if (size.sentence > 0 && size.sentences > 1)
		return m.desk_size_sentence({ sentence: size.sentence, sentences: size.sentences });
	return size.isWhole ? m.desk_size_turn({ kind }) : m.desk_words({ n: size.words });
};
