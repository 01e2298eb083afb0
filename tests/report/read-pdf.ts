import { getDocumentProxy } from 'unpdf';

/** A part of the tree that a screen reader walks: what it is, how it is described, and what stands in it. */
export type Tag = { readonly role: string; readonly alt?: string; readonly children: readonly Tag[] };

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] };

type Page = {
	readonly text: string;
	/** the same, line by line as it is set */
	readonly lines: readonly string[];
	readonly tags: readonly Tag[];
	/** points that stay free beside the words */
	readonly margins: { readonly left: number; readonly right: number };
};

/** A PDF as a reader of files sees it: what it says of itself, its pages, their words and their tags. */
export const readPdf = async (bytes: Uint8Array) => {
	const pdf = await getDocumentProxy(new Uint8Array(bytes));
	const { info } = await pdf.getMetadata();
	const pages: Page[] = [];
	for (let at = 1; at <= pdf.numPages; at += 1) {
		const page = await pdf.getPage(at);
		const { items } = await page.getTextContent();
		const tree = (await page.getStructTree()) as Node | null;
		const words = items.flatMap((item) => ('str' in item ? [item] : []));
		const text = words.map(({ str }) => str).join(' ');
		const set = words.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
		const shown = words.filter(({ str }) => str.trim() !== '');
		const starts = shown.map(({ transform }) => Number(transform[4]));
		pages.push({
			text: text.replaceAll(/\s+/g, ' '),
			lines: set.split('\n').filter((line) => line.trim() !== ''),
			tags: tree?.children?.map(tagOf) ?? [],
			margins: {
				left: Math.min(...starts),
				right: (page.view[2] ?? 0) - Math.max(...shown.map(({ width }, index) => (starts[index] ?? 0) + width))
			}
		});
	}
	return { info: info as Readonly<Record<string, unknown>>, raw: Buffer.from(bytes).toString('latin1'), pages };
};

const tagOf = ({ role = '', alt, children = [] }: Node): Tag => ({
	role,
	...(alt !== undefined && { alt }),
	children: children.filter((child) => child.role !== undefined).map(tagOf)
});

/** The tags of all pages below each other, in the order in which they are read. */
export const allTags = (tags: readonly Tag[]): readonly Tag[] => tags.flatMap((tag) => [tag, ...allTags(tag.children)]);

/** Words of a PDF with the room they take on their page, in points from the left and from the bottom. */
export type PlacedWords = {
	readonly text: string;
	readonly page: number;
	readonly left: number;
	readonly right: number;
	readonly base: number;
	readonly size: number;
};

/** The words of all pages with their places, and how wide a page is. */
export const placesInPdf = async (
	bytes: Uint8Array
): Promise<{ readonly width: number; readonly words: readonly PlacedWords[] }> => {
	const pdf = await getDocumentProxy(new Uint8Array(bytes));
	const words: PlacedWords[] = [];
	let width = 0;
	for (let page = 1; page <= pdf.numPages; page += 1) {
		const found = await pdf.getPage(page);
		width = found.getViewport({ scale: 1 }).width;
		const { items } = await found.getTextContent();
		for (const item of items) {
			if (!('str' in item) || item.str.trim() === '') continue;
			const [, , , size, left, base] = item.transform as readonly number[];
			const place = { left: left ?? 0, right: (left ?? 0) + item.width, base: base ?? 0, size: size ?? 0 };
			words.push({ text: item.str, page, ...place });
		}
	}
	return { width, words };
};
