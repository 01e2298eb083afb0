import { isText, nameOf, readPdfObjects, type Dict, type PdfObjects } from './pdf-objects.ts';
import { fontFaults } from './pdf-fonts.ts';
import { marksOf } from './pdf-marks.ts';
import { allNodes, pagesOf, tagTree, type TagNode } from './pdf-tags.ts';

/**
 * What in a file is not as PDF/UA-1 (ISO 14289-1) asks, as far as a machine can tell, each with its clause; empty when
 * all is well. It reads the file by the standard of PDF, and knows nothing of what made it.
 */
export const pdfUaFaults = (bytes: Uint8Array): readonly string[] => {
	const pdf = readPdfObjects(bytes);
	const nodes = allNodes(tagTree(pdf));
	return [
		...documentFaults(pdf),
		...markFaults(pdf, nodes),
		...roleFaults(nodes),
		...headingFaults(nodes),
		...pictureFaults(nodes),
		...nodes.flatMap((node) => (node.role === 'Table' ? tableFaults(pdf, node) : [])),
		...nodes.flatMap(listFaults),
		...annotationFaults(pdf, nodes),
		...fontFaults(pdf)
	];
};

const when = (isFault: boolean, fault: string): readonly string[] => (isFault ? [fault] : []);
const wordsOf = (dict: Dict, key: string): string => {
	const value = dict.get(key);
	return isText(value) ? value.text.trim() : '';
};

const documentFaults = (pdf: PdfObjects): readonly string[] => {
	const { catalog, dictOf } = pdf;
	const metadata = catalog.has('Metadata') ? pdf.bytesOf(catalog.get('Metadata')).toString('utf8') : '';
	return [
		...when(!/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata), '5: the file does not say that it follows PDF/UA-1'),
		...when(!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]+</.test(metadata), '7.1: no title in the metadata'),
		...when(dictOf(catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true, '7.1: a reader shows no title'),
		...when(dictOf(catalog.get('MarkInfo')).get('Marked') !== true, '7.1: not said to be tagged'),
		...when(dictOf(catalog.get('MarkInfo')).get('Suspects') === true, '7.1: its tags are suspect'),
		...when(!/^[a-z]{2,3}(?:-|$)/i.test(wordsOf(catalog, 'Lang')), '7.2: no language')
	];
};

/** Every part of a page is told or passed over, and the page and the tree of tags know each other's parts. */
const markFaults = (pdf: PdfObjects, nodes: readonly TagNode[]): readonly string[] => {
	const parents = new Map<number, unknown>();
	const numbers = (tree: Dict): void => {
		const list = pdf.listOf(tree.get('Nums'));
		for (let at = 0; at + 1 < list.length; at += 2) parents.set(Number(list[at]), list[at + 1]);
		for (const kid of pdf.listOf(tree.get('Kids'))) numbers(pdf.dictOf(kid));
	};
	numbers(pdf.dictOf(pdf.dictOf(pdf.catalog.get('StructTreeRoot')).get('ParentTree')));
	return pagesOf(pdf).flatMap((page, at) => {
		const { ids, unmarked, mixed, isClosed } = marksOf(pdf, page);
		const where = `on page ${at + 1}`;
		const told = nodes.flatMap((node) =>
			node.marks.filter((mark) => mark.page === page).map(({ id }) => ({ id, node }))
		);
		const toldIds = told.map(({ id }) => id).sort((a, b) => a - b);
		const ofPage = pdf.listOf(parents.get(Number(page.get('StructParents'))) as never).map((kid) => pdf.dictOf(kid));
		return [
			...when(unmarked.length > 0, `7.1: ${unmarked.length} commands without a mark ${where}: ${unmarked[0]}`),
			...when(mixed > 0, `7.1: ${mixed} parts both told and passed over ${where}`),
			...when(!isClosed, `7.1: marks that do not close ${where}`),
			...when(new Set(ids).size < ids.length, `7.1: two parts with one number ${where}`),
			...when(ids.toSorted((a, b) => a - b).join() !== toldIds.join(), `7.1: tags and marks differ ${where}`),
			...when(
				told.some(({ id, node }) => ofPage[id] !== node.dict),
				`7.1: the tree of parents leads elsewhere ${where}`
			)
		];
	});
};

