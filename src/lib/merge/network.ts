import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Code } from '../domain/codebook/code.ts';
import { inTreeOrder, pillarsOf, withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import type { CodeId, WaveId } from '../domain/project/ids.ts';
import type { DisplayCoding, DisplaySource } from './joint-display.ts';
import { sayingsByCode, sayingsOf, speakersOf } from './sayings.ts';
import { interviewsInScope } from './scope.ts';
import { signsOf, voicesOf, type Sign, type VoiceCount } from './voices.ts';

type Told = { readonly [Count in 'mentions' | 'good' | 'improve']: number | null };

/** What professionals in one area say about one theme of their collaboration. */
export type NetworkCell = {
	readonly area: Area;
	/** mentions, good and improve count; change does not: this is about how it goes. null = too few to be told */
	readonly voices: Pick<VoiceCount, 'total' | 'isThin'> & Told;
	readonly signs: readonly Sign[];
};

export type NetworkRow = {
	readonly codeId: CodeId;
	readonly name: string;
	readonly definition: string;
	/** in the order of the areas */
	readonly cells: readonly NetworkCell[];
};

/** Collaboration in the network of a wijk: themes down, areas across, professionals only. */
export type NetworkDisplay = {
	readonly areas: readonly Area[];
	/** interviews with professionals that count, in the order of the areas */
	readonly interviews: readonly number[];
	readonly rows: readonly NetworkRow[];
};

export type NetworkInput = {
	/** one, or several that are shown below each other */
	readonly groups: readonly Code[];
	readonly codebook: Codebook;
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	readonly toWaveId: WaveId;
	readonly includeEarlierWaves: boolean;
	readonly sources: readonly DisplaySource[];
	readonly codings: readonly DisplayCoding[];
};

/** The groups of codes that can be about collaboration: at the top of the tree, with themes, and under no pillar. */
export const networkGroups = (book: Codebook): readonly Code[] =>
	inTreeOrder(book)
		.map(({ code }) => code)
		.filter(
			({ id, parentId, isCodable }) =>
				parentId === null && !isCodable && pillarsOf(book, id).length === 0 && networkThemes(book, id).length > 0
		);

/**
 * The groups that are about collaboration: those a project chose, as far as they still can be; else the first of them.
 * The others can be looked at too, after these.
 */
export const chosenNetworkGroups = (book: Codebook, chosen: readonly CodeId[]): readonly Code[] => {
	const groups = networkGroups(book);
	const own = groups.filter(({ id }) => chosen.includes(id));
	return own.length > 0 ? own : groups.slice(0, 1);
};

/** The codable codes of a group that serve no pillar, in the order of the tree. */
export const networkThemes = (book: Codebook, groupId: CodeId): readonly Code[] => {
	const within = new Set(withDescendants(book, groupId).map(({ id }) => id));
	return inTreeOrder(book)
		.map(({ code }) => code)
		.filter(({ id, isCodable }) => within.has(id) && isCodable && pillarsOf(book, id).length === 0);
};

/** Counts interviews with professionals, never passages; an interview that says both counts in both. */
export const networkDisplay = (input: NetworkInput): NetworkDisplay => {
	const { areas, codebook, groups } = input;
	const professionals = input.sources.filter((source) => source.group === 'professional');
	const interviews = areas.map(({ id }) => interviewsInScope(professionals, { ...input, areaId: id }));
	const speakers = interviews.map((ofArea) => speakersOf(ofArea, input.waves));
	const themes = groups.flatMap(({ id }) => networkThemes(codebook, id));
	const codeIds = [...new Set(themes.flatMap(({ id }) => withDescendants(codebook, id).map((code) => code.id)))];
	const sayings = speakers.map((ofArea) => sayingsByCode(input.codings, ofArea, codeIds));
	return {
		areas,
		interviews: interviews.map(({ length }) => length),
		rows: themes.map((code) => {
			const ids = withDescendants(codebook, code.id).map(({ id }) => id);
			return {
				codeId: code.id,
				name: code.name,
				definition: code.definition,
				cells: areas.map((area, at) => {
					const said = sayingsOf(sayings[at] ?? new Map(), ids);
					return cellOf(
						area,
						signsOf(
							speakers[at] ?? [],
							said.map((ofCode) => ofCode.said)
						),
						interviews[at]?.length ?? 0
					);
				})
			};
		})
	};
};

/**
 * The same for who does not see the interviews of some areas: what fewer than `smallest` of them say is not told, nor how
 * many. Professionals are easily known again by who knows the network.
 */
export const withoutSmallCells = (
	display: NetworkDisplay,
	smallest: number,
	seesInterviews: (areaId: Area['id']) => boolean
): NetworkDisplay => ({
	...display,
	rows: display.rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => {
			const { mentions } = cell.voices;
			const isSmall = mentions !== null && mentions > 0 && mentions < smallest;
			if (!isSmall || seesInterviews(cell.area.id)) return cell;
			return { ...cell, voices: { ...cell.voices, mentions: null, good: null, improve: null }, signs: [] };
		})
	}))
});

const cellOf = (area: Area, said: readonly Sign[], interviews: number): NetworkCell => {
	const { professional, signs } = voicesOf(said, { resident: 0, professional: interviews });
	const { total, mentions, good, improve, isThin } = professional;
	return { area, voices: { total, mentions, good, improve, isThin }, signs };
};
