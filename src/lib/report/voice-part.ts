import type { CountedSaying, LiveRef } from '../domain/report/live-block.ts';
import type { DisplaySource, JointDisplay } from '../merge/joint-display.ts';
import type { Sign } from '../merge/voices.ts';

/** What an interview is in a number: it says what is counted, or it is only among the interviews that were asked. */
export type VoicePart = 'says' | 'among';

/**
 * What an interview is in the numbers of a live block; null = they do not lean on it. `display` = of the block;
 * `counted` = the interview as that display counts it, null when it does not. Figures, charts and tables are about
 * indicators and lean on no interview.
 */
export const voicePart = (
	ref: LiveRef,
	display: Pick<JointDisplay, 'rows'>,
	counted: Pick<DisplaySource, 'id' | 'group'> | null
): VoicePart | null => {
	if (!counted) return null;
	switch (ref.kind) {
		case 'count': {
			const row = display.rows.find(({ codeId }) => codeId === ref.codeId);
			if (!row || (ref.group !== 'together' && ref.group !== counted.group)) return null;
			const sign = row.voices.signs.find(({ sourceId }) => sourceId === counted.id);
			return sign && says(sign, ref.saying) ? 'says' : 'among';
		}
		case 'display':
			return display.rows.some(({ voices }) => voices.signs.some(({ sourceId }) => sourceId === counted.id))
				? 'says'
				: 'among';
		case 'quote':
		case 'figure':
		case 'chart':
		case 'table':
			return null;
		default:
			return ref satisfies never;
	}
};

const says = ({ change, level }: Pick<Sign, 'change' | 'level'>, saying: CountedSaying): boolean => {
	switch (saying) {
		case 'mentions':
			return true;
		case 'forward':
		case 'backward':
			return change === saying || change === 'both';
		case 'good':
		case 'improve':
			return level === saying || level === 'both';
		default:
			return saying satisfies never;
	}
};
