import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import * as m from '../paraglide/messages.js';
import { fileWords, indicatorColumns, observationColumns, type KernsetColumn } from '../words/kernset-columns.ts';
import type { Locale } from '../words/locale.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { manifestLines, type ManifestPart } from './manifest.ts';
import type { Cell, Table } from './table.ts';

type Frame = {
	readonly indicators: readonly Indicator[];
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
};

/**
 * A file of values to fill in: a row for each indicator, area and round, with what is there already. The import reads
 * it back; a row that stays empty gives a value that is missing.
 */
export const observationsTable = (
	{ indicators, areas, waves }: Frame,
	observations: readonly Observation[],
	about: About,
	locale: Locale
): Table => {
	const { yesOr, yesOrNo } = fileWords(locale);
	const keyOf = (indicatorId: string, areaId: string, waveId: string) => `${indicatorId} ${areaId} ${waveId}`;
	const known = new Map(observations.map((each) => [keyOf(each.indicatorId, each.areaId, each.waveId), each]));
	const rows = indicators.flatMap((indicator) =>
		areas.flatMap((area) =>
			waves.map((wave): readonly Cell[] => {
				const found = known.get(keyOf(indicator.id, area.id, wave.id));
				const figure: readonly Cell[] = found
					? [found.referenceYear, found.value, found.n, found.lower, found.upper]
					: [wave.year, null, null, null, null];
				const marks = [yesOr(found?.trendBreak ?? false), yesOr(found?.suppressed ?? false), found?.note ?? ''];
				const said = [found?.source ?? null, found?.sourceVersion ?? null, found?.trendBreakReason ?? null];
				const against = waves.find(({ id }) => id === found?.testedAgainst);
				const test = [against?.year ?? null, yesOrNo(found?.testedChange ?? null)];
				return [indicator.key, area.name, wave.year, ...figure, ...marks, ...said, ...test];
			})
		)
	);
	const shown = observations.filter(({ value }) => value !== null);
	const values = { label: m.report_manifest_values({}, { locale }), parts: shown };
	return tableOf(
		m.kernset_file_observations({}, { locale }),
		observationColumns,
		{ rows, parts: [values] },
		about,
		locale
	);
};

/** A file of indicators to fill in or to change; the pillar by its name. */
export const indicatorsTable = (
	indicators: readonly (Omit<Indicator, 'id' | 'pillarId'> & { readonly pillarName: string })[],
	about: About,
	locale: Locale
): Table => {
	const words = fileWords(locale);
	const rows = indicators.map((each): readonly Cell[] => [
		each.key,
		each.pillarName,
		each.label,
		each.unit,
		words.direction(each.direction),
		words.kind(each.kind),
		each.source,
		each.rhythm,
		each.threshold.value,
		words.thresholdUnit(each.threshold.unit)
	]);
	return tableOf(m.kernset_file_indicators({}, { locale }), indicatorColumns, { rows, parts: [] }, about, locale);
};

/** The second sheet says what each column holds; the first is the table alone, so that it can be read back. */
const tableOf = (
	name: string,
	columns: readonly KernsetColumn[],
	{ rows, parts }: { readonly rows: readonly (readonly Cell[])[]; readonly parts: readonly ManifestPart[] },
	about: About,
	locale: Locale
): Table => ({
	name,
	watermark: watermarkOf(about, locale),
	about: [
		...aboutLines(
			about,
			dataHash(rows),
			manifestLines([{ label: m.report_manifest_rows({}, { locale }), parts: rows }, ...parts], locale),
			locale
		),
		...columns.map(({ label, what }) => [label(locale), what(locale)] as const)
	],
	columns: columns.map(({ label }, index) => ({ label: label(locale), width: index < 3 ? 22 : 14 })),
	rows
});
