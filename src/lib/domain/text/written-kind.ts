/** What people write in beside interviews, as a list tells it: where words of an interview can be repeated. */
export const writtenKinds = [
	'memo',
	'codebook',
	'explanation',
	'decision',
	'task',
	'report',
	'comment',
	'publication',
	'lesson',
	'study',
	'figure',
	'interview'
] as const;
export type WrittenKind = (typeof writtenKinds)[number];
