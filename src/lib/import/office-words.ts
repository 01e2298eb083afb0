import { readXmlPart } from './xml-part.ts';
import { openZip, unpackWhole, ZipLimitError, type Zip, type ZipEntry } from './zip.ts';

/** The parts of an office file in which somebody can have typed, the text itself included. */
const typed =
	/^(?:word\/(?:document|comments\w*|footnotes|endnotes|(?:header|footer)\d{0,4})\.xml|docProps\/(?:core|custom)\.xml|(?:Object[^/]{1,20}\/)?(?:content|styles|meta)\.xml|xl\/(?:sharedStrings|comments\d{0,4}|worksheets\/sheet\d{1,4}|threadedComments\/threadedComment\d{1,4})\.xml|ppt\/(?:slides\/slide|notesSlides\/notesSlide|comments\/comment)\d{1,4}\.xml)$/;
/** The files that an office file holds: a workbook in a letter. */
const packed = /^(?:(?:word|xl|ppt)\/embeddings\/.|Object[^/]{1,20}$)/;

const codes = /(?:^|:)instrText$/; // of fields: names of bookmarks and the like, which nobody typed
const wordEnds = /(?:^|:)(?:p|h|title|subject|keywords|description|lpwstr|si|v|text)$/; // text within one of these belongs together
const mostLetters = 20_000_000; // of all parts together
const mostPacked = 60_000_000; // bytes of all files within it together
const deepest = 3; // a file in a file in a file; people make no more

/**
 * Everything that is typed in an office file: also comments, headers, footers, notes, other sheets, what was deleted or
 * hidden, and the files it holds.
 * It is there to look for numbers that may not be kept, and is never stored itself.
 */
export const officeWords = (zip: Zip): string => wordsWithin(zip, { letters: mostLetters, packed: mostPacked }, 1);

/** Everything that is typed in a file that goes along with another: an office file is opened, of others the letters are read. */
export const wordsOfPacked = (bytes: Uint8Array): string =>
	wordsOfFile(bytes, { letters: mostLetters, packed: mostPacked }, 1);

/** How many letters may still be read, and how many bytes unpacked, over all files within files. */
type Left = { letters: number; packed: number };

const wordsWithin = (zip: Zip, left: Left, depth: number): string => {
	const words: string[] = [];
	for (const [name, entry] of zip.entries) {
		if (left.letters <= 0) break;
		if (typed.test(name)) words.push(wordsOfPart(zip, name, left), '\n');
		else if (packed.test(name) && depth < deepest)
			words.push(wordsOfFile(unpacked(zip, entry, left), left, depth + 1), '\n');
	}
	return words.join('');
};

/** What cannot be unpacked cannot be searched; the text around it is read all the same. */
const unpacked = (zip: Zip, entry: ZipEntry, left: Left): Uint8Array => {
	try {
		const bytes = unpackWhole(zip, entry, left.packed);
		left.packed -= bytes.length;
		return bytes;
	} catch (cause) {
		if (cause instanceof ZipLimitError) left.packed = 0;
		return new Uint8Array();
	}
};

const wordsOfPart = (zip: Zip, name: string, left: Left): string => {
	const words: string[] = [];
	let inCode = 0;
	readXmlPart(zip, name, new Map(), {
		open: (element) => {
			if (codes.test(element)) inCode += 1;
		},
		close: (element) => {
			if (codes.test(element)) inCode -= 1;
			if (wordEnds.test(element)) words.push('\n');
		},
		text: (text) => {
			if (inCode > 0 || left.letters <= 0) return;
			words.push(text);
			left.letters -= text.length;
		}
	});
	return words.join('');
};

const wordsOfFile = (bytes: Uint8Array, left: Left, depth: number): string => {
	const zip = bytes[0] === 0x50 && bytes[1] === 0x4b ? openZip(bytes) : null;
	if (zip?.ok) return wordsWithin(zip.value, left, depth);
	const letters = new TextDecoder('latin1').decode(bytes.subarray(0, Math.max(0, left.letters)));
	left.letters -= letters.length;
	// Older programs write two bytes a letter.
	return letters.replaceAll(/([\d .-])\0/g, '$1');
};
