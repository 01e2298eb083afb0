/** The namespaces of Word's text, as all programs write it and in the strict form of ISO 29500, with our prefixes. */
export const wordNamespaces: ReadonlyMap<string, string> = new Map([
	['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
	['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
	['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:']
]);
