/** The files of which somebody looks at what they could give away before they are taken away. */
export const checkedExports = [
	'report',
	'factsheet',
	'joint-display',
	'quotes',
	'queried-quotes',
	'review-session',
	'long-display',
	'network-display',
	'memos',
	'codebook',
	'study-table',
	'kernset'
] as const;
export type CheckedExport = (typeof checkedExports)[number];
