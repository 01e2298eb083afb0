import type { RereadAnswer } from '../../contract/reread.ts';
import { toCutAnswer } from '../../contract/source-answer.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Cut } from '../../domain/source/recut.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { SourceDraft } from '../../import/source-draft.ts';

const shownTurns = 8;
const shownCharacters = 200; // of a turn, in code points

type Shown = Pick<RereadAnswer, 'format' | 'readAs' | 'characters' | 'turns' | 'speakers' | 'firstTurns'> & {
	readonly warnings: readonly Problem[];
};

/** What a file looks like as it was read: how much there is, who speaks, and how it begins. */
export const previewOfDraft = ({ text, format, readAs, warnings, turns }: SourceDraft, cut: Cut): Shown => {
	const map = positionMap(text);
	return {
		format,
		readAs,
		characters: map.length,
		turns: turns.length,
		speakers: toCutAnswer(cut).speakers.map(({ label, role, turns: n }) => ({ label, role, turns: n })),
		firstTurns: turns.slice(0, shownTurns).map(({ speaker, startMs, start, end }) => ({
			speaker,
			startMs,
			text: end - start > shownCharacters ? `${map.slice(start, start + shownCharacters)}…` : map.slice(start, end)
		})),
		warnings
	};
};
