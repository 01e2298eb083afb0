import type { FindingDirection, StudyCell } from '../domain/integration/study-evidence.ts';
import { countDirections, type ShownFinding, type ShownTable } from '../merge/study-evidence.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';
import { formatNumber, listWords } from './number.ts';

const directionLabels: Readonly<Record<FindingDirection, Saying>> = {
	forward: m.study_direction_forward,
	backward: m.study_direction_backward,
	'no-change': m.study_direction_no_change,
	'not-applicable': m.study_direction_not_applicable
};

/** A sign beside the word, never in its place. */
export const findingSign: Readonly<Record<FindingDirection, string>> = {
	forward: '▲',
	backward: '▼',
	'no-change': '=',
	'not-applicable': '–'
};

/** Which way a finding points: "gaat vooruit". */
export const findingDirectionLabel = (direction: FindingDirection, locale: Locale = readersLocale()): string =>
	directionLabels[direction]({}, { locale });

/** A cell of a table as it is read. A number is not grouped, since it may be a year. */
export const studyCellText = (cell: StudyCell | undefined, locale: Locale = readersLocale()): string => {
	if (cell === null || cell === undefined) return '–';
	if (typeof cell === 'string') return cell;
	return locale === 'nl' ? String(cell).replace('.', ',') : String(cell);
};

/** Where evidence comes from and what it is about: "Schoolloopbanen (DUO, 2018-2022, n = 340); Zeist; 2023". */
export const evidenceOrigin = (
	{ study, institute, period, n, areas, years }: ShownFinding | ShownTable,
	locale: Locale = readersLocale()
): string => {
	const details = [
		institute,
		period,
		n === null ? '' : m.study_n_is({ n: formatNumber(n, locale) }, { locale })
	].filter((part) => part !== '');
	const name = details.length > 0 ? `${study} (${details.join(', ')})` : study;
	return [name, areas.join(', '), years.join(', ')].filter((part) => part !== '').join('; ');
};

/** What the reasoning of a proposal says about findings; null = there are none. */
export const findingsReasoning = (
	findings: readonly Pick<ShownFinding, 'direction'>[],
	locale: Locale = readersLocale()
): string | null => {
	if (findings.length === 0) return null;
	const directions = countDirections(findings).map(({ direction, count }) =>
		m.study_findings_direction(
			{ n: formatNumber(count, locale), direction: findingDirectionLabel(direction, locale) },
			{ locale }
		)
	);
	return m.study_findings_reasoning({ n: findings.length, directions: listWords(directions, locale) }, { locale });
};
