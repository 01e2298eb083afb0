import { isDict, isRef, nameOf, type Dict, type PdfObjects, type Value } from './pdf-objects.ts';

/** A part of the tree of tags, with the places in the pages that it marks. */
export type TagNode = {
	readonly dict: Dict;
	/** as the file calls it, and as the standard does (ISO 32000-1, 14.8.4) */
	readonly ownRole: string;
	readonly role: string;
	readonly children: readonly TagNode[];
	readonly marks: readonly { readonly page: Dict; readonly id: number }[];
	/** annotations that belong to it */
	readonly objects: readonly Dict[];
};

/** The roots of the tree of tags. */
export const tagTree = (pdf: PdfObjects): readonly TagNode[] => {
	const root = pdf.dictOf(pdf.catalog.get('StructTreeRoot'));
	const roles = pdf.dictOf(root.get('RoleMap'));
	const standard = (role: string): string => {
		const next = nameOf(roles.get(role));
		return next === '' || next === role ? role : standard(next);
	};
	const nodeOf = (value: Value, above: Dict): TagNode => {
		const dict = pdf.dictOf(value);
		const page = dict.has('Pg') ? pdf.dictOf(dict.get('Pg')) : above;
		const kids = pdf.listOf(dict.get('K'));
		const parts = kids.flatMap((kid) => {
			const part = pdf.follow(kid);
			return isDict(part) ? [{ kid, part, type: nameOf(part.get('Type')) }] : [];
		});
		const ownRole = nameOf(dict.get('S'));
		return {
			dict,
			ownRole,
			role: standard(ownRole),
			children: parts.filter(({ part }) => part.has('S')).map(({ kid }) => nodeOf(kid, page)),
			marks: [
				...kids.flatMap((kid) => (typeof kid === 'number' ? [{ page, id: kid }] : [])),
				...parts
					.filter(({ type }) => type === 'MCR')
					.map(({ part }) => ({
						page: isRef(part.get('Pg')) ? pdf.dictOf(part.get('Pg')) : page,
						id: Number(part.get('MCID'))
					}))
			],
			objects: parts.filter(({ type }) => type === 'OBJR').map(({ part }) => pdf.dictOf(part.get('Obj')))
		};
	};
	return pdf.listOf(root.get('K')).map((kid) => nodeOf(kid, new Map()));
};

/** Every node below each other, in the order in which they are read. */
export const allNodes = (nodes: readonly TagNode[]): readonly TagNode[] =>
	nodes.flatMap((node) => [node, ...allNodes(node.children)]);

/** The pages, in their order. */
export const pagesOf = (pdf: PdfObjects): readonly Dict[] => {
	const below = (value: Value): readonly Dict[] => {
		const node = pdf.dictOf(value);
		return node.has('Kids') ? pdf.listOf(node.get('Kids')).flatMap(below) : [node];
	};
	return below(pdf.catalog.get('Pages') ?? null);
};
