/** The namespaces of a workbook, with the prefixes used here; two forms, as for Word. */
export const workbookNamespaces: ReadonlyMap<string, string> = new Map([
	['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
	['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
	['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:'],
	['http://schemas.openxmlformats.org/package/2006/relationships', '']
]);
