import { inTreeOrder, withDescendants, type Codebook } from '#lib/domain/codebook/codebook.ts';

/** Where one goes on in the tree when codes go with all below them: at the first that stays after them, else before. */
export const besideGone = (book: Codebook, codeIds: readonly string[]): string | null => {
	const going = new Set(codeIds.flatMap((id) => withDescendants(book, id).map((code) => code.id)));
	const order = inTreeOrder(book).map(({ code }) => code.id);
	const first = order.findIndex((id) => going.has(id));
	return order.slice(first).find((id) => !going.has(id)) ?? order[first - 1] ?? null;
};
