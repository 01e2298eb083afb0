import type { ReportDocument } from './document.ts';
import { xmlText } from './xml-text.ts';

/** What the document says of itself, in place of the writer's own page, which would tell the hour of the machine. */
export const docxProperties = ({ title, subtitle, watermark: mark, footer: foot, madeAt }: ReportDocument): string => {
	const description = [mark, foot].filter((text) => text !== null).join('. ');
	const moment = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(madeAt)}</dcterms:${name}>`;
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
		' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
		' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
		`<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subtitle)}</dc:subject>` +
		`<dc:creator>Wijkstem</dc:creator><dc:description>${escaped(description)}</dc:description>` +
		`<cp:lastModifiedBy>Wijkstem</cp:lastModifiedBy>${moment('created')}${moment('modified')}</cp:coreProperties>`
	);
};

const escaped = (text: string): string =>
	xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
