import type { LiveBlockAnswer } from '#lib/contract/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { capitalised } from '#lib/words/labels.ts';
import { liveKindLabel, liveStateLabel, saidWords } from '#lib/words/writing.ts';

/** How a block looks in the text. */
export const chipWords = (block: LiveBlockAnswer | undefined) =>
	block
		? {
				says: saidWords(block.said),
				about: `${capitalised(liveKindLabel(block.shows.kind))} · ${liveStateLabel(block.state)}`,
				attention: String(asksAttention(block))
			}
		: { says: m.writing_block_lost(), about: liveStateLabel('gone'), attention: 'true' };

/** Whether somebody has to look at a block. */
export const asksAttention = ({ state }: Pick<LiveBlockAnswer, 'state'>): boolean =>
	state !== 'same' && state !== 'kept';
