/** The name of the database rule an error broke, e.g. `codings_unique`, or null when it is another kind of error. */
export const brokenConstraint = (error: unknown): string | null => {
	if (typeof error !== 'object' || error === null || !('code' in error) || !('constraint' in error)) return null;
	const { code, constraint } = error;
	return typeof code === 'string' && code.startsWith('23') && typeof constraint === 'string' ? constraint : null;
};
