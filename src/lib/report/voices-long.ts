import type { Valence } from '../domain/coding/valence.ts';
import { groups, type Group } from '../domain/source/source.ts';
import type { DisplayRow, JointDisplay } from '../merge/joint-display.ts';
import { tellingOf, withheldParts } from '../merge/small-cells.ts';
import type { CodingsOf } from '../merge/voice-codings.ts';
import type { Sign } from '../merge/voices.ts';
import * as m from '../paraglide/messages.js';
import { groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
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
 * direction, of how many, with how many codings. A group in a round of too few interviews is one row that tells no more, and
 * so is one that would give such a group away beside the whole; where groups are not told apart, both are told together.
 */
export const voicesRows = (display: JointDisplay, codings: CodingsOf, locale: Locale): readonly (readonly Cell[])[] => {
	const cells = voiceCells(display);
	return display.rows.flatMap((row) => cells.flatMap((cell) => rowsOf({ display, codings, locale }, row, cell)));
};

/** How many groups in rounds are there of which the long form does not tell what they say. */
export const withheldVoices = (display: JointDisplay): number =>
	voiceCells(display).filter(({ told }) => told !== 'told').length;

type Round = JointDisplay['method']['waves'][number];

/** Whose interviews of one round a row is about; `told` = whether what they say is told, else why not. */
type VoiceCell = {
	readonly round: Round;
	readonly who: Group | 'together';
	readonly interviews: number;
	readonly told: 'told' | 'small' | 'beside-small';
};

/** The interviews of each round by group, and of both together where groups are not told apart. */
const voiceCells = ({ method, smallCell }: JointDisplay): readonly VoiceCell[] => {
	const telling = tellingOf(method, smallCell);
	const whole = { apart: groups, together: [...groups, 'together'], none: groups } as const;
	const withheld = new Map(
		whole[telling].map((who) => {
			const isSplit = who === 'together' || telling === 'apart';
			const sizes = method.waves.map((round) => sizeOf(round, who));
			return [who, isSplit ? withheldParts(sizes, smallCell) : new Set(sizes.keys())];
		})
	);
	return method.waves.flatMap((round, at) =>
		whole[telling].flatMap((who): readonly VoiceCell[] => {
			const interviews = sizeOf(round, who);
			if (interviews === 0) return [];
			const isSmall = interviews < smallCell;
			const told = !withheld.get(who)?.has(at) ? 'told' : isSmall ? 'small' : 'beside-small';
			return [{ round, who, interviews, told }];
		})
	);
};

const sizeOf = ({ interviews, residents, professionals }: Round, who: VoiceCell['who']): number =>
	who === 'together' ? interviews : who === 'resident' ? residents : professionals;

const directions: readonly (Valence | null)[] = ['forward', 'backward', 'good', 'improve', null];

type Asked = {
	readonly display: JointDisplay;
	readonly codings: CodingsOf;
	readonly locale: Locale;
};

const rowsOf = (
	{ display, codings, locale }: Asked,
	row: DisplayRow,
	{ round: { waveId, year }, who, interviews: total, told }: VoiceCell
): readonly (readonly Cell[])[] => {
	const name = who === 'together' ? m.report_long_together({}, { locale }) : groupLabel(who, locale);
	const place = [display.area.name, display.pillar.name, row.name, year, name];
	if (told !== 'told') {
		const words = told === 'small' ? m.report_long_unsplit : m.report_long_beside_small;
		return [[...place, words({}, { locale }), null, total, null]];
	}
	const counted = who === 'together' ? groups : [who];
	const signs = row.voices.signs.filter((sign) => sign.waveId === waveId && counted.includes(sign.group));
	if (signs.length === 0) return [];
	const codingsIn = (direction: Valence | null | 'all') =>
		counted.reduce((sum, group) => sum + codings({ codeId: row.codeId, waveId, group }, direction), 0);
	return [
		[...place, m.report_long_mentions({}, { locale }), signs.length, total, codingsIn('all')],
		...directions.flatMap((direction): readonly (readonly Cell[])[] => {
			const interviews = signs.filter((sign) => says(sign, direction)).length;
			if (interviews === 0) return [];
			const words = direction === null ? m.report_no_direction({}, { locale }) : valenceLabel(direction, locale);
			return [[...place, words, interviews, total, codingsIn(direction)]];
		})
	];
};

const says = ({ change, level }: Sign, direction: Valence | null): boolean => {
	if (direction === null) return change === null && level === null;
	const value = direction === 'forward' || direction === 'backward' ? change : level;
	return value === direction || value === 'both';
};
