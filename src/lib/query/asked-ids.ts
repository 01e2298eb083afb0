import type { Condition } from './query.ts';

/** What an id in a question can be of. */
export type AskedKind = 'code' | 'pillar' | 'area' | 'wave' | 'coder' | 'source';
export type AskedId = { readonly kind: AskedKind; readonly id: string };

/** Every id a question names, once each: what must exist before the question means anything. */
export const askedIds = (condition: Condition): readonly AskedId[] => {
	const found = new Map(listed(condition).map((asked) => [`${asked.kind} ${asked.id}`, asked]));
	return [...found.values()];
};

const listed = (condition: Condition): readonly AskedId[] => {
	if ('and' in condition) return condition.and.flatMap(listed);
	if ('or' in condition) return condition.or.flatMap(listed);
	if ('overlaps' in condition) return condition.overlaps.flatMap(listed);
	if ('near' in condition) return condition.near.flatMap(listed);
	if ('not' in condition) return listed(condition.not);
	if ('coding' in condition) return listed(condition.coding);
	if ('code' in condition) return [{ kind: 'code', id: condition.code }];
	if ('pillar' in condition) return [{ kind: 'pillar', id: condition.pillar }];
	if ('area' in condition) return [{ kind: 'area', id: condition.area }];
	if ('wave' in condition) return [{ kind: 'wave', id: condition.wave }];
	if ('coder' in condition) return [{ kind: 'coder', id: condition.coder }];
	if ('source' in condition) return [{ kind: 'source', id: condition.source }];
	return [];
};
