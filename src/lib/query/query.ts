import type { Valence } from '../domain/coding/valence.ts';
import type { AreaId, CodeId, PillarId, SourceId, UserId, WaveId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';

/**
 * One demand. Each kind is an object with one telling key, so that a query can be written by hand in JSON. Asked of a
 * turn or a source, a demand on codings holds when some coding in it fits, each demand perhaps another one; `coding`
 * keeps demands together on one and the same.
 */
export type Condition =
	/** all of these; an empty list demands nothing */
	| { readonly and: readonly Condition[] }
	/** at least one of these; an empty list finds nothing */
	| { readonly or: readonly Condition[] }
	| { readonly not: Condition }
	/** this code, with `descendants` also those below it */
	| { readonly code: CodeId; readonly descendants?: boolean | undefined }
	/** a code that serves this pillar, by its own list or its parent's */
	| { readonly pillar: PillarId }
	/** a source of this area or of what lies in it */
	| { readonly area: AreaId }
	| { readonly wave: WaveId }
	| { readonly group: Group }
	| { readonly valence: Valence }
	| { readonly coder: UserId }
	| { readonly source: SourceId }
	/** all these words occur in the quote (see words.ts) */
	| { readonly text: string }
	/** one and the same coding fits all of this */
	| { readonly coding: Condition }
	/** fits the first, and another coding that fits the second shares at least one sign of the text with it */
	| { readonly overlaps: readonly [Condition, Condition] }
	/** as `overlaps`, when it also reaches over this many turns before and behind; 0 = the same turn */
	| { readonly near: readonly [Condition, Condition]; readonly withinTurns: number }
	/** marked with the star, or not */
	| { readonly important: boolean };

/** What can be found. */
export const units = ['coding', 'turn', 'source'] as const;
export type Unit = (typeof units)[number];

/** A question to the material, as data: what people ask, save, send over the API and see again later. */
export type Query<U extends Unit = Unit> = {
	readonly where: Condition;
	readonly unit: U;
};

/** All codings that count. */
export const everything: Query<'coding'> = { where: { and: [] }, unit: 'coding' };

/** The demands of the filter bar; what is left out or null demands nothing. */
export type Filters = {
	readonly codeId?: CodeId | null | undefined;
	readonly includeDescendants?: boolean | undefined;
	readonly pillarId?: PillarId | null | undefined;
	readonly areaId?: AreaId | null | undefined;
	readonly waveId?: WaveId | null | undefined;
	readonly group?: Group | null | undefined;
	readonly valence?: Valence | null | undefined;
	readonly coderId?: UserId | null | undefined;
	readonly sourceId?: SourceId | null | undefined;
	readonly text?: string | null | undefined;
	readonly important?: boolean | null | undefined;
};

/** The query a filter bar stands for; demands in a fixed order, so that equal filters give equal queries. */
export const queryOf = (filters: Filters): Query<'coding'> => {
	const { codeId, pillarId, areaId, waveId, group, valence, coderId, sourceId, important } = filters;
	const text = filters.text?.trim() ?? '';
	const conditions: readonly (Condition | null)[] = [
		codeId ? { code: codeId, descendants: filters.includeDescendants ?? false } : null,
		pillarId ? { pillar: pillarId } : null,
		areaId ? { area: areaId } : null,
		waveId ? { wave: waveId } : null,
		group ? { group } : null,
		valence ? { valence } : null,
		coderId ? { coder: coderId } : null,
		sourceId ? { source: sourceId } : null,
		text === '' ? null : { text },
		typeof important === 'boolean' ? { important } : null
	];
	return { where: { and: conditions.filter((condition) => condition !== null) }, unit: 'coding' };
};
