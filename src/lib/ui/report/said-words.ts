import type { LiveBlockAnswer } from '#lib/contract/report.ts';
import type { Said } from '#lib/domain/report/live-block.ts';
import { m } from '#lib/paraglide/messages.js';
import { capitalised } from '#lib/words/labels.ts';
import { liveKindLabel, liveStateLabel } from '#lib/words/writing.ts';

/** What a block says, on one line. */
export const saidWords = (said: Said | null): string => {
	if (said === null) return m.writing_words_withheld();
	switch (said.kind) {
		case 'quote':
			return `‘${said.text}’ [${said.reference}]`;
		case 'lines':
			return said.lines.join(' ');
		case 'chart':
			return said.description;
		case 'table':
			return m.writing_table_short({ caption: said.caption, rows: said.rows.length });
		default:
			return said satisfies never;
	}
};

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
