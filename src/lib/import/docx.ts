import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import { largestTextBytes } from './decode-text.ts';
import { docxBody, type LeftOut } from './docx-body.ts';
import { hiddenStyles } from './docx-styles.ts';
import { wordNamespaces } from './word-namespaces.ts';
import { readXmlPart } from './xml-part.ts';
import { openZip, type Zip } from './zip.ts';

const body = 'word/document.xml';

/** Whether a zip file holds a Word text. */
export const isDocx = (zip: Zip): boolean => zip.entries.has(body);

/**
 * The text of a Word file as it would print with all changes accepted: a paragraph is a line, the cells of a table row
 * stand on one line with tabs between them. Deleted and hidden text never enters; what is left out is told and counted.
 */
export const readDocx = (bytes: Uint8Array): Result<CanonicalText> => {
	const opened = openZip(bytes);
	if (!opened.ok) return opened;
	const zip = opened.value;
	const macros = macrosOf(zip);
	if (!macros.ok) return macros;
	const hidden = hiddenStyles(zip);
	if (!hidden.ok) return hidden;
	const { handler, finish } = docxBody(hidden.value);
	const read = readXmlPart(zip, body, wordNamespaces, handler);
	if (!read.ok) return read;
	if (read.value === 'absent') return fail('file-type-unknown', { extension: 'docx' });
	const { text, leftOut } = finish();
	if (text.length > largestTextBytes) return fail('zip-too-large', { limit: largestTextBytes / 1_000_000 });
	const canonical = canonicalText(text);
	if (!canonical.ok) return canonical;
	const warnings = [...macros.value, ...warningsOf(leftOut), ...headersOf(zip), ...canonical.value.warnings];
	return ok({ text: canonical.value.text, warnings });
};

/** A file that says it may run macros is refused; a stray macro part is never opened, and told. */
const macrosOf = (zip: Zip): Result<readonly Problem[]> => {
	let declared = false;
	const read = readXmlPart(zip, '[Content_Types].xml', new Map(), {
		open: (_, { ContentType }) => {
			declared ||= ContentType?.toLowerCase().includes('macroenabled') ?? false;
		},
		close: () => undefined,
		text: () => undefined
	});
	if (!read.ok) return read;
	if (declared) return fail('file-has-macros');
	const stray = [...zip.entries.keys()].some((name) => name.toLowerCase().endsWith('vbaproject.bin'));
	return ok(stray ? [{ code: 'docx-macros-ignored' }] : []);
};

/** Headers and footers with words in them; page numbers alone do not count. */
const headersOf = (zip: Zip): readonly Problem[] => {
	const parts = [...zip.entries.keys()].filter((name) => /^word\/(?:header|footer)\d{0,4}\.xml$/.test(name));
	const count = parts.filter((name) => {
		const { handler, finish } = docxBody(new Set());
		return readXmlPart(zip, name, wordNamespaces, handler).ok && /\p{L}/u.test(finish().text);
	}).length;
	return count > 0 ? [{ code: 'left-out-headers', params: { count } }] : [];
};

const warningsOf = (leftOut: LeftOut): readonly Problem[] =>
	[
		{ code: 'docx-deleted-text', count: leftOut.deletions },
		{ code: 'docx-hidden-text', count: leftOut.hidden },
		{ code: 'docx-footnotes', count: leftOut.footnotes },
		{ code: 'docx-comments', count: leftOut.comments },
		{ code: 'docx-pictures', count: leftOut.pictures },
		{ code: 'docx-symbols', count: leftOut.symbols },
		{ code: 'left-out-tables', count: leftOut.tables }
	]
		.filter(({ count }) => count > 0)
		.map(({ code, count }) => ({ code, params: { count } }));
