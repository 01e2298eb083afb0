import type { getDocumentProxy } from 'unpdf';
import { wordsOfPacked } from './office-words.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What stands in a PDF beside its pages. */
export type PdfBesides = {
	/** properties, also as XMP, bookmarks, and what is typed in files that go along */
	readonly written: readonly string[];
	/** how many files go along */
	readonly attachments: number;
};

const mostLetters = 5_000_000; // of one text
const deepest = 6;

/** Every text in what the reader of PDF tells of a part of a file. */
export const writtenIn = (found: unknown, depth = 0): readonly string[] => {
	if (typeof found === 'string') return [found.slice(0, mostLetters)];
	if (typeof found !== 'object' || found === null || ArrayBuffer.isView(found) || depth > deepest) return [];
	const parts: readonly unknown[] = found instanceof Map ? [...found.values()] : Object.values(found);
	return parts.flatMap((part) => writtenIn(part, depth + 1));
};

/** Reads what stands beside the pages. */
export const besidesOf = async (pdf: Pdf): Promise<PdfBesides> => {
	const { info, metadata } = await pdf.getMetadata();
	const xmp: unknown = metadata?.getRaw();
	const attachments: unknown = await pdf.getAttachments();
	const ids = attachments instanceof Map ? [...attachments.keys()].map(String) : Object.keys(attachments ?? {});
	const texts: string[] = [];
	for (const id of ids) {
		const content: unknown = await pdf.getAttachmentContent(id);
		if (content instanceof Uint8Array) texts.push(wordsOfPacked(content));
	}
	const told = [info, xmp, await pdf.getOutline(), attachments];
	return { written: [...told.flatMap((part) => writtenIn(part)), ...texts], attachments: ids.length };
};
