import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from './document.ts';
import { fontCoverage } from './font-coverage.ts';
import { pdfData } from './pdf-data.ts';
import { pdfTemplate } from './pdf-template.ts';
import { withRowHeaders } from './row-headers.ts';

/** Makes PDF files with these letters; the first file of letters says which signs can be shown. */
export type PdfPress = (report: ReportDocument) => Uint8Array;

/**
 * A press for accessible PDF files (PDF/UA-1): tagged headings, lists, tables with headers, alternative texts, the
 * language, and real text in fonts of our own. The same report gives the same bytes. It works for as long as it takes,
 * so it belongs in a thread.
 */
export const newPdfPress = (fonts: readonly Uint8Array[]): PdfPress => {
	const [first] = fonts;
	if (!first) throw new RangeError('a press needs letters');
	const known = fontCoverage(first);
	// a folder that is not there: a report reads no file
	const compiler = NodeCompiler.create({
		workspace: '/nowhere',
		fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }]
	});
	return (report) => {
		const compiled = compiler.compile({
			mainFileContent: pdfTemplate,
			inputs: { data: pdfData(report, known) }
		});
		const set = compiled.result;
		if (!set) throw new Error(`setting a report failed: ${messagesOf(compiled.takeError()?.shortDiagnostics)}`);
		const creationTimestamp = Math.floor(Date.parse(report.madeAt) / 1000);
		const bytes = compiler.pdf(set, { pdfStandard: 'ua-1', creationTimestamp });
		compiler.evictCache(1);
		return withRowHeaders(bytes);
	};
};

/** What went wrong, without what was said in the report. */
const messagesOf = (diagnostics: readonly { readonly message?: string }[] = []): string =>
	diagnostics.map(({ message = '' }) => message.replaceAll(/"[^"]*"/g, '"…"').slice(0, 200)).join('; ');
