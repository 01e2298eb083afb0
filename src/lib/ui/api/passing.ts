/** Whether this will pass: the server was not reached, is busy or starting, or wants the person to sign in again. */
export const isPassing = ({ status }: { readonly status: number }): boolean =>
	[0, 401, 429, 502, 503, 504].includes(status);

/** After how long what is written is sent once more to a server that was not reached, in milliseconds. */
export const againAfter = 5000;
