import type { CodebookChange, ForerunnerApart } from '../domain/codebook/history.ts';
import type { Description, VersionDifference } from '../domain/codebook/version-differences.ts';
import type { ChangedPillars } from '../merge/codebook-change.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';
import { listWords } from './number.ts';

/** That two rounds were coded with another codebook, and what is different: one sentence for each thing. */
export const codebookChangeSentences = (
	{ from, to, differences }: CodebookChange,
	locale: Locale
): readonly string[] => {
	const years = { from: String(from.year), to: String(to.year) };
	const described = Map.groupBy(differences, (one) => (one.kind === 'described' ? one.codeId : one));
	return [
		roundsSentence({ from, to }, locale),
		...[...described.values()].map((group) => differenceSentence(group, years, locale))
	];
};

/** The same for an overview: for each pillar how many themes are different. */
export const changedPillarsSentence = (
	{ pillars, ...rounds }: ChangedPillars,
	locale: Locale = readersLocale()
): string => {
	const counts = pillars.map(({ pillar, themes }) =>
		m.display_codebook_pillar({ pillar: pillar.name, n: themes }, { locale })
	);
	return `${roundsSentence(rounds, locale)} ${m.display_codebook_pillars({ pillars: listWords(counts, locale) }, { locale })}`;
};

/** That a theme goes on from a code that stands beside it. */
export const forerunnerSentence = ({ path, forerunners }: ForerunnerApart, locale: Locale): string =>
	m.display_codebook_apart({ path, paths: quoted(forerunners, locale) }, { locale });

const roundsSentence = ({ from, to }: Pick<CodebookChange, 'from' | 'to'>, locale: Locale): string =>
	m.display_codebook_changed(
		{ fromYear: String(from.year), fromName: from.name, toYear: String(to.year), toName: to.name },
		{ locale }
	);

const differenceSentence = (
	group: readonly VersionDifference[],
	years: { readonly from: string; readonly to: string },
	locale: Locale
): string => {
	const [one] = group;
	if (!one) return '';
	const { path } = one;
	switch (one.kind) {
		case 'added':
			return one.forerunners.length > 0
				? m.display_codebook_follows({ path, year: years.to, paths: quoted(one.forerunners, locale) }, { locale })
				: m.display_codebook_added({ path, year: years.to }, { locale });
		case 'removed':
			return m.display_codebook_removed({ path, year: years.from }, { locale });
		case 'merged':
			return m.display_codebook_merged({ path, year: years.from, paths: quoted(one.into, locale) }, { locale });
		case 'renamed':
			return m.display_codebook_renamed({ path, year: years.from, before: one.before }, { locale });
		case 'moved':
			return one.before === null
				? m.display_codebook_was_on_top({ path, year: years.from }, { locale })
				: m.display_codebook_moved({ path, year: years.from, before: one.before }, { locale });
		case 'described': {
			const fields = group.flatMap((other) => (other.kind === 'described' ? [fieldName(other.field, locale)] : []));
			return m.display_codebook_described({ path, year: years.from, fields: listWords(fields, locale) }, { locale });
		}
		case 'became-group':
			return m.display_codebook_became_group({ path, year: years.from }, { locale });
		case 'became-code':
			return m.display_codebook_became_code({ path, year: years.from }, { locale });
		case 'synonyms':
			return m.display_codebook_described(
				{ path, year: years.from, fields: m.display_codebook_synonyms({}, { locale }) },
				{ locale }
			);
		default:
			return one satisfies never;
	}
};

const fieldName = (field: Description, locale: Locale): string => {
	const names = {
		definition: m.display_codebook_definition,
		include: m.display_codebook_include,
		exclude: m.display_codebook_exclude,
		example: m.display_codebook_example
	} as const satisfies Record<Description, unknown>;
	return names[field]({}, { locale });
};

const quoted = (codes: readonly { readonly path: string }[], locale: Locale): string =>
	listWords(
		codes.map(({ path }) => `‘${path}’`),
		locale
	);
