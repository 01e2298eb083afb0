import type { SourceListItem } from '#lib/contract/source.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import type { Filters } from '#lib/query/query.ts';

/** What narrows the quotes of a code in the pane; '' demands nothing. */
export type QuoteFilters = {
	readonly withBelow: boolean;
	readonly areaId: string;
	readonly waveId: string;
	readonly group: Filters['group'] | '';
	readonly valence: Filters['valence'] | '';
	readonly isMine: boolean;
	readonly isImportant: boolean;
};

export const noFilters: QuoteFilters = {
	withBelow: true,
	areaId: '',
	waveId: '',
	group: '',
	valence: '',
	isMine: false,
	isImportant: false
};

/** The same as the demands of a query. */
export const demandsOf = (codeId: CodeId, filters: QuoteFilters, me: string): Filters => ({
	codeId,
	includeDescendants: filters.withBelow,
	areaId: filters.areaId || null,
	waveId: filters.waveId || null,
	group: filters.group || null,
	valence: filters.valence || null,
	coderId: filters.isMine ? me : null,
	important: filters.isImportant ? true : null
});

type Choice = { readonly value: string; readonly label: string };

/** The areas and waves that there are interviews of, each once, by name and by year. */
export const placesOf = (sources: readonly SourceListItem[]) => {
	const areas = new Map(sources.map(({ areaId, areaName }) => [areaId, areaName]));
	const waves = new Map(sources.map(({ waveId, waveLabel, waveYear }) => [waveId, { waveLabel, waveYear }]));
	return {
		areas: [...areas]
			.map(([value, label]): Choice => ({ value, label }))
			.sort((a, b) => a.label.localeCompare(b.label, 'nl')),
		waves: [...waves]
			.sort(([, a], [, b]) => a.waveYear - b.waveYear)
			.map(([value, { waveLabel, waveYear }]): Choice => ({ value, label: `${waveLabel} ${waveYear}` }))
	};
};

/** A code with all that stand below it; the codes are in the order of the tree. */
export const withBelow = (
	codes: readonly { readonly id: CodeId; readonly parentId: CodeId | null }[],
	codeId: CodeId
): ReadonlySet<CodeId> => {
	const found = new Set<CodeId>([codeId]);
	for (const { id, parentId } of codes) if (parentId !== null && found.has(parentId)) found.add(id);
	return found;
};
