import type { NetworkCell, NetworkDisplay } from '../merge/network.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { leftOutLine } from './display-manifest.ts';
import { manifestLines } from './manifest.ts';
import type { Table } from './table.ts';

/**
 * What professionals say about their collaboration, a theme and area a row. Where fewer interviews than `smallest` name a
 * theme, what they say is not told: professionals are easily known again. The file counts where that is.
 */
export const networkTable = (display: NetworkDisplay, smallest: number, about: About, locale: Locale): Table => {
	const isSmall = ({ voices: { mentions } }: NetworkCell) => mentions === null || (mentions > 0 && mentions < smallest);
	const left = display.rows.flatMap(({ cells }) => cells.filter(isSmall)).length;
	return {
		name: m.network_title({}, { locale }),
		watermark: watermarkOf(about, locale),
		about: aboutLines(
			about,
			dataHash(display),
			[
				...manifestLines([{ label: m.network_theme({}, { locale }), parts: display.rows }], locale),
				[m.network_about({}, { locale }), m.network_small_note({ n: smallest }, { locale })],
				leftOutLine(left > 0 ? [m.network_left_cells({ n: left }, { locale })] : [], locale)
			],
			locale
		),
		columns: [
			{ label: m.network_theme({}, { locale }), width: 32 },
			{ label: m.network_area({}, { locale }), width: 22 },
			{ label: m.network_interviews({}, { locale }), width: 14 },
			{ label: m.network_mentions({}, { locale }), width: 14 },
			{ label: m.network_good({}, { locale }), width: 14 },
			{ label: m.network_improve({}, { locale }), width: 14 }
		],
		rows: display.rows.flatMap(({ name, cells }) =>
			cells.map((cell) => {
				const { total, mentions, good, improve } = cell.voices;
				return isSmall(cell)
					? [name, cell.area.name, total, m.network_fewer({ n: smallest }, { locale }), null, null]
					: [name, cell.area.name, total, mentions, good, improve];
			})
		)
	};
};
