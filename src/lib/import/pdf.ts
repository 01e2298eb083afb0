import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import { largestTextBytes } from './decode-text.ts';
import { countLeftOut, warningsOfLeftOut, type LeftOut } from './left-out.ts';
import { besidesOf, writtenIn } from './pdf-besides.ts';
import { textOfPages, type PdfItem } from './pdf-lines.ts';

const mostPages = 2_000;

/** The text of a PDF, and what is written in the file beside it: properties, notes, forms, bookmarks, attachments. */
type PdfText = CanonicalText & { readonly besides: string };

/**
 * The text of a PDF file, page by page. No script of it ever runs, nothing is fetched and no picture is drawn. A page
 * without text (a scan, or nothing but pictures) is told by its number.
 */
export const readPdf = async (bytes: Uint8Array): Promise<Result<PdfText>> => {
	const { getDocumentProxy } = await import('unpdf');
	const leftOut: LeftOut = {};
	const pages: (readonly PdfItem[])[] = [];
	const withoutText: number[] = [];
	const besides: string[] = [];
	let opened: Awaited<ReturnType<typeof getDocumentProxy>> | null = null;
	try {
		const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0, disableFontFace: true });
		opened = pdf;
		if (pdf.numPages > mostPages) return fail('pdf-too-many-pages', { count: pdf.numPages, limit: mostPages });
		let length = 0;
		for (let number = 1; number <= pdf.numPages; number += 1) {
			const page = await pdf.getPage(number);
			const { items } = await page.getTextContent();
			const read = items.flatMap((item) => ('str' in item ? [toItem(item)] : []));
			length += read.reduce((sum, { text }) => sum + text.length, 0);
			if (length > largestTextBytes) return fail('zip-too-large', { limit: largestTextBytes / 1_000_000 });
			if (read.every(({ text }) => text.trim() === '')) withoutText.push(number);
			pages.push(read);
			for (const annotation of await page.getAnnotations()) {
				countAnnotation(leftOut, annotation);
				besides.push(...writtenIn(annotation));
			}
			page.cleanup();
		}
		if ((await pdf.getJSActions()) !== null) countLeftOut(leftOut, 'scripts');
		const { written, attachments } = await besidesOf(pdf);
		besides.push(...written);
		countLeftOut(leftOut, 'attachments', attachments);
	} catch (cause) {
		return fail(nameOf(cause) === 'PasswordException' ? 'file-is-encrypted' : 'pdf-damaged');
	} finally {
		await opened?.loadingTask.destroy();
	}
	if (withoutText.length === pages.length) return fail('pdf-without-text', { count: pages.length });
	const { text, headers, numbers } = textOfPages(pages);
	countLeftOut(leftOut, 'pictures', picturesIn(bytes));
	countLeftOut(leftOut, 'headers', headers);
	countLeftOut(leftOut, 'line-numbers', numbers);
	const canonical = canonicalText(text.replaceAll('\0', ''));
	if (!canonical.ok) return canonical;
	const warnings = [...pagesWithoutText(withoutText), ...warningsOfLeftOut(leftOut), ...canonical.value.warnings];
	return ok({ text: canonical.value.text, warnings, besides: besides.join('\n') });
};

type Placed = {
	readonly str: string;
	readonly transform: readonly unknown[];
	readonly width: number;
	readonly height: number;
	readonly hasEOL: boolean;
};

const toItem = ({ str, transform, width, height, hasEOL }: Placed): PdfItem => ({
	text: str,
	x: Number(transform[4] ?? 0),
	y: Number(transform[5] ?? 0),
	width,
	height,
	endsLine: hasEOL
});

/** Notes that readers wrote on a page, and what was filled in on a form. */
const countAnnotation = (leftOut: LeftOut, annotation: unknown): void => {
	if (typeof annotation !== 'object' || annotation === null) return;
	const { subtype, contentsObj, fieldValue } = annotation as {
		subtype?: unknown;
		contentsObj?: { str?: unknown };
		fieldValue?: unknown;
	};
	if (subtype === 'Widget') {
		if (typeof fieldValue === 'string' && fieldValue.trim() !== '') countLeftOut(leftOut, 'fields');
	} else if (subtype !== 'Link' && subtype !== 'Popup') {
		if (typeof contentsObj?.str === 'string' && contentsObj.str.trim() !== '') countLeftOut(leftOut, 'comments');
	}
};

/**
 * How many pictures a file holds, by the headings of its objects: a picture is never packed together with other objects,
 * so nothing has to be unpacked for it. The masks that belong to pictures do not count.
 */
const picturesIn = (bytes: Uint8Array): number => {
	const text = new TextDecoder('latin1').decode(bytes);
	const all = text.match(/\/Subtype\s{0,3}\/Image\b/g)?.length ?? 0;
	const masks = text.match(/\/S?Mask\s{1,3}\d{1,7}\s{1,3}\d{1,5}\s{1,3}R/g)?.length ?? 0;
	return Math.max(0, all - masks);
};

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : '');

const mostNumbers = 20; // of pages that a sentence names

const pagesWithoutText = (numbers: readonly number[]): readonly Problem[] => {
	if (numbers.length === 0) return [];
	const pages = numbers.slice(0, mostNumbers).join(', ') + (numbers.length > mostNumbers ? ', …' : '');
	return [{ code: 'pdf-pages-without-text', params: { count: numbers.length, pages } }];
};
