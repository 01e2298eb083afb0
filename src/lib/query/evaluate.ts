import { areaPath, type Area } from '../domain/area/area.ts';
import { pillarsOf, withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import { valenceList } from '../domain/coding/valence.ts';
import { isReleased } from '../domain/source/source.ts';
import { byPlace, type CodedPassage } from './coded-passage.ts';
import type { Condition, Query } from './query.ts';
import { hasWords, searchWords } from './words.ts';

/** What a query is asked of. */
export type Material = {
	readonly codebook: Codebook;
	readonly areas: readonly Area[];
	readonly passages: readonly CodedPassage[];
};

/**
 * The codings a query asks for, in reading order. Only codings of the team in released sources count. The database
 * answers the same question in SQL; this function says what the right answer is.
 */
export const evaluate = (query: Query, material: Material): readonly CodedPassage[] => {
	const matches = matcher(query.where, material);
	return material.passages
		.filter((passage) => passage.layer === 'shared' && isReleased(passage.source) && matches(passage))
		.sort(byPlace);
};

type Matcher = (passage: CodedPassage) => boolean;

const matcher = (condition: Condition, material: Material): Matcher => {
	if ('and' in condition) {
		const all = condition.and.map((part) => matcher(part, material));
		return (passage) => all.every((matches) => matches(passage));
	}
	if ('or' in condition) {
		const any = condition.or.map((part) => matcher(part, material));
		return (passage) => any.some((matches) => matches(passage));
	}
	if ('not' in condition) {
		const matches = matcher(condition.not, material);
		return (passage) => !matches(passage);
	}
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
	if ('area' in condition) {
		const areas = material.areas
			.map(({ id }) => id)
			.filter((id) => areaPath(material.areas, id).some((area) => area.id === condition.area));
		return isIn(areas, ({ source }) => source.areaId);
	}
	if ('text' in condition) {
		const words = searchWords(condition.text);
		return ({ quote }) => hasWords(quote, words);
	}
	if ('wave' in condition) return ({ source }) => source.waveId === condition.wave;
	if ('group' in condition) return ({ source }) => source.group === condition.group;
	if ('valence' in condition) return ({ valences }) => valenceList(valences).includes(condition.valence);
	if ('coder' in condition) return ({ coderId }) => coderId === condition.coder;
	if ('source' in condition) return ({ source }) => source.id === condition.source;
	if ('important' in condition) return ({ isImportant }) => isImportant === condition.important;
	return condition satisfies never;
};

const isIn = (ids: readonly string[], idOf: (passage: CodedPassage) => string): Matcher => {
	const set = new Set(ids);
	return (passage) => set.has(idOf(passage));
};
