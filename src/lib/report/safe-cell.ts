const dangerous = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/; // also the full-width =, +, - and @, which Excel reads alike

/**
 * A text for a cell of a CSV file that no spreadsheet takes for a formula: one that starts like a formula gets an
 * apostrophe before it (OWASP, CSV injection). Numbers are no texts and stay as they are.
 */
export const safeCell = (text: string): string => (dangerous.test(text) ? `'${text}` : text);