const roles = new Set(
	(
		'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
		'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
		'Figure Formula Form'
	).split(' ')
);

const roleFaults = (nodes: readonly TagNode[]): readonly string[] => [
	...when(nodes.length === 0, '7.1: no tags'),
	...[...new Set(nodes.map(({ role }) => role))].flatMap((role) => when(!roles.has(role), `7.1: no role ${role}`))
];

const headingFaults = (nodes: readonly TagNode[]): readonly string[] => {
	const levels = nodes.flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));
	return levels.flatMap((level, at) =>
		when(level > (levels[at - 1] ?? 0) + 1, `7.4.2: H${level} comes after H${levels[at - 1] ?? 0}`)
	);
};

const pictureFaults = (nodes: readonly TagNode[]): readonly string[] =>
	nodes
		.filter(({ role }) => role === 'Figure' || role === 'Formula')
		.flatMap(({ role, dict }) =>
			when(wordsOf(dict, 'Alt') === '' && wordsOf(dict, 'ActualText') === '', `7.3: ${role} without words`)
		);

const tableFaults = (pdf: PdfObjects, table: TagNode): readonly string[] => {
	const attribute = (cell: TagNode, key: string) =>
		pdf.listOf(cell.dict.get('A')).flatMap((one) => pdf.dictOf(one).get(key) ?? [])[0];
	const inTable = table.children.flatMap((part) => (/^T(?:Head|Body|Foot)$/.test(part.role) ? part.children : [part]));
	const rows = inTable.filter(({ role }) => role === 'TR');
	const cells = rows.flatMap(({ children }) => children);
	const width = (row: TagNode) =>
		row.children.reduce((total, cell) => total + Number(attribute(cell, 'ColSpan') ?? 1), 0);
	const headers = cells.filter(({ role }) => role === 'TH');
	const scopes = headers.map((cell) => nameOf(attribute(cell, 'Scope')));
	return [
		...when(
			inTable.some(({ role }) => role !== 'TR' && role !== 'Caption'),
			'7.5: in a table stands no row'
		),
		...when(
			cells.some(({ role }) => role !== 'TH' && role !== 'TD'),
			'7.5: in a row stands no cell'
		),
		...when(headers.length === 0, '7.5: a table without headers'),
		...when(
			scopes.some((scope) => !/^(?:Row|Column|Both)$/.test(scope)),
			'7.5: a header that does not say of what'
		),
		...when(new Set(rows.map(width)).size > 1, '7.2: rows of unequal length')
	];
};

const listFaults = ({ role, children }: TagNode): readonly string[] => {
	const others = (allowed: RegExp) => children.some((child) => !allowed.test(child.role));
	if (role === 'L') return when(others(/^(?:LI|L|Caption)$/) || children.length === 0, '7.6: in a list stands no item');
	if (role !== 'LI') return [];
	const bodies = children.filter((child) => child.role === 'LBody').length;
	return when(others(/^(?:Lbl|LBody)$/) || bodies !== 1, '7.6: an item without a body');
};

/** Links and notes on a page are told, and reached in the order of the tags. */
const annotationFaults = (pdf: PdfObjects, nodes: readonly TagNode[]): readonly string[] => {
	const owners = new Map(nodes.flatMap((node) => node.objects.map((object) => [object, node.role] as const)));
	return pagesOf(pdf).flatMap((page, at) => {
		const annotations = pdf.listOf(page.get('Annots')).map((one) => pdf.dictOf(one));
		const where = `on page ${at + 1}`;
		return [
			...when(annotations.length > 0 && nameOf(page.get('Tabs')) !== 'S', `7.18.3: no order of links ${where}`),
			...annotations.flatMap((one) => {
				const kind = nameOf(one.get('Subtype'));
				const role = owners.get(one);
				return [
					...when(role !== (kind === 'Link' ? 'Link' : 'Annot'), `7.18: ${kind} without a tag ${where}`),
					...when(wordsOf(one, 'Contents') === '', `7.18.5: ${kind} without words ${where}`)
				];
			})
		];
	});
};
