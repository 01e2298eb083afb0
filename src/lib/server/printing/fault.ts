/** What went wrong in a thread that makes a file: its message could hold words of the file, so only its kind and place are told. */
export const faultOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'unknown';
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return [error.name, ...frames.slice(0, 8)].join('\n');
};
