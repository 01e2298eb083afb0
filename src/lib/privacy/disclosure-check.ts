import { fewestCases } from '../domain/indicator/check-observation.ts';
import type { AreaId, SourceId } from '../domain/project/ids.ts';
import { byGrade, type DisclosureFinding } from '../domain/report/disclosure.ts';
import type { FigureFact, FileFacts, InterviewFact } from '../domain/report/file-facts.ts';
import { smallCells } from './disclosure.ts';

/** What is in a file, as far as it can point to a person or tell what may not be told. */
export type CheckedFacts = Omit<FileFacts, 'interviews'> & {
	readonly interviews: readonly (InterviewFact & { readonly functionGroups: readonly string[] })[];
	/** names that were found later in an interview and that nobody settled yet, by interview */
	readonly openNames: ReadonlyMap<SourceId, number>;
};

/** Looks through a file before it is taken away: the gravest findings first. `smallest`: interviews that are enough (R12). */
export const checkDisclosure = (facts: CheckedFacts, smallest: number): readonly DisclosureFinding[] =>
	[
		...smallCells(facts.interviews, smallest).map(
			({ areaName, group, functionGroup, interviews }): DisclosureFinding => ({
				kind: 'small-cell',
				place: areaName,
				group,
				functionGroup,
				n: interviews,
				smallest
			})
		),
		...uniqueRoles(facts),
		...facts.figures.flatMap(figureFindings),
		...facts.smallCounts.map((fact): DisclosureFinding => ({ kind: 'small-counts', ...fact })),
		...withoutConsent(facts),
		...heldBack(facts),
		...openNames(facts)
	].sort(byGrade);

/** Quotes of the only one with a function in an area: who knows the area knows who speaks. */
const uniqueRoles = ({ interviews, quotes }: CheckedFacts): readonly DisclosureFinding[] => {
	const alone = new Map<SourceId, string>();
	const cells = new Map<string, SourceId[]>();
	for (const { sourceId, areaId, functionGroups } of interviews)
		for (const functionGroup of new Set(functionGroups)) {
			const cell = cellOf(areaId, functionGroup);
			cells.set(cell, [...(cells.get(cell) ?? []), sourceId]);
		}
	for (const { sourceId, areaId, functionGroups } of interviews)
		for (const functionGroup of functionGroups)
			if (cells.get(cellOf(areaId, functionGroup))?.length === 1) alone.set(sourceId, functionGroup);
	return quotes.flatMap(({ place, reference, sourceId, mayShow }): readonly DisclosureFinding[] => {
		const functionGroup = alone.get(sourceId);
		return mayShow && functionGroup !== undefined ? [{ kind: 'unique-role', place, reference, functionGroup }] : [];
	});
};

const cellOf = (areaId: AreaId, functionGroup: string): string => JSON.stringify([areaId, functionGroup]);

const figureFindings = ({
	place,
	label,
	year,
	n,
	isSuppressed,
	saysOlder
}: FigureFact): readonly DisclosureFinding[] => {
	if (isSuppressed) return [{ kind: saysOlder ? 'suppressed-told' : 'suppressed', place, label, year }];
	return n !== null && n < fewestCases ? [{ kind: 'small-figure', place, label, year, n }] : [];
};

const withoutConsent = ({ quotes }: CheckedFacts): readonly DisclosureFinding[] => {
	const places = Map.groupBy(
		quotes.filter(({ mayShow }) => !mayShow),
		({ place }) => place
	);
	return [...places].map(([place, withheld]) => ({ kind: 'no-consent', place, n: withheld.length }));
};

const heldBack = ({ heldBack: blocks }: CheckedFacts): readonly DisclosureFinding[] =>
	[...Map.groupBy(blocks, ({ place }) => place)].map(([place, own]) => ({ kind: 'small-block', place, n: own.length }));

const openNames = ({ quotes, openNames }: CheckedFacts): readonly DisclosureFinding[] => {
	const shown = new Map(quotes.filter(({ mayShow }) => mayShow).map((quote) => [quote.sourceId, quote]));
	return [...shown.values()].flatMap(({ place, reference, sourceId }): readonly DisclosureFinding[] => {
		const n = openNames.get(sourceId) ?? 0;
		return n > 0 ? [{ kind: 'open-names', place, reference, n }] : [];
	});
};
