import type { Wave } from '../domain/area/wave.ts';
import { plainName } from './table-columns.ts';

/** What the cells of a column are of one figure. */
export type Part = 'value' | 'n' | 'lower' | 'upper' | 'year';

export type Heading = {
	readonly part: Part;
	/** the heading without what it says of the part and of the reference year */
	readonly base: string;
	/** the reference year beside another: "2021 (2020)", "Nulmeting, peiljaar 2020" */
	readonly year: number | null;
};

const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'iu');

const parts: readonly (readonly [Part, RegExp])[] = [
	['lower', word('ondergrens|lower bound|lower')],
	['upper', word('bovengrens|upper bound|upper')],
	['n', word('aantal respondenten|respondenten|respondents|n')],
	['year', word('peiljaar|reference year')]
];
const interval = /(?:95\s*%?[\s-]*)?(?:betrouwbaarheidsinterval|interval|(?<!\p{L})(?:bi|ci)(?!\p{L}))/giu;
const besideYear = /^(.*[\p{L}\d)])\s*(?:\(\s*(?:peiljaar:?\s*)?|[,;:]?\s+peiljaar:?\s*)((?:19|20)\d{2})\)?$/iu;

/** What a heading says of its column: "2021 ondergrens" holds lower bounds, "2021 (2020)" values about 2020. */
export const headingOf = (column: string): Heading => {
	const text = column.normalize('NFC').trim();
	const [part, found] = parts.find(
		([name, words]) => words.test(text) && (name !== 'year' || !besideYear.test(text))
	) ?? ['value' as const];
	const bare = found ? tidy(text.replace(found, ' ').replaceAll(interval, ' ')) : text;
	const beside = besideYear.exec(bare);
	// "KG1 (2020)" names no round beside its year: that is for the reader of the heading to see.
	return { part, base: tidy(beside?.[1] ?? bare), year: beside ? Number(beside[2]) : null };
};

const tidy = (text: string): string =>
	text
		.replaceAll(/\(\s*\)/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/^[\s:;,_|-]+|[\s:;,_|-]+$/g, '')
		.replace(/^\(([^()]*)\)$/, '$1');

/** The one year that the name of a column or a cell speaks of: "2021", "Meting 2023", "2022JJ00"; null when there is none. */
export const yearIn = (text: string): number | null => {
	const years = new Set([...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year)));
	const [year] = years;
	return years.size === 1 && year !== undefined ? year : null;
};

/** The one round that a name or its year means. */
export const waveOf = (waves: readonly Wave[], text: string): Wave | null => {
	const label = waves.filter((wave) => plainName(wave.label) === plainName(text));
	const year = yearIn(text);
	const [found, another] = label.length > 0 ? label : waves.filter((wave) => wave.year === year);
	return found && !another ? found : null;
};

/** The part of a heading that names a round or a year: "KG1 2021" speaks of "2021"; null = of none. */
export const periodIn = (text: string, waves: readonly Wave[]): string | null => {
	const label = waves.find((wave) => wave.label.trim() !== '' && word(escape(wave.label.trim())).test(text));
	if (label) return label.label;
	const year = yearIn(text);
	return year === null ? null : String(year);
};

/** A heading without the rounds and years it speaks of: that of the same column in another round. */
export const withoutPeriods = (text: string, waves: readonly Pick<Wave, 'label'>[] = []): string =>
	tidy(
		[...waves]
			.sort((one, other) => other.label.length - one.label.length)
			.reduce((rest, { label }) => {
				const name = label.trim();
				return name === '' ? rest : rest.replace(word(escape(name)), ' ');
			}, text)
			.replaceAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, ' ')
			.replaceAll(/\(\s*\)/g, ' ')
	);

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
