import type { IdentifierKind } from '../../src/lib/domain/source/identifier.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { textOf } from '../../src/lib/domain/text/range.ts';
import { findIdentifiers, type FindOptions } from '../../src/lib/privacy/find-identifiers.ts';

/** The words that are found as one kind of identifier, in reading order. */
export const foundWords = (kind: IdentifierKind, text: string, options: FindOptions = {}): readonly string[] => {
	const map = positionMap(text);
	return findIdentifiers(text, options)
		.filter((hit) => hit.kind === kind)
		.map((hit) => textOf(map, hit));
};
