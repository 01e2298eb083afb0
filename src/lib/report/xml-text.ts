// Characters that XML 1.0 cannot hold (section 2.2): one of them makes a whole Word or Excel file unreadable.
const forbidden =
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text that XML can hold; what it cannot becomes U+FFFD, so that its place stays visible. */
export const xmlText = (text: string): string => text.replace(forbidden, '\uFFFD');
