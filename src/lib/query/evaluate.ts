import { areaPath, type Area } from '../domain/area/area.ts';
import { pillarsOf, withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import { valenceList } from '../domain/coding/valence.ts';
import { isReleased } from '../domain/source/source.ts';
import type { SourceId } from '../domain/project/ids.ts';
import { overlaps, type Range } from '../domain/text/range.ts';
import { byPlace, type CodedPassage } from './coded-passage.ts';
import type { Condition } from './query.ts';
import { aroundTurns } from './reach.ts';
import { hasPatterns, textPatterns } from './words.ts';

/** What a query is asked of. */
export type Material = {
	readonly codebook: Codebook;
	readonly areas: readonly Area[];
	readonly passages: readonly CodedPassage[];
	/** all sources, also those in which nothing was coded */
	readonly sources: readonly CodedPassage['source'][];
	/** the turns of each source, in order */
	readonly turns: ReadonlyMap<SourceId, readonly Range[]>;
};

/** A turn of a source; `ordinal` counts from 1. */
export type FoundTurn = { readonly source: CodedPassage['source']; readonly ordinal: number };

/**
 * The codings a query asks for, in reading order. Only codings of the team in released sources count. The database
 * answers the same question in SQL; this function says what the right answer is.
 */
export const evaluate = (where: Condition, material: Material): readonly CodedPassage[] => {
	const counted = countedOf(material);
	const matches = matcher(where, material, counted);
	return counted.filter(matches).sort(byPlace);
};

/** The turns of released sources a query asks for, source by source. */
export const evaluateTurns = (where: Condition, material: Material): readonly FoundTurn[] => {
	const matches = unitMatcher(where, material, countedOf(material));
	return material.sources.filter(isReleased).flatMap((source) =>
		turnsOf(material, source.id).flatMap((turn, place) => {
			const isInside = (passage: CodedPassage) => passage.source.id === source.id && overlaps(passage.range, turn);
			return matches(source, isInside) ? [{ source, ordinal: place + 1 }] : [];
		})
	);
};

/** The released sources a query asks for. */
export const evaluateSources = (where: Condition, material: Material): readonly CodedPassage['source'][] => {
	const matches = unitMatcher(where, material, countedOf(material));
	return material.sources
		.filter(isReleased)
		.filter((source) => matches(source, (passage) => passage.source.id === source.id));
};

const countedOf = ({ passages }: Material): CodedPassage[] =>
	passages.filter(({ layer, source }) => layer === 'shared' && isReleased(source));

const turnsOf = ({ turns }: Material, sourceId: SourceId): readonly Range[] => turns.get(sourceId) ?? [];

type Matcher = (passage: CodedPassage) => boolean;
type SourceMatcher = (source: CodedPassage['source']) => boolean;

const matcher = (condition: Condition, material: Material, counted: readonly CodedPassage[]): Matcher => {
	if ('and' in condition) {
		const all = condition.and.map((inner) => matcher(inner, material, counted));
		return (passage) => all.every((matches) => matches(passage));
	}
	if ('or' in condition) {
		const any = condition.or.map((inner) => matcher(inner, material, counted));
		return (passage) => any.some((matches) => matches(passage));
	}
	if ('not' in condition) {
		const matches = matcher(condition.not, material, counted);
		return (passage) => !matches(passage);
	}
	if ('coding' in condition) return matcher(condition.coding, material, counted);
	if ('overlaps' in condition) return beside(condition.overlaps, material, counted, ({ range }) => range);
	if ('near' in condition)
		return beside(condition.near, material, counted, ({ range, source }) =>
			aroundTurns(range, turnsOf(material, source.id), condition.withinTurns)
		);
	if ('code' in condition) {
		const codes = condition.descendants
			? withDescendants(material.codebook, condition.code).map(({ id }) => id)
			: [condition.code];
		return isIn(codes, ({ codeId }) => codeId);
	}
	if ('pillar' in condition) {
		const codes = material.codebook.codes
			.map(({ id }) => id)
			.filter((id) => pillarsOf(material.codebook, id).includes(condition.pillar));
		return isIn(codes, ({ codeId }) => codeId);
	}
	if ('text' in condition) {
		const patterns = textPatterns(condition.text).map((pattern) => new RegExp(pattern, 'u'));
		return ({ quote }) => hasPatterns(quote, patterns);
	}
	if ('valence' in condition) return ({ valences }) => valenceList(valences).includes(condition.valence);
	if ('coder' in condition) return ({ coderId }) => coderId === condition.coder;
	if ('important' in condition) return ({ isImportant }) => isImportant === condition.important;
	const ofSource = sourceMatcher(condition, material);
	return ({ source }) => ofSource(source);
};

/** The demands that are about the source, whatever was coded in it. */
type OfSource = Extract<Condition, { area: string } | { wave: string } | { group: string } | { source: string }>;

const sourceMatcher = (condition: OfSource, material: Material): SourceMatcher => {
	if ('area' in condition) {
		const areas = material.areas
			.map(({ id }) => id)
			.filter((id) => areaPath(material.areas, id).some((area) => area.id === condition.area));
		return isIn(areas, ({ areaId }: CodedPassage['source']) => areaId);
	}
	if ('wave' in condition) return ({ waveId }) => waveId === condition.wave;
	if ('group' in condition) return ({ group }) => group === condition.group;
	if ('source' in condition) return ({ id }) => id === condition.source;
	return condition satisfies never;
};

/** Fits the first, and another one in the same source that fits the second lies within its reach. */
const beside = (
	[one, other]: readonly [Condition, Condition],
	material: Material,
	counted: readonly CodedPassage[],
	reachOf: (passage: CodedPassage) => Range
): Matcher => {
	const isOne = matcher(one, material, counted);
	const isOther = matcher(other, material, counted);
	const others = Map.groupBy(counted.filter(isOther), ({ source }) => source.id);
	return (passage) => {
		if (!isOne(passage)) return false;
		const reach = reachOf(passage);
		return (others.get(passage.source.id) ?? []).some(({ id, range }) => id !== passage.id && overlaps(range, reach));
	};
};

type UnitMatcher = (source: CodedPassage['source'], isInside: Matcher) => boolean;

/** The same of something that codings lie in. */
const unitMatcher = (condition: Condition, material: Material, counted: readonly CodedPassage[]): UnitMatcher => {
	if ('and' in condition) {
		const all = condition.and.map((inner) => unitMatcher(inner, material, counted));
		return (source, isInside) => all.every((matches) => matches(source, isInside));
	}
	if ('or' in condition) {
		const any = condition.or.map((inner) => unitMatcher(inner, material, counted));
		return (source, isInside) => any.some((matches) => matches(source, isInside));
	}
	if ('not' in condition) {
		const matches = unitMatcher(condition.not, material, counted);
		return (source, isInside) => !matches(source, isInside);
	}
	if ('area' in condition || 'wave' in condition || 'group' in condition || 'source' in condition)
		return sourceMatcher(condition, material);
	const fitting = counted.filter(matcher(condition, material, counted));
	return (_source, isInside) => fitting.some(isInside);
};

const isIn = <T>(ids: readonly string[], idOf: (value: T) => string): ((value: T) => boolean) => {
	const set = new Set(ids);
	return (value) => set.has(idOf(value));
};
