import type { Valence } from '../domain/coding/valence.ts';
import { groups, type Group } from '../domain/source/source.ts';
import type { DisplayRow, JointDisplay } from '../merge/joint-display.ts';
import type { CodingsOf } from '../merge/voice-codings.ts';
import type { Sign } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { groupsToldIn } from './display-cells.ts';
import type { Cell, Column } from './table.ts';

/** The columns of voices in long form (DOMAIN 7.7). */
export const voicesColumns = (locale: Locale): readonly Column[] =>
	(
		[
			[m.report_long_area, 18],
			[m.report_long_pillar, 24],
			[m.report_long_theme, 32],
			[m.report_long_wave, 11],
			[m.report_long_group, 14],
			[m.report_long_valence, 18],
			[m.report_long_interviews, 12],
			[m.report_long_total, 14],
			[m.report_long_codings, 12]
		] as const
	).map(([label, width]) => ({ label: label({}, { locale }), width }));

/**
 * For each theme, round and group that speaks of it: in how many interviews it is mentioned, and in how many in each
 * direction, of how many, with how many codings. A group of which too few were spoken to is one row that tells no more.
 */
export const voicesRows = (display: JointDisplay, codings: CodingsOf, locale: Locale): readonly (readonly Cell[])[] => {
	const { telling } = groupsToldIn(display);
	return display.rows.flatMap((row) =>
		display.method.waves.flatMap((wave) =>
			groups.flatMap((group) => rowsOf({ display, codings, locale, isSmall: telling !== 'apart' }, row, wave, group))
		)
	);
};

const directions: readonly (Valence | null)[] = ['forward', 'backward', 'good', 'improve', null];

type Asked = {
	readonly display: JointDisplay;
	readonly codings: CodingsOf;
	readonly locale: Locale;
	readonly isSmall: boolean;
};

const rowsOf = (
	{ display, codings, locale, isSmall }: Asked,
	row: DisplayRow,
	wave: JointDisplay['method']['waves'][number],
	group: Group
): readonly (readonly Cell[])[] => {
	const signs = row.voices.signs.filter((sign) => sign.waveId === wave.waveId && sign.group === group);
	const total = group === 'resident' ? wave.residents : wave.professionals;
	const place = [display.area.name, display.pillar.name, row.name, wave.year, groupLabel(group, locale)];
	if (total === 0) return [];
	if (isSmall) return [[...place, m.report_long_unsplit({}, { locale }), null, total, null]];
	if (signs.length === 0) return [];
	const theme = { codeId: row.codeId, waveId: wave.waveId, group };
	return [
		[...place, m.report_long_mentions({}, { locale }), signs.length, total, codings(theme, 'all')],
		...directions.flatMap((direction): readonly (readonly Cell[])[] => {
			const interviews = signs.filter((sign) => says(sign, direction)).length;
			if (interviews === 0) return [];
			const words = direction === null ? m.report_no_direction({}, { locale }) : valenceLabel(direction, locale);
			return [[...place, words, interviews, total, codings(theme, direction)]];
		})
	];
};

const says = ({ change, level }: Sign, direction: Valence | null): boolean => {
	if (direction === null) return change === null && level === null;
	const value = direction === 'forward' || direction === 'backward' ? change : level;
	return value === direction || value === 'both';
};
