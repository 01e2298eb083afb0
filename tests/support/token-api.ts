/** The API with a token, beside what somebody does at a screen. */
export type TokenApi = {
	/** a body makes it a POST; what is refused is an error */
	readonly call: <T>(path: string, body?: unknown, method?: string) => Promise<T>;
	/** the items of a list */
	readonly items: <T>(path: string) => Promise<readonly T[]>;
};

/** Calls the API of an app with somebody's token. */
export const tokenApi = (origin: string, token: string): TokenApi => {
	const call = async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
		const response = await fetch(`${origin}/api/v1${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (text === '' ? null : JSON.parse(text)) as T;
	};
	return { call, items: async <T>(path: string) => (await call<{ items: T[] }>(path)).items };
};
