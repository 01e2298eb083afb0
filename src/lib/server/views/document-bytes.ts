import type { DocumentFormat } from '../../contract/export.ts';
import type { ReportDocument } from '../../report/document.ts';
import { toHtml } from '../../report/to-html.ts';
import type { Context } from '../access/context.ts';
import { print } from '../printing/print.ts';

/** A document in the kind of file that was asked for; given up when nobody waits for it any more. */
export const bytesOf = async (
	{ signal }: Pick<Context, 'signal'>,
	document: ReportDocument,
	format: DocumentFormat
): Promise<Uint8Array> => {
	switch (format) {
		case 'docx':
		case 'pdf':
			return print(document, format, signal);
		case 'html':
			return new TextEncoder().encode(toHtml(document));
		default:
			return format satisfies never;
	}
};
