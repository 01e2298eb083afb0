/** The namespaces of OpenDocument texts, with our prefixes. */
export const odtNamespaces: ReadonlyMap<string, string> = new Map(
	['office', 'text', 'style', 'table', 'draw', 'form', 'manifest', 'script'].map((name) => [
		`urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0`,
		`${name}:`
	])
);
