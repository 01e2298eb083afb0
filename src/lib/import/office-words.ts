import { readXmlPart } from './xml-part.ts';
import type { Zip } from './zip.ts';

/** The parts of a Word, Excel or OpenDocument file in which somebody can have typed, the text itself included. */
const typed =
	/^(?:word\/(?:document|comments\w*|footnotes|endnotes|(?:header|footer)\d{0,4})\.xml|docProps\/(?:core|custom)\.xml|content\.xml|styles\.xml|meta\.xml|xl\/(?:sharedStrings|comments\d{0,4}|worksheets\/sheet\d{1,4}|threadedComments\/threadedComment\d{1,4})\.xml)$/;

const codes = /(?:^|:)instrText$/; // of fields: names of bookmarks and the like, which nobody typed
const wordEnds = /(?:^|:)(?:p|h|title|subject|keywords|description|lpwstr|si|v|text)$/; // text within one of these belongs together
const mostLetters = 20_000_000; // of all parts together

/**
 * Everything that is typed in an office file: also comments, headers, footers, notes, other sheets, and what was deleted
 * or hidden.
 * It is there to look for numbers that may not be kept, and is never stored itself.
 */
export const officeWords = (zip: Zip): string => {
	const words: string[] = [];
	let letters = 0;
	for (const name of zip.entries.keys()) {
		if (!typed.test(name) || letters > mostLetters) continue;
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
				if (inCode > 0 || letters > mostLetters) return;
				words.push(text);
				letters += text.length;
			}
		});
		words.push('\n');
	}
	return words.join('');
};
