import type { CodeId, IndicatorId, PillarId } from '../project/ids.ts';

export type IndicatorRelation = 'same-topic' | 'cause' | 'effect' | 'context';
export const indicatorRelations: readonly IndicatorRelation[] = ['same-topic', 'cause', 'effect', 'context'];

/** Which indicator belongs to a theme, and how; only `same-topic` counts in a joint display. */
export type IndicatorLink = { readonly indicatorId: IndicatorId; readonly relation: IndicatorRelation };

/** A label for a piece of text, with its definition. A folder code groups others and cannot be applied. */
export type Code = {
	readonly id: CodeId;
	readonly parentId: CodeId | null;
	readonly name: string;
	readonly definition: string;
	readonly include: string;
	readonly exclude: string;
	readonly example: string;
	readonly synonyms: readonly string[];
	/** index into the palette, 0-11; null = as its parent, else by its place */
	readonly color: number | null;
	readonly isCodable: boolean;
	/** order among its siblings */
	readonly place: number;
	/** null = as its parent; a list (also an empty one) = its own */
	readonly pillarIds: readonly PillarId[] | null;
	readonly indicators: readonly IndicatorLink[];
};
