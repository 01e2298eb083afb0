import { inTreeOrder, pathName, pathOf, type Codebook } from '#lib/domain/codebook/codebook.ts';

/** The codes that one can go into: none below itself, and no group when it has codings, which have no place there. */
export const mergeTargets = (
	book: Codebook,
	code: { readonly id: string; readonly codings: number | null }
): readonly { readonly value: string; readonly label: string }[] =>
	inTreeOrder(book)
		.filter(({ code: into }) => into.isCodable || code.codings === 0)
		.filter(({ code: into }) => !pathOf(book, into.id).some(({ id }) => id === code.id))
		.map(({ code: into }) => ({ value: into.id, label: pathName(book, into.id) }));
